"""Number and seal what a command decided (đánh số và niêm phong): the same for every store."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from veban.actions.ports import Step
from veban.core.journal.clock import clock_stream, is_behind, was_set_right
from veban.core.journal.entry import GENESIS, Entry, Header, seal, stamp
from veban.core.journal.event import split
from veban.core.journal.history import Placed
from veban.core.journal.refusals import ClockBehind
from veban.core.shared.local_time import format_instant


@dataclass(frozen=True, slots=True)
class Head:
    """Where a node's chain ends: the number, hash and time of its last entry."""

    node: str
    seq: int = 0
    hash: str = GENESIS
    recorded_at: datetime | None = None
    position: int = 0


def told_time(
    head: Head,
    steps: Sequence[Step],
    now: datetime,
    history: Callable[[str], Sequence[Placed]],
) -> datetime:
    """Return the time to seal with: that of the last entry where the clock was set right.

    Args:
        head: Where the node's chain ends.
        steps: What is about to be written; the officer's word about the clock may be among it.
        now: The node's clock.
        history: Returns a stream's accepted history; asked only where the clock is behind.
    """
    now, last = sealed_time(now), head.recorded_at
    if last is None or not is_behind(now, last):
        return now
    known = [step.event for step in history(clock_stream(head.node))]
    told = [event for step in steps for event in step.events]
    return last if was_set_right([*known, *told], now, last) else now


def guarded_time(now: datetime, head: Head) -> datetime:
    """Return the time to record: never before that of the last entry.

    Raises:
        ClockBehind: the clock is too far behind the last entry.
    """
    now, last = sealed_time(now), head.recorded_at
    if last is None or now >= last:
        return now
    if is_behind(now, last):
        raise ClockBehind(clock=format_instant(now), last_entry=format_instant(last))
    return last


def seal_steps(
    head: Head, key: str, steps: Sequence[Step], now: datetime, salt: Callable[[], str]
) -> list[Entry]:
    """Return the entries that follow ``head``, in the order of the steps.

    Args:
        head: Where the node's chain ends.
        key: The command's key.
        steps: What the command decided.
        now: The node's clock.
        salt: Makes 16 random bytes in hex.

    Raises:
        ClockBehind: the clock is too far behind the last entry.
    """
    recorded_at, seq, prev_hash = guarded_time(now, head), head.seq, head.hash
    entries: list[Entry] = []
    for step in steps:
        for offset, event in enumerate(step.events, start=1):
            seq += 1
            header = Header(
                head.node, seq, step.stream, step.version + offset, event.TYPE, event.SCHEMA,
                sealed_time(step.occurred_at), recorded_at, step.actor, key, len(entries),
            )  # fmt: skip
            facts, person = split(event)
            entry = seal(header, facts, person, salt() if person is not None else "", prev_hash)
            prev_hash = entry.hash
            entries.append(entry)
    return entries


def moved_head(head: Head, entries: Sequence[Entry]) -> Head:
    """Return the head after ``entries`` were written."""
    last = entries[-1]
    return replace(
        head,
        seq=last.header.seq,
        hash=last.hash,
        recorded_at=last.header.recorded_at,
        position=head.position + len(entries),
    )


def sealed_time(instant: datetime) -> datetime:
    """Return the instant as it is hashed, so that folds see what replay will see."""
    return datetime.fromisoformat(stamp(instant))
