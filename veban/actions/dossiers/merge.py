"""Merge what turns out to be one dossier (gộp hồ sơ): a reception and records of it.

A record may be imported before anybody tells that its code is that of a dossier received here,
or before the laptop that received it comes back. Then one dossier stands in two streams until
they are known to share a code.
"""

from collections.abc import Sequence
from datetime import datetime

from veban.actions.ports import Step, World, Writing
from veban.actions.transact import transact
from veban.core.dossiers.codes import CLOSED, PORTAL
from veban.core.dossiers.commands import DoMove
from veban.core.dossiers.messages import MessagePerson, MessageSent
from veban.core.dossiers.seen import RecordMerged
from veban.core.dossiers.sight import Sight, sight_event
from veban.core.dossiers.state import Dossier, fold
from veban.core.journal.event import Event
from veban.core.nodes.events import NodeKind
from veban.core.people.officers import PROGRAM
from veban.core.shared.canonical import digest
from veban.core.shared.local_time import format_instant

MERGE = "merge"
"""The source of a record that was kept in a stream of its own before."""


def may_write(world: World, dossier: Dossier) -> bool:
    """Tell whether this node writes into the dossier's stream.

    The holder does; a centre also notes facts about history, which nobody holds.
    """
    if dossier.holder == world.me.node:
        return True
    history = dossier.record is not None and dossier.holder is None
    return history and dossier.releasing_to is None and world.me.kind is not NodeKind.FIELD


def merge_doubled(world: World) -> int:
    """Merge every dossier that stands in several streams sharing a code.

    A record goes into the reception it belongs to, or into the record that was there first.
    Two receptions are never merged: a person has to see them.

    Returns:
        How many streams went into another one.
    """
    return sum(_merge(world, streams) for streams in world.work.doubled())


def message_step(world: World, dossier: Dossier, command: DoMove) -> Step:
    """Return the message that tells a move to the node that writes the dossier."""
    sent = MessageSent(
        dossier.stream,
        command.code,
        command.move,
        command.officer,
        command.at,
        MessagePerson(command.details),
    )
    stream = f"message/{digest([world.me.node, command.key])[:24]}"
    return Step(stream, 0, [sent], command.at, command.officer)


def sight_message(world: World, dossier: Dossier, sight: Sight) -> Step:
    """Return the message that tells a record to the node that writes the dossier."""
    details = {
        "system": sight.system,
        "state": sight.facts.state,
        "seen_at": format_instant(sight.seen_at),
        "source": sight.source,
        "record": sight.record,
    }
    key = f"{sight.source}:{world.random.token(8).hex()}"
    told = {name: value for name, value in details.items() if value is not None}
    code = sight.facts.code
    return message_step(world, dossier, DoMove(key, code, "seen", PROGRAM, sight.seen_at, told))


def _merge(world: World, streams: Sequence[str]) -> int:
    def work(writing: Writing) -> int:
        found = [fold(writing.history(stream)) for stream in sorted(streams)]
        known = [d for d in found if d is not None and d.merged_into is None]
        target = _target(known)
        records = [d for d in known if d is not target and d.record is not None]
        movable = [d for d in records if may_write(world, d)]
        if target is None or not movable:
            return 0
        writing.write(f"{MERGE}:{world.random.token(8).hex()}", _steps(world, target, movable))
        return len(movable)

    return transact(world, work)


def _target(known: Sequence[Dossier]) -> Dossier | None:
    received = [dossier for dossier in known if dossier.received is not None]
    if len(received) > 1:
        return None
    return next(iter(received or known), None)


def _steps(world: World, target: Dossier, others: Sequence[Dossier]) -> list[Step]:
    now = world.clock.now()
    events: list[Event] = []
    steps: list[Step] = []
    for other in others:
        steps.append(Step(other.stream, other.version, [RecordMerged(target.stream)], now, PROGRAM))
        sight = _sight(other, now)
        if may_write(world, target):
            events += _moved_over(target, other, sight)
        else:
            steps.append(sight_message(world, target, sight))
    if events:
        steps.append(Step(target.stream, target.version, events, now, PROGRAM))
    return steps


def _moved_over(target: Dossier, other: Dossier, sight: Sight) -> list[Event]:
    """Return the record and every code of one dossier as events of another."""
    is_open = sight.facts.state not in CLOSED
    held = is_open and (target.holder or other.holder) is not None
    named = set(sight.facts.codes_named(PORTAL)) | set(target.codes)
    codes = [linked for linked in other.codes if linked not in named]
    return [sight_event(target, sight, held=held, merged_from=other.stream), *codes]


def _sight(dossier: Dossier, now: datetime) -> Sight:
    record = dossier.record
    if record is None:
        raise ValueError(f"{dossier.stream} has no record")
    raw = None if record.person is None else record.person.record
    return Sight(record.facts, raw, dossier.imported_at or now, MERGE)
