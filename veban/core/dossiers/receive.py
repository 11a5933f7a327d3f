"""Decide a reception (tiếp nhận): from what lies on the table to a number, a fee and a date."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from veban.core.deadlines.calendar import WorkingCalendar
from veban.core.deadlines.due import Due, compute_due
from veban.core.deadlines.hours import OfficeHours
from veban.core.deadlines.village_clock import (
    Finding,
    ProcedureWays,
    TeamReturns,
    term_ends_before_return,
)
from veban.core.dossiers.codes import Channel, PlaceKind
from veban.core.dossiers.commands import PaperHandedIn, ReceiveDossier
from veban.core.dossiers.papers import papers_apart
from veban.core.dossiers.received import DossierPerson, DossierReceived, PaperKept
from veban.core.dossiers.refusals import (
    ChannelUnknown,
    NoPapers,
    OnlineOnlyAtPortal,
    OnlyAtCentre,
    PapersMissing,
    ReasonUnknown,
    ReceivedTooLongAgo,
    WitnessMissing,
)
from veban.core.dossiers.typed import check_not_ahead, check_typed
from veban.core.people.officers import OfficerLacksRole, OfficerRow
from veban.core.people.roles import Role
from veban.core.procedures.checklist import case_of, missing_papers
from veban.core.procedures.fees import Fee, fee_for
from veban.core.procedures.place import PlaceRule
from veban.core.procedures.procedure import CatalogueState, ProcedureOnDay

DAYS_BACK = 7
"""How far back an officer may state a reception that has no blank slip."""


@dataclass(frozen=True, slots=True)
class ReceptionContext:
    """What a reception needs beside the command.

    Args:
        unit: The unit that receives.
        officer: Who receives, with roles.
        procedure: The procedure with the values of the day of reception.
        hours: Office hours of that day.
        calendar: Working calendar.
        reasons: Every reason known, with its coarse group.
        now: The node's clock.
        numbers: ``reserved`` or ``provisional``.
        placeholder: The agency code is not known; a placeholder is used.
        team: When the round's team is back at a signer and in the village; None at the desk.
        point: The place of the reception point that this machine is; None where it is none.
    """

    unit: str
    officer: OfficerRow
    procedure: ProcedureOnDay
    hours: OfficeHours
    calendar: WorkingCalendar
    reasons: Mapping[str, str]
    now: datetime
    numbers: str
    placeholder: bool
    team: TeamReturns | None = None
    point: str | None = None


@dataclass(frozen=True, slots=True)
class Numbered:
    """What the node gives the dossier: its code and its eight tracking characters.

    ``warnings`` says what is told about a number read off paper, as codes.
    """

    code: str
    tracking: str
    warnings: tuple[str, ...] = ()


def check_reception(command: ReceiveDossier, context: ReceptionContext) -> None:
    """Refuse what may not be received; nothing is numbered before this passed.

    Raises:
        Refused: with a code ``dossier.*``, ``officer.*`` or ``procedure.*``.
    """
    check_typed(command)
    if command.channel == Channel.ONLINE:
        raise OnlineOnlyAtPortal()
    if command.channel not in list(Channel):
        raise ChannelUnknown(channel=command.channel)
    if not context.officer.has(Role.RECEIVER):
        raise OfficerLacksRole(move="receive", roles=[Role.RECEIVER.value])
    _check_time(command, context.now)
    _check_place(command, context.procedure)
    unknown = sorted(set(command.reasons) - set(context.reasons))
    if unknown:
        raise ReasonUnknown(reasons=unknown)
    _check_papers(command, context.procedure)


def receive(
    command: ReceiveDossier, context: ReceptionContext, numbered: Numbered
) -> DossierReceived:
    """Return the reception of a dossier that passed :func:`check_reception`.

    Raises:
        CalendarUnknown: the term runs into a year without a calendar.
    """
    procedure = context.procedure
    due = _due(command, context)
    fee = fee_for(procedure, command.channel, copies=command.copies, reasons=command.reasons)
    case = case_of(procedure.procedure, command.case)
    facts, kept = papers_apart(_named(command, procedure))
    return DossierReceived(
        code=numbered.code,
        unit=context.unit,
        procedure=command.procedure,
        channel=command.channel,
        place_kind=command.place.kind,
        decided_by=procedure.procedure.decided_by.code,
        received_at=command.received_at,
        rules_hash=procedure.rules_hash,
        numbers=context.numbers,
        return_how=command.return_to.how,
        papers=facts,
        case=case.case if case else None,
        copies=command.copies,
        place_village=command.place.village or _point(command, context),
        due_reason=procedure.due_reason,
        fee_vnd=fee.vnd,
        fee_reason=fee.reason,
        fee_exempt_by=context.reasons[fee.exempt_by] if fee.exempt_by else None,
        groups=tuple(sorted({context.reasons[reason] for reason in command.reasons})),
        round=command.round,
        back_on=context.team.returns_on if context.team else None,
        paper_slip=command.paper_slip is not None,
        warnings=tuple(sorted((*_warnings(command, context, due, fee), *numbered.warnings))),
        explained=command.explained,
        person=_person(command, kept, numbered.tracking),
        **_term_facts(due, procedure),
    )


def _point(command: ReceiveDossier, context: ReceptionContext) -> str | None:
    return context.point if command.place.kind is PlaceKind.POINT else None


def _due(command: ReceiveDossier, context: ReceptionContext) -> Due | None:
    term = context.procedure.term
    if term is None:
        return None
    return compute_due(command.received_at, term, context.hours, context.calendar)


def _term_facts(due: Due | None, procedure: ProcedureOnDay) -> dict[str, Any]:
    if due is None or procedure.term is None:
        return {}
    return {
        "counted_from": due.counted_from,
        "due_at": due.due_at,
        "due_rule": due.rule,
        "due_amount": procedure.term.amount,
        "calendar_provisional": due.provisional,
    }


def _check_time(command: ReceiveDossier, now: datetime) -> None:
    check_not_ahead(command.received_at, now)
    if command.paper_slip is None and command.received_at < now - timedelta(days=DAYS_BACK):
        raise ReceivedTooLongAgo(days=DAYS_BACK)


def _check_place(command: ReceiveDossier, procedure: ProcedureOnDay) -> None:
    if command.place.kind is PlaceKind.CENTRE:
        return
    at_home = command.place.kind is PlaceKind.HOME
    rule = procedure.place.home if at_home else procedure.place.village
    if rule is PlaceRule.NO:
        raise OnlyAtCentre(procedure=command.procedure)
    if rule is PlaceRule.EXCEPTION and not command.place.witness:
        raise WitnessMissing(procedure=command.procedure)


def _check_papers(command: ReceiveDossier, procedure: ProcedureOnDay) -> None:
    if not command.papers:
        raise NoPapers()
    case_of(procedure.procedure, command.case)
    ids = [paper.paper for paper in command.papers if paper.paper]
    if ids and (missing := missing_papers(procedure.procedure, ids, command.case)):
        raise PapersMissing(
            papers=[paper.id for paper in missing], names=[paper.name for paper in missing]
        )


def _named(command: ReceiveDossier, procedure: ProcedureOnDay) -> tuple[PaperHandedIn, ...]:
    names = {paper.id: paper.name for paper in procedure.procedure.papers}
    return tuple(
        PaperHandedIn(
            paper.paper,
            paper.name or names.get(paper.paper or "", paper.paper),
            paper.form,
            paper.count,
            paper.file,
        )
        for paper in command.papers
    )


def _warnings(
    command: ReceiveDossier, context: ReceptionContext, due: Due | None, fee: Fee
) -> tuple[str, ...]:
    ways = ProcedureWays(context.procedure.procedure.mobile_variant)
    late = None
    if due and context.team:
        late = term_ends_before_return(due.due_at, context.team, ways)
    told = {
        "agency.placeholder": context.placeholder,
        "calendar.provisional": due is not None and due.provisional,
        Finding.code: late is not None,
        "fee.unknown": fee.vnd is None,
        "procedure.unchecked": context.procedure.procedure.state is CatalogueState.UNCHECKED,
        "term.unknown": due is None,
    }
    return tuple(code for code, applies in told.items() if applies)


def _person(command: ReceiveDossier, kept: tuple[PaperKept, ...], tracking: str) -> DossierPerson:
    return DossierPerson(
        applicant=command.applicant,
        papers=kept,
        tracking=tracking,
        declaration=command.declaration,
        return_place=command.return_to.place,
        contact=command.contact,
        collector=command.collector,
        interpreter=command.interpreter,
        witness=command.place.witness,
        visit=command.visit,
        reasons=command.reasons,
        written_for=command.written_for,
    )
