"""Move a dossier along in a test, and look at what became of it."""

from collections.abc import Sequence
from typing import Any

from tests.worlds.lines import move_command
from veban.actions.dossiers.do import do_move
from veban.actions.ports import World
from veban.core.dossiers.rows import DossierRow
from veban.core.journal.history import Placed

MONDAY_AT = "2026-11-23T{}:00+07:00"


def do(world: World, code: str, move: str, officer: str, at: str, **details: Any) -> dict[str, Any]:
    """Make a move; ``at`` is an instant, or an hour of that Monday; no clock is behind it."""
    command = move_command(
        code, move, officer, MONDAY_AT.format(at) if len(at) == 5 else at, **details
    )
    world.clock.at = max(world.clock.at, command.at)  # type: ignore[attr-defined]
    return do_move(world, command)


def history(world: World, code: str) -> Sequence[Placed]:
    """Return the accepted steps of the dossier that carries a code."""
    with world.journal.writing() as writing:
        return writing.history(writing.find_streams(code)[0])


def row(world: World, code: str) -> DossierRow:
    """Return the row of the dossier that carries a code."""
    stream = history(world, code)[0].header.stream
    rows: Any = world.journal.rows(stream)  # type: ignore[attr-defined]
    return next(one for one in rows if isinstance(one, DossierRow))
