"""What each move makes happen: one small decision a move of ``MOVES``.

The checks that hold for every move (role, state, time) are in ``veban.core.dossiers.act``.
"""

from collections.abc import Callable
from datetime import datetime

from veban.core.deadlines.due import Due
from veban.core.deadlines.pause import resume_due
from veban.core.deadlines.reappoint import reappoint_due
from veban.core.dossiers.codes import CLOSED
from veban.core.dossiers.commands import DoMove
from veban.core.dossiers.decide_fee import collect_fee
from veban.core.dossiers.decide_hand_back import correct, find_fault, hand_back, not_handed_back
from veban.core.dossiers.decide_opinion import ask_opinion, give_opinion
from veban.core.dossiers.decide_paper_scans import attach_scan
from veban.core.dossiers.decide_result import (
    draft,
    issue,
    result_here,
    send_draft_back,
    sign,
    sign_draft,
)
from veban.core.dossiers.details import (
    HandOverDetails,
    NoteDetails,
    OfficialCodeDetails,
    OfficialStateDetails,
    PassOnDetails,
    PaymentDetails,
    PaymentRequestDetails,
    ReappointDetails,
    ReasonDetails,
    SupplementDetails,
    SupplementRequestDetails,
)
from veban.core.dossiers.events import (
    DossierAccepted,
    DossierEnded,
    DossierHandedOver,
    DossierKept,
    DossierReappointed,
    DossierTransferred,
    HolderReclaimed,
    PaymentConfirmed,
    PaymentRequested,
    SupplementPerson,
    SupplementRequested,
    SupplementTaken,
    Words,
)
from veban.core.dossiers.move_context import MoveContext
from veban.core.dossiers.moves import MOVES
from veban.core.dossiers.papers import papers_apart
from veban.core.dossiers.passing import DossierPassedOn
from veban.core.dossiers.portal_record import read_record
from veban.core.dossiers.refusals import (
    AlreadyThere,
    NoPapers,
    ReappointedTooLate,
    SecondReappointment,
    SecondSupplement,
    SupplementEmpty,
)
from veban.core.dossiers.seen import OfficialCodeLinked, OfficialStateSeen
from veban.core.dossiers.sight import Sight, sight_event
from veban.core.dossiers.state import Dossier
from veban.core.dossiers.telling import tell
from veban.core.journal.event import Event
from veban.core.people.roles import Role
from veban.core.procedures.term import TermRule


def _accept(dossier: Dossier, details: NoteDetails, command: DoMove, _: MoveContext) -> Event:
    return DossierAccepted(_words(details.note))


def _transfer(dossier: Dossier, details: NoteDetails, command: DoMove, _: MoveContext) -> Event:
    return DossierTransferred(_words(details.note))


def _request_supplement(
    dossier: Dossier, details: SupplementRequestDetails, command: DoMove, context: MoveContext
) -> Event:
    if not details.papers:
        raise SupplementEmpty()
    if dossier.supplements and not context.officer.has(Role.MANAGER):
        raise SecondSupplement()
    words = Words(details.reason, papers=details.papers)
    return SupplementRequested(dossier.supplements + 1, words)


def _take_supplement(
    dossier: Dossier, details: SupplementDetails, command: DoMove, context: MoveContext
) -> Event:
    if not details.papers:
        raise NoPapers()
    facts, kept = papers_apart(details.papers)
    return SupplementTaken(facts, _resumed(dossier, command, context), SupplementPerson(kept))


def _request_payment(
    dossier: Dossier, details: PaymentRequestDetails, command: DoMove, _: MoveContext
) -> Event:
    return PaymentRequested(details.amount_vnd, Words(details.reason))


def _confirm_payment(
    dossier: Dossier, details: PaymentDetails, command: DoMove, context: MoveContext
) -> Event:
    resumed = _resumed(dossier, command, context)
    return PaymentConfirmed(details.receipt_number, details.online, resumed)


