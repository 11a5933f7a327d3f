"""What a unit has settled for itself (thiết lập của đơn vị): agency code, mode."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from veban.core.journal.history import Placed


class Mode(StrEnum):
    """Whether the legal processing happens here or in the systems already there."""

    COMPANION = "companion"
    FULL = "full"


class NumberStanding(StrEnum):
    """What the field's numbers are worth in the official system."""

    RESERVED = "reserved"
    PROVISIONAL = "provisional"


@dataclass(frozen=True, slots=True)
class UnitSettled:
    """A unit's settings, each from now on; None leaves what was.

    Args:
        unit: Five-digit code, or the province's code for its centre.
        mode: Companion or full.
        agency: The agency code, where it is known.
        numbers: Whether serials of the field are reserved in the official system.
    """

    TYPE: ClassVar[str] = "UnitSettled"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Thiết lập đơn vị"

    unit: str
    mode: Mode | None = None
    agency: str | None = None
    numbers: NumberStanding | None = None


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit's settings as they stand."""

    stream: str
    unit: str
    mode: str
    agency: str | None
    numbers: str


def unit_stream(unit: str) -> str:
    """Return the stream of a unit's settings."""
    return f"unit/{unit}"


def unit_rows(stream: str, history: Sequence[Placed]) -> tuple[UnitRow, ...]:
    """Fold a unit's settings; each was last said by some entry."""
    mode, agency, numbers, unit = Mode.COMPANION, None, NumberStanding.PROVISIONAL, ""
    for step in history:
        if isinstance(event := step.event, UnitSettled):
            unit = event.unit
            mode = event.mode or mode
            agency = event.agency or agency
            numbers = event.numbers or numbers
    return (UnitRow(stream, unit, mode.value, agency, numbers.value),) if unit else ()
