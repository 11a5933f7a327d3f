"""The first event of a dossier: it was received (đã tiếp nhận)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, ClassVar

from veban.core.dossiers.codes import PlaceKind, ReturnHow
from veban.core.dossiers.commands import Applicant, Collector, Contact, Interpreter, WrittenFor
from veban.core.procedures.papers import PaperForm
from veban.core.procedures.term import TermRule


@dataclass(frozen=True, slots=True)
class PaperFact:
    """What the figures need of a paper: its id in the law, its form, how many, if scanned."""

    paper: str | None
    form: PaperForm
    count: int
    scanned: bool = False


@dataclass(frozen=True, slots=True)
class PaperKept:
    """The private side of a paper: what was written about it, the hash of its scan."""

    name: str
    file: str | None = None


@dataclass(frozen=True, slots=True)
class DossierPerson:
    """Everything about people in a reception.

    ``papers`` stands in the order of the facts' papers; ``tracking`` are the eight
    characters that let the applicant see more than the state.
    """

    applicant: Applicant
    papers: tuple[PaperKept, ...]
    tracking: str
    declaration: Mapping[str, Any] = field(default_factory=dict)
    return_place: str | None = None
    contact: Contact | None = None
    collector: Collector | None = None
    interpreter: Interpreter | None = None
    witness: str | None = None
    visit: str | None = None
    reasons: tuple[str, ...] = ()
    written_for: WrittenFor | None = None


@dataclass(frozen=True, slots=True)
class DossierReceived:
    """A dossier was taken in, with its number, fee and date of return.

    Args:
        code: Our code, final.
        unit: The unit that received it.
        place_village: The village *of service*; never the home village.
        due_at: None where the law shipped does not know the term; then ``due_reason``.
        counted_from: Where the term starts.
        calendar_provisional: The term ran into a year not yet announced.
        fee_vnd: None where the law shipped does not know the fee; then ``fee_reason``.
        rules_hash: Digest of the rule values used.
        fee_exempt_by: Coarse group of the reason that made the fee 0.
        groups: Coarse groups served; the reasons themselves are private.
        back_on: Day on which the team comes back to the village, where a round says so.
        numbers: ``reserved`` or ``provisional``.
        warnings: Findings told at the table, as codes.
        explained: Process, date, rights and fee were explained at the table.
    """

    TYPE: ClassVar[str] = "DossierReceived"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Tiếp nhận hồ sơ"

    code: str
    unit: str
    procedure: str
    channel: int
    place_kind: PlaceKind
    decided_by: str
    received_at: datetime
    rules_hash: str
    numbers: str
    return_how: ReturnHow
    papers: tuple[PaperFact, ...]
    case: str | None = None
    copies: int = 1
    place_village: str | None = None
    counted_from: datetime | None = None
    due_at: datetime | None = None
    due_rule: TermRule | None = None
    due_amount: int | None = None
    due_reason: str | None = None
    calendar_provisional: bool = False
    fee_vnd: int | None = None
    fee_reason: str | None = None
    fee_exempt_by: str | None = None
    groups: tuple[str, ...] = ()
    round: str | None = None
    back_on: date | None = None
    paper_slip: bool = False
    warnings: tuple[str, ...] = ()
    explained: bool = False
    person: DossierPerson | None = None