def _reappoint(
    dossier: Dossier, details: ReappointDetails, command: DoMove, context: MoveContext
) -> Event:
    if dossier.reappointed:
        raise SecondReappointment()
    if dossier.due_at is not None and command.at > dossier.due_at:
        raise ReappointedTooLate()
    due = _due(dossier, dossier.due_at or command.at)
    moved = reappoint_due(due, details.due_at, context.hours, context.calendar)
    return DossierReappointed(moved.due_at, Words(details.reason))


def _end(dossier: Dossier, details: ReasonDetails, command: DoMove, _: MoveContext) -> Event:
    target = MOVES[command.move].target
    assert target is not None
    return DossierEnded(target, Words(details.reason, details.legal_basis))


def _hand_over(
    dossier: Dossier, details: HandOverDetails, command: DoMove, _: MoveContext
) -> Event:
    return DossierHandedOver(dossier.desk, details.to, _words(details.note))


def _pass_on(
    dossier: Dossier, details: PassOnDetails, command: DoMove, context: MoveContext
) -> Event:
    if details.to_unit == dossier.unit:
        raise AlreadyThere(unit=details.to_unit)
    return DossierPassedOn(details.to_unit, _words(details.note))


def _keep(dossier: Dossier, details: object, command: DoMove, _: MoveContext) -> Event:
    return DossierKept(kept=command.move == "keep")


def _reclaim(dossier: Dossier, details: ReasonDetails, command: DoMove, _: MoveContext) -> Event:
    return HolderReclaimed(Words(details.reason, details.legal_basis))


def _link_code(
    dossier: Dossier, details: OfficialCodeDetails, command: DoMove, _: MoveContext
) -> Event:
    return OfficialCodeLinked(details.system, str(details.official))


def _seen(
    dossier: Dossier, details: OfficialStateDetails, command: DoMove, _: MoveContext
) -> Event:
    if details.record is not None:
        facts = read_record(details.record)
        sight = Sight(facts, details.record, details.seen_at, details.source, details.system)
        return sight_event(dossier, sight, held=facts.state not in CLOSED)
    return OfficialStateSeen(
        details.system,
        details.state,
        details.seen_at,
        details.source,
        details.due_at,
        details.ended_at,
        details.returned_at,
    )


DECIDE: dict[str, Callable[..., Event]] = {
    "accept": _accept,
    "not_accept": _end,
    "transfer": _transfer,
    "request_supplement": _request_supplement,
    "take_supplement": _take_supplement,
    "request_payment": _request_payment,
    "confirm_payment": _confirm_payment,
    "reappoint": _reappoint,
    "withdraw": _end,
    "discontinue": _end,
    "draft": draft,
    "sign_draft": sign_draft,
    "send_draft_back": send_draft_back,
    "issue": issue,
    "sign": sign,
    "result_here": result_here,
    "ask_opinion": ask_opinion,
    "give_opinion": give_opinion,
    "collect_fee": collect_fee,
    "hand_back": hand_back,
    "find_fault": find_fault,
    "correct": correct,
    "not_handed_back": not_handed_back,
    "attach_scan": attach_scan,
    "tell": tell,
    "hand_over": _hand_over,
    "pass_on": _pass_on,
    "keep": _keep,
    "let_go": _keep,
    "reclaim": _reclaim,
    "link_code": _link_code,
    "seen": _seen,
}


def _words(note: str | None) -> Words | None:
    return None if note is None else Words(note)


def _due(dossier: Dossier, due_at: datetime) -> Due:
    received = dossier.received
    rule = (received and received.due_rule) or TermRule.WORKING_DAYS
    start = (received and received.counted_from) or dossier.changed_at
    return Due(due_at, start, rule)


def _resumed(dossier: Dossier, command: DoMove, context: MoveContext) -> datetime | None:
    if dossier.due_at is None or dossier.paused_at is None:
        return dossier.due_at
    due = _due(dossier, dossier.due_at)
    moved = resume_due(due, dossier.paused_at, command.at, context.hours, context.calendar)
    return moved.due_at
