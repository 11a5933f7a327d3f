"""Read what an administrator entered, with the same parsers as the files of ``rules/``."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from veban.core.law.dated import Dated, DatedValue
from veban.core.law.entered import LawKind, LawRow
from veban.core.law.tables import SlipForm
from veban.core.procedures.procedure import Procedure
from veban.edges.rulebook.calendar import CalendarDay, DayKind, parse_hours
from veban.edges.rulebook.procedures import (
    parse_exemptions,
    parse_fees,
    parse_place,
    parse_procedure,
    parse_term,
)
from veban.edges.rulebook.shapes import RulesBroken, keys, text, word

ORDINARY = "ordinary"
"""What a day is that the shipped calendar names wrongly: as its weekday says."""
DATED = ("term", "fees", "exemptions", "place")

Tables = Mapping[str, Mapping[str, str]]


def read_fees(row: LawRow) -> Any:
    """Return fee lines: ``{"lines": [...]}`` as in a file of ``rules/procedures/``."""
    return parse_fees(_name(row), keys(_name(row), row.read_value, ("lines",))["lines"])


def read_term(row: LawRow) -> Any:
    """Return a term: ``{"rule", "amount"}``."""
    return parse_term(_name(row), row.read_value)


def read_exemptions(row: LawRow) -> Any:
    """Return reasons of exemption: ``{"reasons": [...]}``."""
    return parse_exemptions(_name(row), keys(_name(row), row.read_value, ("reasons",))["reasons"])


def read_place(row: LawRow) -> Any:
    """Return where a procedure may be received: ``{"village", "home"}``."""
    return parse_place(_name(row), row.read_value)


READERS: Mapping[LawKind, tuple[str, Callable[[LawRow], Any]]] = {
    LawKind.FEES: ("fees", read_fees),
    LawKind.TERM: ("term", read_term),
    LawKind.EXEMPTIONS: ("exemptions", read_exemptions),
    LawKind.PLACE: ("place", read_place),
}
"""Dated values of a procedure: the field, and how the value is read."""


def read_hours(row: LawRow) -> Any:
    """Return office hours: ``{"sessions", "same_day_cutoff", "results_until"}``."""
    return parse_hours(_name(row), row.read_value)


def read_day(row: LawRow) -> CalendarDay | None:
    """Return what a day is: ``{"kind", "name"}``; None for an ordinary one.

    Raises:
        RulesBroken: ``about`` is no day, or the kind is none of the calendar's.
    """
    said = keys(_name(row), row.read_value, ("kind",), ("name",))
    if said["kind"] == ORDINARY:
        return None
    kind = word(_name(row), DayKind, said["kind"])
    return CalendarDay(day_of(row), kind, text(_name(row), said.get("name")), row.source)


def day_of(row: LawRow) -> date:
    """Return the day that ``about`` names; raises ``RulesBroken``."""
    try:
        return date.fromisoformat(row.about)
    except ValueError as problem:
        raise RulesBroken(f"{_name(row)}: {problem}") from problem


def year_of(row: LawRow) -> int:
    """Return the year that ``about`` names; raises ``RulesBroken``."""
    keys(_name(row), row.read_value, ())
    if not (row.about.isdecimal() and len(row.about) == 4):
        raise RulesBroken(f"{_name(row)}: {row.about!r} is no year")
    return int(row.about)


def read_procedure(row: LawRow, tables: Tables) -> Procedure:
    """Return a procedure that was entered whole, in the shape of ``rules/procedures/``.

    Days are words in JSON; in the files YAML reads them as days.
    """
    given = dict(keys_of(row))
    for key in DATED:
        if isinstance(given.get(key), Mapping):
            given[key] = {_day(row, day): value for day, value in given[key].items()}
    procedure = parse_procedure(_name(row), given, tables)
    if procedure.code != row.about:
        raise RulesBroken(f"{_name(row)}: the value is of {procedure.code}")
    return procedure


def with_value(procedure: Procedure, row: LawRow) -> Procedure:
    """Return the procedure with an entered value over its own of that day."""
    field, read = READERS[LawKind(row.kind)]
    changed: dict[str, Any] = {field: laid_over(getattr(procedure, field), row, read)}
    return replace(procedure, **changed)


def confirmed(procedure: Procedure, row: LawRow) -> Procedure:
    """Return the procedure as checked against the document named."""
    keys(_name(row), row.read_value, ())
    return replace(procedure, source=row.source)


def confirmed_layout(form: SlipForm, row: LawRow) -> SlipForm:
    """Return the slip's form with the officer who confirmed its layout."""
    keys(_name(row), row.read_value, ())
    return replace(form, confirmed_by=row.entered_by)


def laid_over(known: Dated[Any], row: LawRow, read: Callable[[LawRow], Any]) -> Dated[Any]:
    """Return dated values with one more; it replaces the one of its day."""
    kept = [value for value in known.values if value.since_on != row.since_on]
    return Dated.of(known.what, [*kept, DatedValue(row.since_on, read(row), row.source)])


def keys_of(row: LawRow) -> Mapping[str, Any]:
    """Return the value where it is an object; raises ``RulesBroken``."""
    if not isinstance(row.read_value, Mapping):
        raise RulesBroken(f"{_name(row)}: expected an object")
    return row.read_value


def _day(row: LawRow, day: str) -> date:
    try:
        return date.fromisoformat(day)
    except ValueError as problem:
        raise RulesBroken(f"{_name(row)}: {problem}") from problem


def _name(row: LawRow) -> str:
    return f"{row.kind} {row.about}".strip()
