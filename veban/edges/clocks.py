"""The machine's clock, and the shared clock of a practice (đồng hồ)."""

from datetime import UTC, datetime
from pathlib import Path

from veban.core.shared.local_time import parse_instant
from veban.core.shared.refused import Refused

VARIABLE = "VEBAN_CLOCK"
"""Environment variable with the path of a practice clock's file."""


class ClockNotPractice(Refused):
    """Only a practice node takes its time from a file (đồng hồ tập huấn)."""

    code = "clock.not_practice"


class ClockUnreadable(Refused):
    """The practice clock's file holds no instant."""

    code = "clock.unreadable"


class SystemClock:
    """The clock of the machine."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class PracticeClock:
    """A file with one ISO instant; whoever writes it sets the time of all who read it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def now(self) -> datetime:
        try:
            return parse_instant(self._path.read_text(encoding="utf-8").strip()).astimezone(UTC)
        except (OSError, ValueError) as problem:
            raise ClockUnreadable(file=str(self._path)) from problem


def choose_clock(file: str | None, *, practice: bool) -> SystemClock | PracticeClock:
    """Return the node's clock.

    Args:
        file: What ``VEBAN_CLOCK`` says, None where it is not set.
        practice: Whether the node was founded for practice.

    Raises:
        ClockNotPractice: a real node was given a clock file.
    """
    if not file:
        return SystemClock()
    if not practice:
        raise ClockNotPractice(variable=VARIABLE)
    return PracticeClock(Path(file))
