"""Read ``rules/calendar/``: the days off of each year, and the office hours."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any

from veban.core.deadlines.calendar import WorkingCalendar
from veban.core.deadlines.hours import OfficeHours
from veban.core.law.dated import Source
from veban.edges.rulebook.shapes import RulesBroken, keys, source, text, word


class YearState(StrEnum):
    """Whether the Government announced the days of a year, or we reckon them."""

    ANNOUNCED = "announced"
    PROVISIONAL = "provisional"


class DayKind(StrEnum):
    """What a day of the calendar is: public holiday, swapped day off, swapped working day."""

    HOLIDAY = "holiday"
    SWAPPED_OFF = "swapped_off"
    SWAPPED_WORK = "swapped_work"


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day that is not what its weekday says, with its name and source."""

    on: date
    kind: DayKind
    name: str
    source: Source


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """One year of ``rules/calendar/``."""

    year: int
    state: YearState
    days: tuple[CalendarDay, ...]


def parse_year(where: str, given: Any) -> CalendarYear:
    """Read the file of one year.

    Raises:
        RulesBroken: a day lies outside the year or has no source.
    """
    said = keys(where, given, ("year", "state", "days"))
    days = tuple(_day(where, said["year"], *pair) for pair in said["days"].items())
    return CalendarYear(said["year"], word(where, YearState, said["state"]), days)


def working_calendar(years: Iterable[CalendarYear]) -> WorkingCalendar:
    """Join the years into the calendar that terms are counted on."""
    known = tuple(years)
    days = [day for year in known for day in year.days]
    return WorkingCalendar(
        days_off=frozenset(day.on for day in days if day.kind is not DayKind.SWAPPED_WORK),
        extra_working_days=frozenset(day.on for day in days if day.kind is DayKind.SWAPPED_WORK),
        announced_years=_years(known, YearState.ANNOUNCED),
        provisional_years=_years(known, YearState.PROVISIONAL),
    )


def parse_hours(where: str, given: Any) -> OfficeHours:
    """Read ``{sessions, same_day_cutoff, results_until}`` as office hours."""
    said = keys(where, given, ("sessions", "same_day_cutoff", "results_until"))
    try:
        return OfficeHours(
            sessions=tuple((_time(start), _time(end)) for start, end in said["sessions"]),
            same_day_cutoff=_time(said["same_day_cutoff"]),
            results_until=_time(said["results_until"]),
        )
    except (TypeError, ValueError) as problem:
        raise RulesBroken(f"{where}: {problem}") from problem


def _day(where: str, year: int, on: Any, given: Mapping[str, Any]) -> CalendarDay:
    if not isinstance(on, date) or on.year != year:
        raise RulesBroken(f"{where}: {on!r} is no day of {year}")
    said = keys(f"{where} {on}", given, ("value", "name", "source"))
    return CalendarDay(
        on=on,
        kind=word(where, DayKind, said["value"]),
        name=text(where, said["name"]),
        source=source(f"{where} {on}", said["source"]),
    )


def _years(years: Iterable[CalendarYear], state: YearState) -> frozenset[int]:
    return frozenset(year.year for year in years if year.state is state)


def _time(given: str) -> time:
    return time.fromisoformat(given)
