"""A procedure and what it says on a given day (thủ tục hành chính)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from veban.core.law.dated import Dated, Source
from veban.core.procedures.fee_lines import FeeLine
from veban.core.procedures.papers import Case, Paper
from veban.core.procedures.place import PlaceRules
from veban.core.procedures.term import Term
from veban.core.shared.canonical import digest
from veban.core.shared.refused import Refused

TERM_UNKNOWN = "term.unknown"


class ProcedureUnknown(Refused):
    """No procedure of that ``procedure`` code is shipped."""

    code = "procedure.unknown"


class CatalogueState(StrEnum):
    """``checked``: cases and papers are shipped; else the officer's own check is recorded."""

    CHECKED = "checked"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Named:
    """A code of a shared table with its Vietnamese name: a field (lĩnh vực), a deciding body."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Result:
    """What the applicant receives (kết quả giải quyết), with its code in the national catalogue."""

    name: str
    code: str | None


@dataclass(frozen=True, slots=True)
class ProcedureOnDay:
    """The values of a procedure that a dossier of ``day`` is received under.

    Args:
        procedure: The procedure they belong to.
        day: Local day of reception.
        term: Statutory term; None where the law shipped does not know it.
        fees: Fee lines of all channels.
        exemptions: Codes of the reasons that make the fee 0.
        place: Where it may be received.
        rules_hash: SHA-256 of the values, kept by the dossier for ever.
    """

    procedure: "Procedure"
    day: date
    term: Term | None
    fees: tuple[FeeLine, ...]
    exemptions: frozenset[str]
    place: PlaceRules
    rules_hash: str

    @property
    def due_reason(self) -> str | None:
        """Return why no due date can be given, as a code; None where there is a term."""
        return None if self.term else TERM_UNKNOWN


@dataclass(frozen=True, slots=True)
class Procedure:
    """One procedure of the catalogue, with its dated values.

    Args:
        code: Short national code, such as the one printed on receipts.
        name: Name as the National Portal shows it.
        name_en: English name, for developers.
        field: Field of law (lĩnh vực).
        decided_by: Competent body (cơ quan có thẩm quyền).
        state: Whether cases and papers are shipped.
        source: Decision that published the procedure, with how far the record was checked.
        term: Statutory term by date.
        fees: Fee lines by date.
        exemptions: Reasons of exemption by date.
        place: Place rules by date.
        mobile_variant: Code of the mobile form (đăng ký lưu động) of this procedure.
        variant_of: Code of the ordinary form, on the mobile one.
        results: What is issued.
        legal_basis: Numbers of the documents that the Portal cites.
        papers: Every paper that a case may ask for.
        cases: Situations; empty where the procedure is unchecked.
        aliases: Everyday names by which people ask for it.
    """

    code: str
    name: str
    name_en: str
    field: Named
    decided_by: Named
    state: CatalogueState
    source: Source
    term: Dated[Term | None]
    fees: Dated[tuple[FeeLine, ...]]
    exemptions: Dated[frozenset[str]]
    place: Dated[PlaceRules]
    mobile_variant: str | None
    variant_of: str | None
    results: tuple[Result, ...]
    legal_basis: tuple[str, ...]
    papers: tuple[Paper, ...]
    cases: tuple[Case, ...]
    aliases: tuple[str, ...] = ()

    def on(self, day: date) -> ProcedureOnDay:
        """Return the values in force on ``day``.

        Raises:
            LawUnknown: a value has no entry for that day.
        """
        term, fees, place = self.term.at(day), self.fees.at(day), self.place.at(day)
        exemptions = self.exemptions.at(day)
        used = {
            "code": self.code,
            "term": term and [term.rule, term.amount],
            "fees": [_fee_line(line) for line in fees],
            "exemptions": sorted(exemptions),
            "place": [place.village, place.home],
            "cases": [_case(case) for case in self.cases],
        }
        return ProcedureOnDay(self, day, term, fees, exemptions, place, digest(used))


def _fee_line(line: FeeLine) -> list[object]:
    tiers = [[tier.from_page, tier.vnd] for tier in line.tiers]
    return [sorted(line.channels), line.per, line.vnd, line.reason, tiers, line.max_vnd]


def _case(case: Case) -> list[object]:
    papers = [
        [asked.paper.id, asked.paper.form, asked.paper.count, asked.paper.submit, asked.required]
        for asked in case.papers
    ]
    return [case.case, papers]
