"""One line of the unit's list of people (danh sách nhân khẩu), and the groups it falls into."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from veban.core.law.ages import AgeLimits
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
        ages: Group → age of the groups that the law makes by age.
    """

    unit: str
    villages: frozenset[str]
    groups: tuple[str, ...]
    on: date
    ages: Mapping[str, AgeLimits]


GROUPS: Mapping[str, tuple[str, frozenset[str]]] = {
    "birth_unregistered": ("birth_registered", frozenset({"0"})),
    "poor": ("household_status", frozenset({"poor"})),
    "near_poor": ("household_status", frozenset({"near_poor"})),
    "disabled": ("disability_level", frozenset({"especially_severe", "severe", "mild"})),
    "alone": ("alone", frozenset({"1"})),
    "single_parent": ("single_parent", frozenset({"1"})),
}
"""Group → its column, and what stands there. Beside them there are the ages that the law names.
Whom a round looks for, not who has a right to what."""


def check_groups(groups: Sequence[str], ages: Mapping[str, AgeLimits]) -> None:
    """Refuse a group that nobody knows.

    Args:
        groups: The groups asked for.
        ages: Group → age, as the law knows them on the round's first day.

    Raises:
        RosterGroupUnknown: details name it and those there are.
    """
    known = [*ages, *GROUPS]
    if unknown := [group for group in groups if group not in known]:
        raise RosterGroupUnknown(groups=unknown, known=known)


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
    groups = tuple(group for group in wanted.groups if _belongs(group, line, wanted))
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


def _belongs(group: str, line: Mapping[str, str], wanted: Wanted) -> bool:
    """Tell whether a line falls into a group; where only a year is known, whoever may does."""
    if limits := wanted.ages.get(group):
        born = _born_between(line.get("birth_date", ""))
        return born is not None and limits.may_hold(born, wanted.on)
    column, values = GROUPS[group]
    return line.get(column, "") in values


def _check_birth_date(text: str) -> None:
    try:
        if text and [len(part) for part in text.split("-")] not in ([4], [4, 2], [4, 2, 2]):
            raise ValueError(text)
        _born_between(text)
    except ValueError as problem:
        raise RosterValueWrong(column="birth_date") from problem


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
