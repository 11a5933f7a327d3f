"""Settle messages (xử lý tin báo): run what others did through the same decision."""

from dataclasses import replace

from veban.actions.dossiers.do import move_context
from veban.actions.dossiers.merge import may_write, merge_doubled
from veban.actions.once import Decided, once
from veban.actions.ports import Step, World, Writing
from veban.core.dossiers.act import act
from veban.core.dossiers.commands import DoMove
from veban.core.dossiers.events import MessageSettled
from veban.core.dossiers.messages import MessageSent
from veban.core.dossiers.moves import FACTS_SEEN
from veban.core.dossiers.state import Dossier, fold
from veban.core.journal.event import Event
from veban.core.people.officers import PROGRAM
from veban.core.shared.refused import Refused


def settle_messages(world: World) -> int:
    """Settle every message about a dossier that this node holds.

    What is refused stays visible with its code and waits for a person.

    Returns:
        How many messages were looked at.
    """
    streams = [s for s in world.work.unsettled_messages() if _concerns_us(world, s)]
    for stream in streams:
        settle(world, stream)
    merge_doubled(world)
    return len(streams)


def _concerns_us(world: World, stream: str) -> bool:
    sent = world.journal.history(stream)[0].event
    if not isinstance(sent, MessageSent):
        return False
    dossier = fold(world.journal.history(sent.dossier))
    return dossier is not None and may_write(world, dossier)


def settle(world: World, stream: str) -> None:
    """Settle one message, as of the time it happened and under its hash as key."""

    def decide(writing: Writing) -> Decided:
        step = writing.history(stream)[0]
        sent = step.event
        if not isinstance(sent, MessageSent):
            raise ValueError(f"{stream} is no message")
        dossier = fold(writing.history(sent.dossier))
        if dossier is None or not may_write(world, dossier):
            raise ValueError(f"{sent.dossier} is not written here")
        events: list[Event] = []
        refused = None
        try:
            events.append(_act(world, writing, dossier, sent, step.hash))
        except Refused as refusal:
            refused = refusal.code
        events.append(MessageSettled(step.hash, refused))
        return Decided(
            [Step(sent.dossier, dossier.version, events, sent.at, sent.officer)],
            {"message": step.hash, "refused": refused},
        )

    once(world, f"message:{stream}", stream, decide)


def _act(world: World, writing: Writing, dossier: Dossier, sent: MessageSent, key: str) -> Event:
    """Decide what a message says; a fact seen elsewhere is taken whoever told it, and when.

    Whether the officer might say so was looked at where it was said.

    Raises:
        Refused: the move was not possible.
    """
    details = {} if sent.person is None else sent.person.details
    is_fact = sent.move in FACTS_SEEN
    officer = PROGRAM if is_fact else sent.officer
    command = DoMove(key, sent.code, sent.move, officer, sent.at, details)
    context = move_context(world, writing, command, dossier)
    if is_fact:
        context = replace(context, now=max(context.now, sent.at))
    return act(dossier, command, context)
