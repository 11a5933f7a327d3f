"""The law as it is shipped: the only door to the files of ``rules/``."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from veban.core.deadlines.calendar import WorkingCalendar
from veban.core.deadlines.hours import OfficeHours
from veban.core.declarations.complaints import Complaint
from veban.core.declarations.form import DeclarationForm
from veban.core.law.ages import AgeLimits
from veban.core.law.dated import Dated
from veban.core.law.retention import KeptKind
from veban.core.law.tables import FeeReason, NationalState, SlipForm
from veban.core.people.identity import Numbering
from veban.core.procedures.procedure import Procedure, ProcedureUnknown
from veban.core.procedures.reasons import Reason
from veban.core.procedures.search import find
from veban.core.procedures.sequence import Sequence
from veban.core.procedures.units import Unit, agency_placeholder
from veban.core.shared.refused import Refused
from veban.edges.rulebook.calendar import CalendarYear, working_calendar
from veban.edges.rulebook.files import RuleFiles

RULES = Path(__file__).resolve().parents[3] / "rules"


def law_digest(folder: Path = RULES) -> str:
    """Return a digest of all files of the law as shipped, to tell two programs' law apart."""
    files = (*folder.rglob("*.yaml"), *folder.rglob("*.json"))
    found = sorted(path for path in files if path.is_file())
    lines = [
        f"{path.relative_to(folder).as_posix()} {sha256(path.read_bytes()).hexdigest()}"
        for path in found
    ]
    return sha256("\n".join(lines).encode()).hexdigest()


class UnitUnknown(Refused):
    """No ``unit`` of that code is shipped."""

    code = "unit.unknown"


class ShippedRules:
    """Procedures, calendar, units and tables, each read once and only when asked for.

    Args:
        folder: Folder of the rules; the shipped one by default.

    Raises:
        RulesBroken: from any method, where a file does not have its shape.
    """

    def __init__(self, folder: Path = RULES) -> None:
        self.files = RuleFiles(folder)

    def procedure(self, code: str) -> Procedure:
        """Return one procedure by its short code.

        Raises:
            ProcedureUnknown: no procedure of that code is shipped.
        """
        known = self._procedures.get(code)
        if known is None:
            raise ProcedureUnknown(procedure=code)
        return known

    def procedures(self) -> tuple[Procedure, ...]:
        """Return the whole catalogue, by code."""
        return tuple(self._procedures.values())

    def find_procedures(self, text: str, limit: int = 20) -> tuple[Procedure, ...]:
        """Return the procedures that the words name, with or without tone marks, best first."""
        return find(self.procedures(), text, limit)

    def calendar(self) -> WorkingCalendar:
        """Return the working calendar of all years shipped."""
        return self._calendar

    def calendar_years(self) -> tuple[CalendarYear, ...]:
        """Return the years with names and sources of their days, for pages."""
        return self._years

    def office_hours(self, day: date) -> OfficeHours:
        """Return the office hours in force on ``day``.

        Raises:
            LawUnknown: ``day`` lies before the first hours shipped.
        """
        return self._hours.at(day)

    def unit(self, code: str) -> Unit:
        """Return one unit; the provincial centre has the province's code.

        Raises:
            UnitUnknown: no unit of that code is shipped.
        """
        known = self.files.units.get(code)
        if known is None:
            raise UnitUnknown(unit=code)
        return known

    def units(self) -> tuple[Unit, ...]:
        """Return the province and its units, by code."""
        return tuple(self.files.units.values())

    def agency_placeholder(self, code: str) -> str:
        """Return what stands for the unit's agency code until somebody knows it.

        Raises:
            UnitUnknown: no unit of that code, or of its province's, is shipped.
        """
        unit = self.unit(code)
        return agency_placeholder(unit, self.unit(unit.province).agency or unit.province)

    def reasons(self) -> dict[str, Reason]:
        """Return the reasons of exemption and home visits, by code."""
        return self.files.reasons

    def ages(self, day: date) -> dict[str, AgeLimits]:
        """Return the ages that people are looked for by, as in force on ``day``, by group.

        A group that the law did not know yet is not among them.
        """
        known = self.files.ages.items()
        return {group: ages.at(day) for group, ages in known if ages.values[0].since_on <= day}

    def fee_reasons(self) -> dict[str, FeeReason]:
        """Return what to say where a fee has no figure, by code."""
        return self.files.fee_reasons

    def retention(self) -> dict[str, KeptKind]:
        """Return the kinds of personal data and how long each is kept, by code."""
        return self.files.retention

    def sequences(self) -> tuple[Sequence, ...]:
        """Return in which order a family's procedures are offered."""
        return self.files.sequences

    def statuses(self) -> dict[int, NationalState]:
        """Return the ten states of the national record, by number."""
        return self.files.statuses

    def numbering(self) -> Numbering:
        """Return how personal identification numbers are made."""
        return self.files.numbering

    def slips(self) -> dict[str, SlipForm]:
        """Return the seven forms, by the word that code uses for them."""
        return self._slips

    def declarations(self) -> tuple[DeclarationForm, ...]:
        """Return all versions of all declaration forms."""
        return self.files.declarations.forms

    def complaints(self, form: DeclarationForm, data: Mapping[str, Any]) -> tuple[Complaint, ...]:
        """Return what is wrong with a declaration, in the order of its form."""
        return self.files.declarations.complaints(form, data)

    def published_form(self, form: DeclarationForm) -> dict[str, Any]:
        """Return the JSON Schema of a form with everything that it refers to."""
        return self.files.declarations.bundled(form)

    @cached_property
    def _calendar(self) -> WorkingCalendar:
        return working_calendar(self._years)

    @property
    def _procedures(self) -> dict[str, Procedure]:
        return self.files.procedures

    @property
    def _years(self) -> tuple[CalendarYear, ...]:
        return self.files.years

    @property
    def _hours(self) -> Dated[OfficeHours]:
        return self.files.hours

    @property
    def _slips(self) -> dict[str, SlipForm]:
        return self.files.slips
