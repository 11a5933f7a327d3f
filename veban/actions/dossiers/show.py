"""Show a dossier (xem hồ sơ) as the public format writes it: where it stands, what happened."""

from typing import Any

from veban.actions.ports import World
from veban.core.dossiers.codes import OURS
from veban.core.dossiers.refusals import DossierUnknown
from veban.core.dossiers.rows import CodeRow, DossierRow, dossier_rows
from veban.core.shared.local_time import format_instant


def show_dossier(world: World, stream: str) -> dict[str, Any]:
    """Return a dossier's state and its entries; nothing of it names a person.

    Args:
        world: The node.
        stream: The dossier's stream.

    Raises:
        DossierUnknown: the stream has no history here.
    """
    history = world.journal.history(stream)
    rows = dossier_rows(stream, history)
    row = next((row for row in rows if isinstance(row, DossierRow)), None)
    if row is None:
        raise DossierUnknown(code=stream)
    codes = [row for row in rows if isinstance(row, CodeRow) and row.system != OURS]
    return {
        "code": row.code,
        "official_codes": [code.code for code in codes],
        "state": row.state,
        "due_at": row.due_at and format_instant(row.due_at),
        "holder": row.holder,
        "desk": row.desk,
        "procedure": row.procedure,
        "entries": [
            {
                "hash": step.hash,
                "type": step.header.type,
                "occurred_at": format_instant(step.header.occurred_at),
                "actor": step.header.actor,
            }
            for step in history
        ],
    }
