"""Decide on what came too late (quyết định việc đến muộn): take it over, or set it aside."""

from dataclasses import dataclass, replace
from datetime import datetime

from veban.actions.dossiers.do import move_context
from veban.actions.dossiers.merge import may_write
from veban.actions.once import Decided, once
from veban.actions.people.find_officer import get_officer
from veban.actions.ports import Step, World, Writing
from veban.core.catalogue import EVENTS
from veban.core.dossiers.act import act
from veban.core.dossiers.commands import DoMove
from veban.core.dossiers.events import Words
from veban.core.dossiers.late import LateDecided, LateReasonMissing, LateUnknown
from veban.core.dossiers.messages import MessageSent
from veban.core.dossiers.refusals import NotHolder
from veban.core.dossiers.repeat_late import repeated
from veban.core.dossiers.state import Dossier, fold
from veban.core.dossiers.typed import check_key
from veban.core.journal.entry import Entry
from veban.core.journal.event import Event
from veban.core.people.officers import OfficerLacksRole
from veban.core.people.roles import Role


@dataclass(frozen=True, slots=True)
class LateDecision:
    """What a manager decides.

    Args:
        key: Made where it was typed.
        subject: Hash of the late entry, or of the message.
        officer: Who decides.
        take: Take it over; else set it aside.
        reason: In words; needed where it is set aside.
    """

    key: str
    subject: str
    officer: str
    take: bool
    reason: str = ""


def decide_late(world: World, decision: LateDecision) -> dict[str, object]:
    """Record the decision, and the step itself where it is taken over.

    Raises:
        LateUnknown: nothing of this hash is known here, or it is decided.
        LateReasonMissing: set aside without a reason.
        LateNotRepeatable, MoveNotAllowed: it cannot be taken over as things stand.
        NotHolder: another node holds the dossier; it decides, or a manager reclaims first.
        OfficerLacksRole: only a manager decides.
    """
    check_key(decision.key)
    if not decision.take and not decision.reason.strip():
        raise LateReasonMissing()
    content = [decision.subject, decision.officer, decision.take, decision.reason]
    return once(world, decision.key, content, lambda writing: _decide(world, writing, decision))


def _decide(world: World, writing: Writing, decision: LateDecision) -> Decided:
    if not get_officer(writing, decision.officer).has(Role.MANAGER):
        raise OfficerLacksRole(move="decide_late", roles=[Role.MANAGER.value])
    entry = world.journal.entry(decision.subject)
    if entry is None:
        raise LateUnknown()
    event = EVENTS.read(entry)
    stream = event.dossier if isinstance(event, MessageSent) else entry.header.stream
    history = writing.history(stream)
    dossier = fold(history)
    placed = {step.hash for step in history}
    if dossier is None or decision.subject in dossier.decided_late | placed:
        raise LateUnknown()
    if not may_write(world, dossier):
        raise NotHolder(code=dossier.code)
    reason = decision.reason.strip()
    words = Words(reason) if reason else None
    said = LateDecided(decision.subject, decision.take, decision.officer, words)
    events: list[Event] = [said]
    at, actor = world.clock.now(), decision.officer
    if decision.take:
        again, at = _again(world, writing, dossier, entry, event)
        events, actor = [again, said], entry.header.actor
    step = Step(stream, dossier.version, events, at, actor)
    return Decided([step], {"subject": decision.subject, "taken": decision.take})


def _again(
    world: World, writing: Writing, dossier: Dossier, entry: Entry, event: Event | None
) -> tuple[Event, datetime]:
    if not isinstance(event, MessageSent):
        return repeated(dossier, event, entry.header.occurred_at)
    details = {} if event.person is None else event.person.details
    at = max(event.at, dossier.changed_at)
    command = DoMove(entry.hash, event.code, event.move, event.officer, at, details)
    context = move_context(world, writing, command, dossier)
    return act(dossier, command, replace(context, now=max(context.now, at))), at
