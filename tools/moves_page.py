"""Write docs/moves.md from the table of moves: python -m tools.moves_page."""

from dataclasses import fields
from pathlib import Path

from veban.core.dossiers.codes import DossierState
from veban.core.dossiers.move import Move
from veban.core.dossiers.moves import MOVES
from veban.core.people.roles import Role

PAGE = Path(__file__).resolve().parents[1] / "docs" / "moves.md"

HEAD = """# Moves of a dossier (thao tác với hồ sơ)

Made from `veban/core/dossiers/moves.py` by `python -m tools.moves_page`; a test holds the two
equal. Pages offer a move in the modes named here; a command is decided in both, since what
happened happened.

| move | button | from | to | roles | offered in | clock | slip | needs |
|---|---|---|---|---|---|---|---|---|
"""

MATRIX = """
## Who may do what

| move | {roles} |
|---|{rules}|
"""


def moves_page() -> str:
    """Return the page as it should be."""
    roles = [role for role in Role if role is not Role.SUPERVISOR]
    matrix = MATRIX.format(
        roles=" | ".join(role.value for role in roles), rules="|".join("---" for _ in roles)
    )
    rows = "".join(_row(move) for move in MOVES.values())
    marks = "".join(_marks(move, roles) for move in MOVES.values())
    return f"{HEAD}{rows}{matrix}{marks}"


def _row(move: Move) -> str:
    cells = (
        f"`{move.name}`",
        move.title,
        _states(move.sources),
        "stays or goes back" if move.target is None else str(int(move.target)),
        ", ".join(sorted(move.roles)),
        " and ".join(sorted(move.modes)),
        move.clock.value.replace("_", " "),
        move.slip or "–",
        ", ".join(f"`{field.name}`" for field in fields(move.details)) or "–",
    )
    return f"| {' | '.join(cells)} |\n"


def _states(states: frozenset[DossierState]) -> str:
    return (
        "any" if len(states) == len(DossierState) else ", ".join(map(str, sorted(map(int, states))))
    )


def _marks(move: Move, roles: list[Role]) -> str:
    marks = ("yes" if role in move.roles else "" for role in roles)
    return f"| `{move.name}` | {' | '.join(marks)} |\n"


if __name__ == "__main__":
    PAGE.write_text(moves_page(), encoding="utf-8")
