"""Instants and days as Việt Nam counts them (giờ Việt Nam).

The country has kept UTC+7 without summer time since 1975, so a fixed offset is exact for
every dossier and needs no time-zone table, which Windows does not ship.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone

LOCAL = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")


def local_day(instant: datetime) -> date:
    """Return the local calendar day of an aware instant.

    Example:
        >>> from datetime import UTC
        >>> local_day(datetime(2026, 1, 4, 23, 0, tzinfo=UTC))
        datetime.date(2026, 1, 5)
    """
    return instant.astimezone(LOCAL).date()


def days_between(first: date, last: date) -> Iterator[date]:
    """Yield each day from the first to the last, both included; none where the last is earlier.

    Example:
        >>> [day.day for day in days_between(date(2026, 11, 29), date(2026, 12, 1))]
        [29, 30, 1]
    """
    for ahead in range((last - first).days + 1):
        yield first + timedelta(ahead)


def parse_instant(text: str) -> datetime:
    """Read an ISO 8601 instant with offset.

    Raises:
        ValueError: the text is no ISO instant, names no offset, or lies at the end of time.
    """
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError(f"an instant needs its offset, got {text!r}")
    try:
        instant.astimezone(LOCAL), instant.astimezone(UTC)
    except OverflowError as problem:
        raise ValueError(f"no calendar holds {text!r} in local time") from problem
    return instant


def format_instant(instant: datetime) -> str:
    """Write an aware instant in local time, to the second, as the public formats do.

    Example:
        >>> from datetime import UTC
        >>> format_instant(datetime(2026, 1, 5, 2, 30, tzinfo=UTC))
        '2026-01-05T09:30:00+07:00'
    """
    return instant.astimezone(LOCAL).isoformat(timespec="seconds")
