"""Find the act that a slip is printed from: an event, or a message not yet confirmed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from veban.actions.ports import World
from veban.actions.slips.subject import SlipUnknown, Subject
from veban.core.dossiers.codes import DossierState
from veban.core.dossiers.details import ReappointDetails, ReasonDetails, SupplementRequestDetails
from veban.core.dossiers.events import (
    DossierEnded,
    DossierReappointed,
    SupplementRequested,
    Words,
)
from veban.core.dossiers.messages import MessageSent
from veban.core.dossiers.moves import MOVES
from veban.core.journal.event import Event
from veban.core.journal.history import Placed
from veban.core.shared.shape import read_shape


@dataclass(frozen=True, slots=True)
class Act:
    """What was done and said.

    Args:
        at: When.
        officer: Who acted.
        move: The move's name; empty where the event tells enough.
        words: Reason, legal basis, papers.
        new_due_at: The new date of an apology.
        awaits_centre: It is a message, not yet settled.
    """

    at: datetime
    officer: str
    words: Words
    move: str = ""
    new_due_at: datetime | None = None
    awaits_centre: bool = False


_OF_KIND: dict[str, Callable[[Event | None], bool]] = {
    "supplement": lambda event: isinstance(event, SupplementRequested),
    "apology": lambda event: isinstance(event, DossierReappointed),
    "refusal": lambda event: (
        isinstance(event, DossierEnded) and event.state is DossierState.NOT_ACCEPTED
    ),
    "stop": lambda event: (
        isinstance(event, DossierEnded) and event.state is not DossierState.NOT_ACCEPTED
    ),
}


def get_act(world: World, subject: Subject, kind: str) -> Act:
    """Return the last act that a kind of slip is printed from.

    Raises:
        SlipUnknown: there is none.
    """
    for step in reversed(subject.history):
        if _OF_KIND[kind](step.event):
            return _from_event(step)
    if act := _last_message(world, subject, kind):
        return act
    raise SlipUnknown(kind=kind)


def _from_event(step: Placed) -> Act:
    event, header = step.event, step.header
    words = getattr(event, "person", None) or Words("")
    move = ""
    if isinstance(event, DossierEnded) and event.state is DossierState.WITHDRAWN:
        move = "withdraw"
    due_at = event.due_at if isinstance(event, DossierReappointed) else None
    return Act(header.occurred_at, header.actor, words, move, due_at)


def _last_message(world: World, subject: Subject, kind: str) -> Act | None:
    acts = []
    for stream in world.work.messages_about(subject.dossier.stream):
        step = world.journal.history(stream)[0]
        sent = step.event
        if not isinstance(sent, MessageSent) or step.hash in subject.dossier.messages:
            continue
        if sent.person is not None and MOVES[sent.move].slip == kind:
            details: Any = read_shape(MOVES[sent.move].details, sent.person.details)
            acts.append(_from_message(sent, details))
    return max(acts, key=lambda act: act.at, default=None)


def _from_message(sent: MessageSent, details: Any) -> Act:
    due_at: datetime | None = None
    match details:
        case SupplementRequestDetails(papers=papers, reason=reason):
            words = Words(reason, papers=papers)
        case ReasonDetails(reason=reason, legal_basis=basis):
            words = Words(reason, basis)
        case ReappointDetails(reason=reason):
            words, due_at = Words(reason), details.due_at
        case _:
            words = Words("")
    return Act(sent.at, sent.officer, words, sent.move, due_at, awaits_centre=True)
