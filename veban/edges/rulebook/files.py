"""The files of ``rules/``, each read once and only when asked for."""

from functools import cached_property
from pathlib import Path

from veban.core.deadlines.hours import OfficeHours
from veban.core.law.ages import AgeLimits
from veban.core.law.dated import Dated
from veban.core.law.retention import KeptKind
from veban.core.law.tables import FeeReason, NationalState, SlipForm
from veban.core.people.identity import Numbering
from veban.core.procedures.procedure import Procedure
from veban.core.procedures.reasons import Reason
from veban.core.procedures.sequence import Sequence
from veban.core.procedures.units import Unit
from veban.edges.rulebook.calendar import CalendarYear, parse_hours, parse_year
from veban.edges.rulebook.declaration_check import DeclarationBook
from veban.edges.rulebook.identity import parse_numbering
from veban.edges.rulebook.procedures import parse_procedure
from veban.edges.rulebook.sequences import parse_sequences
from veban.edges.rulebook.shapes import dated, keys, read
from veban.edges.rulebook.tables import (
    parse_ages,
    parse_fee_reasons,
    parse_reasons,
    parse_retention,
    parse_slips,
    parse_statuses,
    parse_units,
)


class RuleFiles:
    """One folder of rules.

    Args:
        folder: The folder.

    Raises:
        RulesBroken: from any property, where a file does not have its shape.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def declarations(self) -> DeclarationBook:
        """All versions of all declaration forms."""
        return DeclarationBook(self._folder / "declarations")

    @cached_property
    def procedures(self) -> dict[str, Procedure]:
        """The catalogue, by code."""
        tables = self.named
        paths = sorted((self._folder / "procedures").glob("*.yaml"))
        read_ones = (parse_procedure(path.stem, read(path), tables) for path in paths)
        return {procedure.code: procedure for procedure in read_ones}

    @cached_property
    def named(self) -> dict[str, dict[str, str]]:
        """The shared tables ``fields`` and ``bodies``, code to Vietnamese name."""
        named = keys("tables", read(self._folder / "tables.yaml"), ("fields", "bodies"))
        return {table: dict(words) for table, words in named.items()}

    @cached_property
    def years(self) -> tuple[CalendarYear, ...]:
        """The calendar years with names and sources of their days."""
        paths = sorted((self._folder / "calendar").glob("[0-9]*.yaml"))
        return tuple(parse_year(path.stem, read(path)) for path in paths)

    @cached_property
    def hours(self) -> Dated[OfficeHours]:
        """Office hours by day."""
        given = read(self._folder / "calendar" / "office-hours.yaml")
        return dated("office-hours", given, parse_hours)

    @cached_property
    def units(self) -> dict[str, Unit]:
        """The province and its units, by code."""
        paths = sorted((self._folder / "units").glob("*.yaml"))
        units: dict[str, Unit] = {}
        for path in paths:
            units |= parse_units(path.stem, read(path))
        return dict(sorted(units.items()))

    @cached_property
    def reasons(self) -> dict[str, Reason]:
        """Reasons of exemption and home visits, by code."""
        return parse_reasons("reasons", read(self._folder / "reasons.yaml"))

    @cached_property
    def ages(self) -> dict[str, Dated[AgeLimits]]:
        """Ages of the groups of a roster, by group."""
        return parse_ages("ages", read(self._folder / "ages.yaml"))

    @cached_property
    def fee_reasons(self) -> dict[str, FeeReason]:
        """What to say where a fee has no figure, by code."""
        return parse_fee_reasons("fee_reasons", read(self._folder / "fee_reasons.yaml"))

    @cached_property
    def retention(self) -> dict[str, KeptKind]:
        """Kinds of personal data and how long each is kept."""
        return parse_retention("retention", read(self._folder / "retention.yaml"))

    @cached_property
    def sequences(self) -> tuple[Sequence, ...]:
        """In which order a family's procedures are offered."""
        return parse_sequences("sequences", read(self._folder / "sequences.yaml"))

    @cached_property
    def numbering(self) -> Numbering:
        """How personal identification numbers are made."""
        return parse_numbering("identity", read(self._folder / "identity.yaml"))

    @cached_property
    def statuses(self) -> dict[int, NationalState]:
        """The ten states of the national record, by number."""
        return parse_statuses("statuses", read(self._folder / "statuses.yaml"))

    @cached_property
    def slips(self) -> dict[str, SlipForm]:
        """The seven forms, by the word that code uses for them."""
        return parse_slips("slips", read(self._folder / "slips.yaml"))
