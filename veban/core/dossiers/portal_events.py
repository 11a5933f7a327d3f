"""What the national record says of a dossier received here, read off its events."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from veban.core.dossiers.events import (
    DossierReappointed,
    PaymentConfirmed,
    PaymentRequested,
    ResultSigned,
    SupplementRequested,
    SupplementTaken,
)
from veban.core.dossiers.fee_collected import FeeCollected
from veban.core.dossiers.portal_names import (
    FEE,
    FILE_ERASED,
    OBLIGATION,
    FeeName,
    RecordName,
    ResultName,
    SupplementName,
)
from veban.core.dossiers.received import DossierReceived
from veban.core.dossiers.result import ResultArrived, ResultIssued
from veban.core.journal.history import Placed
from veban.core.procedures.papers import PaperForm
from veban.core.shared.local_time import format_instant

Line = dict[str, Any]


def own_record(received: DossierReceived) -> Line:
    """Return what a reception says; persons are null after erasure.

    Handing in and reception are one act at a table, so both dates are ``received_at``.
    """
    applicant = received.person.applicant if received.person else None
    digital = any(paper.scanned or paper.form is PaperForm.DATA for paper in received.papers)
    return {
        RecordName.CODE: received.code,
        RecordName.PROCEDURE: received.procedure,
        RecordName.CHANNEL: received.channel,
        RecordName.OWNER_ID: applicant and applicant.personal_id,
        RecordName.OWNER: applicant and applicant.full_name,
        RecordName.PHONE: applicant and applicant.phone,
        RecordName.SUBMITTED: format_instant(received.received_at),
        RecordName.RECEIVED: format_instant(received.received_at),
        RecordName.UNIT: received.unit,
        RecordName.DIGITISED: int(digital),
        RecordName.VNEID: 0,
    }


def own_payment(received: DossierReceived, history: Sequence[Placed]) -> int | None:
    """Return how it was paid: 0 nothing due, 1 online, 2 otherwise; None where the fee is unknown.

    A fee is taken at the table, in cash; only a payment confirmed as online is one.
    """
    events = [step.event for step in history]
    paid = (event for event in events if isinstance(event, PaymentConfirmed | FeeCollected))
    if any(event.online for event in paid):
        return 1
    asked = any(isinstance(event, PaymentRequested) for event in events)
    if received.fee_vnd is None and not asked:
        return None
    taken = next((event.amount_vnd for event in events if isinstance(event, FeeCollected)), None)
    return 2 if (received.fee_vnd if taken is None else taken) or asked else 0


def own_fees(received: DossierReceived | None, history: Sequence[Placed]) -> list[Line]:
    """Return the fee of the reception and what was asked for later, in đồng."""
    first = received.fee_vnd if received else None
    fees: list[Line] = [] if first is None else [{FeeName.NAME: FEE, FeeName.AMOUNT: first}]
    for step in history:
        if isinstance(asked := step.event, PaymentRequested):
            fees.append({FeeName.NAME: OBLIGATION, FeeName.AMOUNT: asked.amount_vnd})
    return fees


def own_supplements(history: Sequence[Placed], due_at: datetime | None) -> list[Line]:
    """Return each request to supplement, with what was taken for it."""
    found: list[Line] = []
    for step in history:
        match step.event:
            case SupplementRequested() as asked:
                found.append(_asked(asked, step) | {SupplementName.DUE_BEFORE: _text(due_at)})
            case SupplementTaken() as taken:
                due_at = taken.due_at
                # Papers may also be taken for a request that only the record knows.
                last = found.pop() if found else {}
                found.append(last | _taken(taken, step))
            case DossierReappointed(due_at=later) | PaymentConfirmed(due_at=later):
                due_at = later
    return found


def own_results(history: Sequence[Placed]) -> list[Line]:
    """Return the results that were signed; the file's hash stands for its path."""
    found: list[Line] = []
    for step in history:
        if isinstance(signed := step.event, ResultSigned | ResultIssued | ResultArrived):
            number = signed.person.number if signed.person else None
            file = signed.person.file if signed.person else None
            link = file or (FILE_ERASED if signed.scanned else None)
            found.append(
                {ResultName.NAME: signed.result, ResultName.NUMBER: number, ResultName.FILE: link}
            )
    return found


def _asked(asked: SupplementRequested, step: Placed) -> Line:
    return {
        SupplementName.ID: str(asked.ordinal),
        SupplementName.ASKED_BY: step.header.actor,
        SupplementName.ASKED: format_instant(step.header.occurred_at),
        SupplementName.WORDS: asked.person.text if asked.person else None,
        SupplementName.PAPERS: list(asked.person.papers) if asked.person else [],
    }


def _taken(taken: SupplementTaken, step: Placed) -> Line:
    return {
        SupplementName.TAKEN_BY: step.header.actor,
        SupplementName.TAKEN: format_instant(step.header.occurred_at),
        SupplementName.DUE_AFTER: _text(taken.due_at),
    }


def _text(instant: datetime | None) -> str | None:
    return None if instant is None else format_instant(instant)
