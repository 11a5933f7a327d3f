"""Settle messages (xử lý tin báo): run what others did through the same decision."""

from veban.actions.dossiers.do import move_context
from veban.actions.once import Decided, once
from veban.actions.ports import Step, World, Writing
from veban.core.dossiers.act import act
from veban.core.dossiers.commands import DoMove
from veban.core.dossiers.events import MessageSettled
from veban.core.dossiers.messages import MessageSent
from veban.core.dossiers.state import fold
from veban.core.journal.event import Event
from veban.core.shared.refused import Refused


def settle_messages(world: World) -> int:
    """Settle every message about a dossier that this node holds.

    What is refused stays visible with its code and waits for a person.

    Returns:
        How many messages were looked at.
    """
    streams = world.work.unsettled_messages()
    for stream in streams:
        settle(world, stream)
    return len(streams)


def settle(world: World, stream: str) -> None:
    """Settle one message, as of the time it happened and under its hash as key."""

    def decide(writing: Writing) -> Decided:
        step = writing.history(stream)[0]
        sent = step.event
        if not isinstance(sent, MessageSent):
            raise ValueError(f"{stream} is no message")
        dossier = fold(writing.history(sent.dossier))
        if dossier is None or dossier.holder != world.me.node:
            raise ValueError(f"{sent.dossier} is not held here")
        details = {} if sent.person is None else sent.person.details
        command = DoMove(step.hash, sent.code, sent.move, sent.officer, sent.at, details)
        events: list[Event] = []
        refused = None
        try:
            events.append(act(dossier, command, move_context(world, writing, command)))
        except Refused as refusal:
            refused = refusal.code
        events.append(MessageSettled(step.hash, refused))
        return Decided(
            [Step(sent.dossier, dossier.version, events, sent.at, sent.officer)],
            {"message": step.hash, "refused": refused},
        )

    once(world, f"message:{stream}", stream, decide)
