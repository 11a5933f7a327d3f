"""Legal values by date: what the law says on a day, and where it says so (giá trị theo ngày)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from veban.core.shared.refused import Refused

T = TypeVar("T")


class Confidence(StrEnum):
    """How far a value may be trusted; it is shown wherever the value decides something."""

    CHECKED = "checked"
    RECALLED = "recalled"
    UNSURE = "unsure"


class LawUnknown(Refused):
    """The law shipped says nothing about that day; ``what`` names the value, ``day`` the day."""

    code = "law.unknown"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value stands (căn cứ pháp lý).

    Args:
        document: Number of the document, such as ``60/2014/QH13``; None where none was found.
        article: Article and clause as lawyers write them, such as ``8(3)``; None where not known.
        confidence: Whether the text was read, recalled, or is in doubt.
    """

    document: str | None
    article: str | None
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class DatedValue(Generic[T]):
    """One value with the first day on which it holds and its source."""

    since_on: date
    value: T
    source: Source


@dataclass(frozen=True, slots=True)
class Dated(Generic[T]):
    """All values of one thing, oldest first; each holds until the next one begins.

    Args:
        what: Name of the thing, for the refusal when a day is not covered.
        values: Values sorted by ``since_on``, without two of one day.

    Example:
        >>> source = Source("60/2014/QH13", "8(3)", Confidence.CHECKED)
        >>> rate = Dated("example", (DatedValue(date(2016, 1, 1), 5, source),))
        >>> rate.at(date(2026, 11, 23))
        5
    """

    what: str
    values: tuple[DatedValue[T], ...]

    def __post_init__(self) -> None:
        days = [entry.since_on for entry in self.values]
        if days != sorted(set(days)):
            raise ValueError(f"{self.what}: days must rise without repeats, got {days}")

    def at(self, day: date) -> T:
        """Return the value in force on ``day``.

        Raises:
            LawUnknown: ``day`` lies before the first value.
        """
        return self.entry_at(day).value

    def entry_at(self, day: date) -> DatedValue[T]:
        """Return the value in force on ``day`` with its source.

        Raises:
            LawUnknown: ``day`` lies before the first value.
        """
        for entry in reversed(self.values):
            if entry.since_on <= day:
                return entry
        raise LawUnknown(what=self.what, day=day.isoformat())

    @classmethod
    def of(cls, what: str, values: Iterable[DatedValue[T]]) -> "Dated[T]":
        """Build from values in any order."""
        return cls(what, tuple(sorted(values, key=lambda entry: entry.since_on)))
