"""What came too late (việc đến muộn): a person sees both sides and decides, once.

An entry without a place, because its dossier had another holder by then, or a message that the
holder refused. Neither is dropped: it is taken over, as a step of the holder's own, or set aside
with a reason.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

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
    Words,
)
from veban.core.dossiers.moves import MOVES
from veban.core.dossiers.refusals import MoveNotAllowed
from veban.core.dossiers.standing import standing
from veban.core.dossiers.state import Dossier
from veban.core.journal.event import Event
from veban.core.shared.refused import Refused


class LateNotRepeatable(Refused):
    """This step cannot be taken over; it can only be set aside."""

    code = "late.not_repeatable"


class LateUnknown(Refused):
    """Nothing of this name waits for a decision here, or somebody has decided it."""

    code = "late.unknown"


class LateReasonMissing(Refused):
    """Setting something aside needs a reason in words."""

    code = "late.reason_missing"


@dataclass(frozen=True, slots=True)
class LateDecided:
    """A person decided on what came too late.

    Args:
        subject: Hash of the late entry, or of the message.
        taken: Taken over; the step follows. Else set aside.
    """

    TYPE: ClassVar[str] = "LateDecided"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Quyết định về việc đến muộn"

    subject: str
    taken: bool
    person: Words | None = None


_MOVES: dict[type, str] = {
    DossierAccepted: "accept",
    DossierTransferred: "transfer",
    SupplementRequested: "request_supplement",
    SupplementTaken: "take_supplement",
    PaymentRequested: "request_payment",
    PaymentConfirmed: "confirm_payment",
    DossierReappointed: "reappoint",
    ResultSigned: "sign",
    ResultHandedBack: "hand_back",
    DossierHandedOver: "hand_over",
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
