"""A numbered bag of envelopes (túi hồ sơ): packed, sent with its list, unpacked at arrival."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from veban.core.bags.events import (
    BagOpened,
    BagReceived,
    BagSent,
    EnvelopeArrived,
    EnvelopePacked,
    EnvelopeTakenOut,
)
from veban.core.journal.event import Event
from veban.core.journal.history import Placed


class BagState(StrEnum):
    """Where a bag stands."""

    OPEN = "open"
    SENT = "sent"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class Bag:
    """A bag as its history makes it.

    Args:
        version: How many steps were folded.
        opened: How it began.
        packed: Stream → code of the envelopes on its list.
        arrived: Stream → code of the envelopes found in it at arrival.
        giver: Code of the officer who sent it.
        taker: Code of the officer who unpacked it.
    """

    stream: str
    version: int
    opened: BagOpened
    opened_at: datetime
    state: BagState = BagState.OPEN
    packed: Mapping[str, str] | None = None
    arrived: Mapping[str, str] | None = None
    sent_at: datetime | None = None
    received_at: datetime | None = None
    giver: str = ""
    taker: str = ""

    @property
    def listed(self) -> dict[str, str]:
        """Return stream → code of what is on the list."""
        return dict(self.packed or {})

    @property
    def found(self) -> dict[str, str]:
        """Return stream → code of what was found at arrival."""
        return dict(self.arrived or {})


@dataclass(frozen=True, slots=True)
class Compared:
    """A list beside reality, as sorted codes.

    Args:
        both: In the bag, and expected.
        extra: In the bag, not expected.
        missing: Expected, not in the bag.
    """

    both: tuple[str, ...]
    extra: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Tell whether list and reality differ."""
        return bool(self.extra or self.missing)


@dataclass(frozen=True, slots=True)
class BagRow:
    """A bag as lists read it."""

    stream: str
    bag: str
    number: str
    unit: str
    state: str
    from_desk: str
    to_desk: str
    carriage: bool
    envelopes: int
    opened_at: datetime
    sent_at: datetime | None
    received_at: datetime | None


def bag_stream(bag: str) -> str:
    """Return the stream of a bag."""
    return f"bag/{bag}"


def compare(expected: Iterable[str], found: Iterable[str]) -> Compared:
    """Compare a list with what is there.

    Example:
        >>> compare(["a", "b"], ["b", "c"])
        Compared(both=('b',), extra=('c',), missing=('a',))
    """
    listed, there = set(expected), set(found)
    return Compared(
        tuple(sorted(listed & there)), tuple(sorted(there - listed)), tuple(sorted(listed - there))
    )


def fold_bag(history: Sequence[Placed]) -> Bag | None:
    """Return the bag its history makes; None where it does not begin with an opening."""
    bag: Bag | None = None
    for step in history:
        header = step.header
        if bag is not None and step.event is not None:
            bag = _changed(bag, step.event, header.occurred_at, header.actor)
        elif isinstance(step.event, BagOpened):
            bag = Bag(header.stream, 0, step.event, header.occurred_at)
    return None if bag is None else replace(bag, version=history[-1].header.version)


def bag_rows(stream: str, history: Sequence[Placed]) -> tuple[BagRow, ...]:
    """Fold a bag's stream into its row."""
    bag = fold_bag(history)
    if bag is None:
        return ()
    opened = bag.opened
    return (
        BagRow(
            stream=stream,
            bag=opened.bag,
            number=opened.number,
            unit=opened.unit,
            state=bag.state.value,
            from_desk=opened.from_desk,
            to_desk=opened.to_desk,
            carriage=opened.carriage,
            envelopes=len(bag.listed),
            opened_at=bag.opened_at,
            sent_at=bag.sent_at,
            received_at=bag.received_at,
        ),
    )


def _changed(bag: Bag, event: Event, at: datetime, actor: str) -> Bag:
    match event:
        case EnvelopePacked(dossier=dossier, code=code):
            return replace(bag, packed={**bag.listed, dossier: code})
        case EnvelopeTakenOut(dossier=dossier):
            return replace(bag, packed={s: c for s, c in bag.listed.items() if s != dossier})
        case BagSent():
            return replace(bag, state=BagState.SENT, sent_at=at, giver=actor)
        case EnvelopeArrived(dossier=dossier, code=code):
            return replace(bag, arrived={**bag.found, dossier: code})
        case BagReceived():
            return replace(bag, state=BagState.RECEIVED, received_at=at, taker=actor)
        case _:
            return bag
