"""Envelopes that lie at no desk (bì hồ sơ trên đường, thất lạc): where each was last."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from veban.core.bags.bag import Bag, BagState

IN_BAG, MISSING_FROM = "bag", "missing"
"""What stands before a bag's number in a desk: it lies in the bag, or was not found in it."""


class Fate(StrEnum):
    """What is known of an envelope that lies at no desk."""

    PACKING = "packing"
    ON_ROAD = "on_road"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Envelope:
    """An envelope that lies at no desk.

    Args:
        stream: Its dossier.
        code: As it stands on the bag's list; empty where no list names it.
        fate: What is known of it.
        number: The bag it was last seen in.
        since: When it was laid in, left, or was found missing; None where only the dossier
            knows of the bag.
        bag: That bag; None where it is not known here.
    """

    stream: str
    code: str
    fate: Fate
    number: str
    since: datetime | None
    bag: Bag | None


def envelopes_underway(desks: Mapping[str, str], bags: Iterable[Bag]) -> list[Envelope]:
    """Return the envelopes that are on their way or missing, the longest first.

    A bag's list counts from the moment it is packed, since the dossier's own entries may say so
    only later: whoever packs need not hold the dossier. A bag whose receiver is still scanning
    has lost nothing yet.

    Args:
        desks: Stream → desk of the dossiers whose paper is in a bag or missing from one.
        bags: Every bag that has not been received, and those that the desks name.
    """
    known = tuple(bags)
    found = {one.stream: one for bag in known for one in _listed(bag)}
    for stream, desk in desks.items():
        if stream not in found and (one := _by_desk(stream, desk, known)):
            found[stream] = one
    # What nobody can date is looked for first.
    return sorted(
        found.values(), key=lambda one: (one.since is not None, one.since, one.code, one.stream)
    )


def _listed(bag: Bag) -> Iterator[Envelope]:
    if bag.state is BagState.RECEIVED:
        return
    fate = Fate.PACKING if bag.state is BagState.OPEN else Fate.ON_ROAD
    for stream, code in bag.listed.items():
        if not _arrived(bag, stream):
            since = bag.sent_at or bag.opened_at
            yield Envelope(stream, code, fate, bag.opened.number, since, bag)


def _by_desk(stream: str, desk: str, bags: Sequence[Bag]) -> Envelope | None:
    kind, _colon, number = desk.partition(":")
    named = [bag for bag in bags if bag.opened.number == number]
    # Two bags of a day may have one number: the one whose list names the dossier is meant.
    bag = next((bag for bag in named if stream in bag.listed), named[0] if named else None)
    code = bag.listed.get(stream, "") if bag else ""
    if kind == MISSING_FROM:
        since = bag.received_at if bag else None
        return Envelope(stream, code, Fate.MISSING, number, since, bag)
    if bag is None:
        return Envelope(stream, code, Fate.ON_ROAD, number, None, None)
    if _arrived(bag, stream):
        return None
    if bag.state is BagState.RECEIVED:
        return Envelope(stream, code, Fate.MISSING, number, bag.received_at, bag)
    fate = Fate.PACKING if bag.state is BagState.OPEN else Fate.ON_ROAD
    return Envelope(stream, code, fate, number, bag.sent_at or bag.opened_at, bag)


def _arrived(bag: Bag, stream: str) -> bool:
    """Tell whether it was scanned at arrival, by its code where its data had not come yet."""
    return stream in bag.found or bag.listed.get(stream) in bag.found.values()
