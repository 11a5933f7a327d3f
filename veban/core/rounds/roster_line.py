"""One line of the unit's list of people (danh sách nhân khẩu), and the groups it falls into."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from veban.core.rounds.roster import RosterPerson
from veban.core.shared.fold_text import fold_text
from veban.core.shared.refused import Refused

NEEDED = ("person_id", "full_name", "village")
"""Columns without which nobody can be found at the table."""

SEXES = ("", "M", "F")
STATUSES = ("", "poor", "near_poor", "none")
LEVELS = ("", "especially_severe", "severe", "mild")
FLAGS = ("", "0", "1")
ALLOWED = {
    "sex": SEXES,
    "household_status": STATUSES,
    "disability_level": LEVELS,
    "single_parent": FLAGS,
    "alone": FLAGS,
    "birth_registered": FLAGS,
}
"""Column → what may stand in it."""


class RosterColumnsMissing(Refused):
    """The list lacks columns without which it is no roster."""

    code = "roster.columns_missing"


class RosterFieldMissing(Refused):
    """A line says nothing where something has to stand."""

    code = "roster.field_missing"


class RosterValueWrong(Refused):
    """A value of a line is none that its column knows."""

    code = "roster.value_wrong"


class RosterRepeated(Refused):
    """A line names a person whom an earlier line has named."""

    code = "roster.repeated"


class RosterGroupUnknown(Refused):
    """No group of people has this name."""

    code = "roster.group_unknown"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom a roster takes.

    Args:
        unit: The round's unit; a line of another one is passed over.
        villages: Names without tone marks of the villages the round serves.
        groups: Only people of one of these; empty takes everybody.
        on: The day on which ages count: the round's first.
    """

    unit: str
    villages: frozenset[str]
    groups: tuple[str, ...]
    on: date


def _born_between(text: str) -> tuple[date, date] | None:
    """Return the first and the last day that a birth date, perhaps of a year only, can mean."""
    parts = [int(part) for part in text.split("-")] if text else []
    if not parts:
        return None
    first = date(parts[0], *[*parts[1:], 1, 1][:2])
    if len(parts) == 3:
        return first, first
    month = parts[1] if len(parts) == 2 else 12
    following = date(parts[0] + month // 12, month % 12 + 1, 1)
    return first, date.fromordinal(following.toordinal() - 1)


def _years_before(on: date, years: int) -> date:
    day = 28 if (on.month, on.day) == (2, 29) else on.day
    return date(on.year - years, on.month, day)


def _at_least(years: int) -> Callable[[Mapping[str, str], date], bool]:
    def judge(line: Mapping[str, str], on: date) -> bool:
        born = _born_between(line.get("birth_date", ""))
        return born is not None and born[0] <= _years_before(on, years)

    return judge


def _under(years: int) -> Callable[[Mapping[str, str], date], bool]:
    def judge(line: Mapping[str, str], on: date) -> bool:
        born = _born_between(line.get("birth_date", ""))
        return born is not None and born[1] > _years_before(on, years)

    return judge


def _says(column: str, *values: str) -> Callable[[Mapping[str, str], date], bool]:
    return lambda line, on: line.get(column, "") in values


GROUPS: Mapping[str, Callable[[Mapping[str, str], date], bool]] = {
    "aged_60": _at_least(60),
    "aged_75": _at_least(75),
    "under_3": _under(3),
    "birth_unregistered": _says("birth_registered", "0"),
    "poor": _says("household_status", "poor"),
    "near_poor": _says("household_status", "near_poor"),
    "disabled": _says("disability_level", "especially_severe", "severe", "mild"),
    "alone": _says("alone", "1"),
    "single_parent": _says("single_parent", "1"),
}
"""Group → whether a line falls into it on a day. Whom a round looks for, not who has a right to
what; where only a year is known, whoever may belong does."""


def check_groups(groups: Sequence[str]) -> None:
    """Refuse a group that nobody knows.

    Raises:
        RosterGroupUnknown: details name it and those there are.
    """
    if unknown := [group for group in groups if group not in GROUPS]:
        raise RosterGroupUnknown(groups=unknown, known=list(GROUPS))


def check_columns(columns: Sequence[str]) -> None:
    """Refuse a heading that lacks what is needed; others are passed over.

    Raises:
        RosterColumnsMissing: details name them.
    """
    if missing := [name for name in NEEDED if name not in columns]:
        raise RosterColumnsMissing(columns=missing)


def read_person(line: Mapping[str, str], wanted: Wanted) -> RosterPerson | None:
    """Return the person of a line; None where the roster does not take them.

    Args:
        line: Column → text, without blanks around it.
        wanted: Whom the roster takes.

    Raises:
        RosterFieldMissing: the line lacks number, name or village.
        RosterValueWrong: a value is none that its column knows.
    """
    for column in NEEDED:
        if not line.get(column):
            raise RosterFieldMissing(column=column)
    for column, values in ALLOWED.items():
        if line.get(column, "") not in values:
            raise RosterValueWrong(column=column)
    _check_birth_date(line.get("birth_date", ""))
    if line.get("died_on") or line.get("unit") not in (None, "", wanted.unit):
        return None
    if fold_text(line["village"]) not in wanted.villages:
        return None
    groups = tuple(group for group in wanted.groups if GROUPS[group](line, wanted.on))
    if wanted.groups and not groups:
        return None
    return RosterPerson(
        number=line["person_id"],
        full_name=line["full_name"],
        birth_date=line.get("birth_date", ""),
        sex=line.get("sex", ""),
        village=line["village"],
        household=line.get("household_no", ""),
        groups=groups,
    )


def _check_birth_date(text: str) -> None:
    try:
        if text and [len(part) for part in text.split("-")] not in ([4], [4, 2], [4, 2, 2]):
            raise ValueError(text)
        _born_between(text)
    except ValueError as problem:
        raise RosterValueWrong(column="birth_date") from problem
