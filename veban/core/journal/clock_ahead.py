"""May the clock be far ahead (đồng hồ chạy nhanh)? Told before anything is written.

A clock that is behind is refused (``clock.behind_last_entry``). One that is ahead cannot be told
from a long pause, so it is never refused: it is said, with what to do, and an officer answers.
What is written by a wrong one stays there, and nothing follows it until its time has come.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from veban.core.shared.local_time import local_day

SILENT_LONG = timedelta(days=10)
"""Longer than Tết, the longest pause of an office: nothing known here is so young."""

AHEAD_MUCH = timedelta(minutes=15)
"""So far before the centre's clock a receipt shows a wrong hour."""


class DoubtWhy(StrEnum):
    """What the clock contradicts."""

    MEASURED = "measured"
    SILENT = "silent"
    LAW = "law"


@dataclass(frozen=True, slots=True)
class TimesKnown:
    """What a machine knows of time beside its clock.

    Args:
        last_entry_at: When the youngest entry of the chains held here was recorded.
        centre_at: The centre's clock when it last spoke; None where it never did.
        measured_at: Our clock when the centre last answered at once; None where it never did.
        law_until: Last year whose days off were announced when the program was made.
    """

    last_entry_at: datetime | None
    centre_at: datetime | None
    measured_at: datetime | None
    law_until: int


@dataclass(frozen=True, slots=True)
class ClockDoubt:
    """Why the clock may be ahead.

    Args:
        why: What it contradicts.
        now: What it shows.
        since: The youngest instant known here, or what the centre's clock showed.
        ahead: How far the clock is from it.
    """

    why: DoubtWhy
    now: datetime
    since: datetime
    ahead: timedelta


def doubt_clock(now: datetime, known: TimesKnown) -> ClockDoubt | None:
    """Return why the clock may be far ahead; None where nothing known here speaks against it.

    Args:
        now: The clock, aware.
        known: What else is known.

    Example:
        >>> from datetime import UTC
        >>> seen = datetime(2026, 11, 23, 2, tzinfo=UTC)
        >>> known = TimesKnown(seen, None, None, 2026)
        >>> doubt_clock(seen + timedelta(days=9), known) is None
        True
        >>> doubt_clock(seen + timedelta(days=40), known).why.value
        'silent'
    """
    centre, measured = known.centre_at, known.measured_at
    # A clock set back since then is another one than was measured.
    if centre and measured and measured - centre > AHEAD_MUCH and now >= measured:
        return ClockDoubt(DoubtWhy.MEASURED, now, centre, measured - centre)
    young = max((at for at in (known.last_entry_at, centre) if at), default=None)
    if young is None:
        return None
    if now - young > SILENT_LONG:
        return ClockDoubt(DoubtWhy.SILENT, now, young, now - young)
    if local_day(now).year > known.law_until + 1:
        return ClockDoubt(DoubtWhy.LAW, now, young, now - young)
    return None
