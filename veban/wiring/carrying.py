"""What a laptop's doors take for others (nhận tệp gửi nhờ): only while its officer lets them in."""

import shutil
from pathlib import Path

from veban.actions.exchange.neighbours import Carrying
from veban.actions.ports_exchange import Box
from veban.edges.clocks import SystemClock
from veban.edges.folder.receiving import receiving_until


def carrying_of(folder: Path, box: Box) -> Carrying:
    """Return it for a laptop's folder; waits do not follow a practice clock."""
    return Carrying(
        box,
        is_open=lambda: receiving_until(folder, SystemClock().now()) is not None,
        free_bytes=lambda: shutil.disk_usage(folder).free,
    )
