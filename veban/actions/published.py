"""The input formats that others may rely on (định dạng công bố), made from the commands."""

from collections.abc import Mapping
from typing import Any

from veban.actions.deadlines.explain_due import DueQuestion
from veban.actions.published_record import record_schema
from veban.actions.visits.record import RecordVisit
from veban.core.dossiers.commands import DoMove, ReceiveDossier
from veban.core.dossiers.move import Move
from veban.core.dossiers.moves import MOVES
from veban.core.shared.refused import Refused
from veban.core.shared.shape import json_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"

SHAPES: Mapping[str, tuple[type, str]] = {
    "do": (DoMove, "Một dòng của veban dossiers do"),
    "due": (DueQuestion, "Một dòng của veban due --batch"),
    "receive": (ReceiveDossier, "Một dòng của veban dossiers receive"),
    "visit": (RecordVisit, "Một dòng của veban dossiers visit"),
}
"""Name → the command it is read as, and its title."""

MOVES_NAME = "moves"
"""The list of moves stands beside the shapes; it is a table, not one shape."""


RECORD_NAME = "import"
"""The national record has names of its own and keeps keys that nobody named."""


class SchemaUnknown(Refused):
    """No format of this name is published (không có định dạng này)."""

    code = "schema.unknown"


def published_names() -> list[str]:
    """Return the names that ``veban schema`` knows, sorted."""
    return sorted([*SHAPES, MOVES_NAME, RECORD_NAME])


def published_schema(name: str) -> dict[str, Any]:
    """Return a format as JSON Schema 2020-12.

    Raises:
        SchemaUnknown: there is none of this name; details list the names.

    Example:
        >>> published_schema("due")["required"]
        ['id', 'procedure', 'received_at']
    """
    if name == RECORD_NAME:
        return _headed(name, "Một dòng của veban dossiers import", record_schema())
    if name not in SHAPES:
        raise SchemaUnknown(name=name, names=published_names())
    shape, title = SHAPES[name]
    return _headed(name, title, json_schema(shape))


def _headed(name: str, title: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": DIALECT, "$id": f"urn:veban:schema:{name}", "title": title} | schema


def published_moves() -> list[dict[str, Any]]:
    """Return every move with its role, states, mode and the fields of its ``with``."""
    return [_move(move) for move in MOVES.values()]


def _move(move: Move) -> dict[str, Any]:
    return {
        "move": move.name,
        "title": move.title,
        "from": sorted(int(state) for state in move.sources),
        "to": None if move.target is None else int(move.target),
        "roles": sorted(role.value for role in move.roles),
        "modes": sorted(mode.value for mode in move.modes),
        "clock": move.clock.value,
        "slip": move.slip,
        "needs_reason": move.needs_reason,
        "with": json_schema(move.details),
    }
