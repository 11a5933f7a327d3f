"""Take over what came too late (nhận lại việc đến muộn), as a step of the holder's own."""

from datetime import datetime

from veban.core.dossiers.codes import DossierState
from veban.core.dossiers.events import (
    DossierAccepted,
    DossierEnded,
    DossierHandedOver,
    DossierReappointed,
    DossierTransferred,
    PaymentConfirmed,
    PaymentRequested,
    ResultHandedBack,
    ResultSigned,
    SupplementRequested,
    SupplementTaken,
)
from veban.core.dossiers.fee_collected import FeeCollected
from veban.core.dossiers.hand_back import HandBackTried, ResultCorrected, ResultFaultFound
from veban.core.dossiers.late import LateNotRepeatable
from veban.core.dossiers.moves import MOVES
from veban.core.dossiers.opinions import OpinionAsked, OpinionGiven
from veban.core.dossiers.paper_scans import PaperScanned
from veban.core.dossiers.refusals import MoveNotAllowed
from veban.core.dossiers.result import (
    DraftSentBack,
    DraftSigned,
    ResultArrived,
    ResultDrafted,
    ResultIssued,
)
from veban.core.dossiers.standing import standing
from veban.core.dossiers.state import Dossier
from veban.core.journal.event import Event

_MOVES: dict[type, str] = {
    DossierAccepted: "accept",
    DossierTransferred: "transfer",
    SupplementRequested: "request_supplement",
    SupplementTaken: "take_supplement",
    PaymentRequested: "request_payment",
    PaymentConfirmed: "confirm_payment",
    DossierReappointed: "reappoint",
    ResultSigned: "sign",
    ResultDrafted: "draft",
    DraftSigned: "sign_draft",
    DraftSentBack: "send_draft_back",
    ResultIssued: "issue",
    ResultArrived: "result_here",
    OpinionAsked: "ask_opinion",
    OpinionGiven: "give_opinion",
    FeeCollected: "collect_fee",
    ResultHandedBack: "hand_back",
    ResultFaultFound: "find_fault",
    ResultCorrected: "correct",
    HandBackTried: "not_handed_back",
    DossierHandedOver: "hand_over",
    PaperScanned: "attach_scan",
}
_ENDS = {
    DossierState.NOT_ACCEPTED: "not_accept",
    DossierState.WITHDRAWN: "withdraw",
    DossierState.DISCONTINUED: "discontinue",
}


def move_of(event: Event | None) -> str | None:
    """Return the move by which an event can be repeated; None where it cannot."""
    if isinstance(event, DossierEnded):
        return _ENDS.get(event.state)
    return _MOVES.get(type(event))


def repeated(dossier: Dossier, event: Event | None, at: datetime) -> tuple[Event, datetime]:
    """Return a late event as a step of the dossier as it stands now, and when it counts.

    Args:
        dossier: As the accepted history makes it.
        event: What the late entry says.
        at: When it happened; never counted before the dossier's last change.

    Raises:
        LateNotRepeatable: it is no move of a dossier.
        MoveNotAllowed: the dossier is no longer in a state for it.
    """
    move = move_of(event)
    if move is None or event is None:
        raise LateNotRepeatable()
    state = standing(dossier).state
    if state not in MOVES[move].sources:
        allowed = sorted(int(source) for source in MOVES[move].sources)
        raise MoveNotAllowed(move=move, state=int(state), allowed=allowed)
    return event, max(at, dossier.changed_at)
