"""The law of one unit: what was entered at its law desk, laid over what is shipped."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from veban.core.deadlines.hours import OfficeHours
from veban.core.law.dated import Dated
from veban.core.law.entered import LawKind, LawRow, in_force
from veban.core.law.tables import SlipForm
from veban.core.procedures.procedure import Procedure
from veban.edges.rulebook.calendar import CalendarYear, YearState
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


class LayeredRules(ShippedRules):
    """Procedures, calendar and tables as they hold in one unit.

    Args:
        shipped: The law as it is shipped.
        rows: What was entered, of this unit and of its province; others are passed over, and so
            is what this program cannot read, which an older or newer one may have sent.
        unit: The unit.
    """

    def __init__(self, shipped: ShippedRules, rows: Iterable[LawRow], unit: str) -> None:
        self.files = shipped.files
        held = in_force(rows, unit)
        entered = [row for row in held if row.kind == LawKind.PROCEDURE]
        by_hand = [row.about for row in entered if is_readable(row, self.files)]
        self._rows = tuple(row for row in held if is_readable(row, self.files, by_hand))

    def entered(self) -> tuple[LawRow, ...]:
        """Return what was entered and holds here."""
        return self._rows

    def _of(self, kind: LawKind) -> list[LawRow]:
        return [row for row in self._rows if row.kind == kind]

    @cached_property
    def _procedures(self) -> dict[str, Procedure]:
        known = dict(self.files.procedures)
        for row in self._of(LawKind.PROCEDURE):
            known[row.about] = read_procedure(row, self.files.named)
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
        known = {year.year: year for year in self.files.years}
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
    def _hours(self) -> Dated[OfficeHours]:
        hours = self.files.hours
        for row in self._of(LawKind.OFFICE_HOURS):
            hours = laid_over(hours, row, read_hours)
        return hours

    @cached_property
    def _slips(self) -> dict[str, SlipForm]:
        slips = dict(self.files.slips)
        for row in self._of(LawKind.LAYOUT):
            slips[row.about] = confirmed_layout(slips[row.about], row)
        return slips
