"""The law of one unit: what was entered at its law desk, laid over what is shipped."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

from veban.core.deadlines.calendar import WorkingCalendar
from veban.core.deadlines.hours import OfficeHours
from veban.core.declarations.complaints import Complaint
from veban.core.declarations.form import DeclarationForm
from veban.core.law.ages import AgeLimits
from veban.core.law.dated import Dated
from veban.core.law.entered import LawKind, LawRow, in_force
from veban.core.law.retention import KeptKind
from veban.core.law.tables import FeeReason, NationalState, SlipForm
from veban.core.people.identity import Numbering
from veban.core.procedures.procedure import Procedure, ProcedureUnknown
from veban.core.procedures.reasons import Reason
from veban.core.procedures.search import find
from veban.core.procedures.sequence import Sequence
from veban.core.procedures.units import Unit
from veban.edges.rulebook.calendar import CalendarYear, YearState, working_calendar
from veban.edges.rulebook.checking import is_readable
from veban.edges.rulebook.entered import (
    READERS,
    confirmed,
    confirmed_layout,
    day_of,
    laid_over,
    read_day,
    read_hours,
    read_procedure,
    with_value,
    year_of,
)
from veban.edges.rulebook.shipped import ShippedRules


class LayeredRules:
    """Procedures, calendar and tables as they hold in one unit.

    Args:
        shipped: The law as it is shipped.
        rows: What was entered, of this unit and of its province; others are passed over, and so
            is what this program cannot read, which an older or newer one may have sent.
        unit: The unit.
    """

    def __init__(self, shipped: ShippedRules, rows: Iterable[LawRow], unit: str) -> None:
        self._shipped = shipped
        self._unit = unit
        held = in_force(rows, unit)
        by_hand = [row.about for row in held if row.kind == LawKind.PROCEDURE]
        self._rows = tuple(row for row in held if is_readable(row, shipped, by_hand))

    def entered(self) -> tuple[LawRow, ...]:
        """Return what was entered and holds here."""
        return self._rows

    def procedure(self, code: str) -> Procedure:
        """Return one procedure by its short code; raises ``ProcedureUnknown``."""
        known = self._procedures.get(code)
        if known is None:
            raise ProcedureUnknown(procedure=code)
        return known

    def procedures(self) -> tuple[Procedure, ...]:
        """Return the whole catalogue, by code."""
        return tuple(self._procedures.values())

    def find_procedures(self, text: str, limit: int = 20) -> tuple[Procedure, ...]:
        """Return the procedures that the words name, best first."""
        return find(self.procedures(), text, limit)

    def calendar(self) -> WorkingCalendar:
        """Return the working calendar of all years."""
        return self._calendar

    def calendar_years(self) -> tuple[CalendarYear, ...]:
        """Return the years with names and sources of their days, for pages."""
        return self._years

    def office_hours(self, day: date) -> OfficeHours:
        """Return the office hours in force on ``day``; raises ``LawUnknown``."""
        return self._hours.at(day)

    def unit(self, code: str) -> Unit:
        """Return a unit; raises ``UnitUnknown``."""
        return self._shipped.unit(code)

    def units(self) -> tuple[Unit, ...]:
        """Return the province and its units, by code."""
        return self._shipped.units()

    def agency_placeholder(self, code: str) -> str:
        """Return what stands for a unit's agency code until somebody knows it."""
        return self._shipped.agency_placeholder(code)

    def reasons(self) -> dict[str, Reason]:
        """Return the reasons of exemption and home visits, by code."""
        return self._shipped.reasons()

    def ages(self, day: date) -> dict[str, AgeLimits]:
        """Return the ages of a roster's groups on a day."""
        return self._shipped.ages(day)

    def fee_reasons(self) -> dict[str, FeeReason]:
        """Return what to say where a fee has no figure, by code."""
        return self._shipped.fee_reasons()

    def retention(self) -> dict[str, KeptKind]:
        """Return the kinds of personal data and how long each is kept, by code."""
        return self._shipped.retention()

    def sequences(self) -> tuple[Sequence, ...]:
        """Return in which order a family's procedures are offered."""
        return self._shipped.sequences()

    def statuses(self) -> dict[int, NationalState]:
        """Return the ten states of the national record, by number."""
        return self._shipped.statuses()

    def numbering(self) -> Numbering:
        """Return how personal identification numbers are made."""
        return self._shipped.numbering()

    def declarations(self) -> tuple[DeclarationForm, ...]:
        """Return all versions of all declaration forms."""
        return self._shipped.declarations()

    def complaints(self, form: DeclarationForm, data: Mapping[str, Any]) -> tuple[Complaint, ...]:
        """Return what is wrong with a declaration, in the order of its form."""
        return self._shipped.complaints(form, data)

    def slips(self) -> dict[str, SlipForm]:
        """Return the seven forms, with who confirmed their layout."""
        return self._slips

    def _of(self, kind: LawKind) -> list[LawRow]:
        return [row for row in self._rows if row.kind == kind]

    @cached_property
    def _procedures(self) -> dict[str, Procedure]:
        tables = self._shipped.tables()
        known = {procedure.code: procedure for procedure in self._shipped.procedures()}
        for row in self._of(LawKind.PROCEDURE):
            known[row.about] = read_procedure(row, tables)
        for row in self._rows:
            if row.kind in READERS:
                known[row.about] = with_value(known[row.about], row)
        for row in self._of(LawKind.CONFIRMED):
            known[row.about] = confirmed(known[row.about], row)
        return dict(sorted(known.items()))

    @cached_property
    def _years(self) -> tuple[CalendarYear, ...]:
        entered = {day_of(row): read_day(row) for row in self._of(LawKind.DAY)}
        announced = {year_of(row) for row in self._of(LawKind.YEAR)}
        known = {year.year: year for year in self._shipped.calendar_years()}
        for number in {day.year for day in entered} | announced:
            year = known.get(number, CalendarYear(number, YearState.PROVISIONAL, ()))
            days = [day for day in year.days if day.on not in entered]
            days += [day for day in entered.values() if day and day.on.year == number]
            state = YearState.ANNOUNCED if number in announced else year.state
            known[number] = replace(
                year, state=state, days=tuple(sorted(days, key=lambda day: day.on))
            )
        return tuple(year for _, year in sorted(known.items()))

    @cached_property
    def _calendar(self) -> WorkingCalendar:
        return working_calendar(self._years)

    @cached_property
    def _hours(self) -> Dated[OfficeHours]:
        hours = self._shipped.hours()
        for row in self._of(LawKind.OFFICE_HOURS):
            hours = laid_over(hours, row, read_hours)
        return hours

    @cached_property
    def _slips(self) -> dict[str, SlipForm]:
        slips = dict(self._shipped.slips())
        for row in self._of(LawKind.LAYOUT):
            slips[row.about] = confirmed_layout(slips[row.about], row)
        return slips
