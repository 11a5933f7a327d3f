"""Export every dossier as a national record (xuất hồ sơ theo mẫu của Cổng)."""

from collections.abc import Iterator
from typing import Any

from veban.actions.ports import World
from veban.core.dossiers.portal_line import portal_line


def export_records(world: World) -> Iterator[dict[str, Any]]:
    """Yield one record for each dossier this node knows, sorted by its code.

    What is yielded, imported into an empty node, is yielded there again.
    """
    for _, stream in world.work.portal_codes():
        line = portal_line(world.journal.history(stream))
        if line is not None:
            yield line
