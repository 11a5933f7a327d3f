"""What one move is (thao tác): the row type of the table ``MOVES``."""

from dataclasses import dataclass, fields
from enum import StrEnum

from veban.core.dossiers.codes import DossierState
from veban.core.people.roles import Role
from veban.core.people.unit_settings import Mode


class ClockEffect(StrEnum):
    """What a move does to the term."""

    NONE = "none"
    PAUSE = "pause"
    RESUME = "resume"
    NEW_DATE = "new_date"
    END = "end"


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that can be done (thao tác).

    Args:
        name: What ``veban dossiers do`` calls it.
        title: What the button says.
        sources: The states it starts from.
        target: The state it leads to; None where the state stays or goes back.
        roles: Who may do it.
        modes: In which modes pages offer it; a command is taken in every mode.
        clock: What it does to the term.
        slip: The slip it prints, as a kind of ``veban slip``.
        details: The shape of its ``with``.
    """

    name: str
    title: str
    sources: frozenset[DossierState]
    target: DossierState | None
    roles: frozenset[Role]
    modes: frozenset[Mode]
    details: type
    clock: ClockEffect = ClockEffect.NONE
    slip: str | None = None

    @property
    def needs_reason(self) -> bool:
        """Tell whether the move is refused without a reason."""
        return "reason" in {field.name for field in fields(self.details)}
