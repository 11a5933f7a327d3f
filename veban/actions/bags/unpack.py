"""Unpack a bag at arrival (nhận túi): scan what is in it, name what is missing."""

from collections.abc import Collection
from typing import Any

from veban.actions.bags.hand_over import BagAct, bag_step, get_bag, own_desk, paper_moves
from veban.actions.once import Decided, once
from veban.actions.ports import Step, World, Writing
from veban.core.bags.bag import Bag, BagState, compare
from veban.core.bags.events import BagNote, BagReceived, EnvelopeArrived
from veban.core.bags.refusals import BagClosed, BagDiffers, BagNotForHere, BagNotSent
from veban.core.nodes.events import NodeKind
from veban.core.shared.refused import Refused


def arrive(world: World, act: BagAct, code: str) -> dict[str, Any]:
    """Record that an envelope was found in the bag; scanned twice it is there once.

    An envelope whose dossier's data have not come yet is recorded by its code.

    Raises:
        BagClosed, BagNotForHere, BagNotSent, BagUnknown: the bag is not unpacked here.
    """

    def decide(writing: Writing) -> Decided:
        bag = _get_sent(world, writing, act.bag)
        stream = _stream_of(writing, bag, code)
        body = {"bag": act.bag, "code": code, "listed": stream in bag.listed}
        if stream in bag.found:
            return Decided([], {**body, "already": True})
        arrived = EnvelopeArrived(stream, code)
        steps = [bag_step(world, bag, act.officer, arrived)]
        return Decided(steps + _moved(world, writing, act, code, _here(world, act)), body)

    return once(world, act.key, ["arrive", act.bag, act.officer, code], decide)


def receive_bag(world: World, act: BagAct, codes: Collection[str] = ()) -> dict[str, Any]:
    """End the unpacking; what is on the list and was not found is recorded as missing.

    Args:
        world: The node.
        act: Who, which bag, and the word about differences.
        codes: Envelopes found that were not scanned before; they are recorded in the same act,
            or not at all.

    Raises:
        BagDiffers: list and bag differ and no word was given.
        BagClosed, BagNotForHere, BagNotSent, BagUnknown: the bag is not unpacked here.
    """
    note, wanted = act.note.strip(), sorted(set(codes))

    def decide(writing: Writing) -> Decided:
        bag = _get_sent(world, writing, act.bag)
        scanned = {_stream_of(writing, bag, code): code for code in wanted}
        new = {stream: code for stream, code in scanned.items() if stream not in bag.found}
        found = compare(bag.listed.values(), [*bag.found.values(), *new.values()])
        if found.differs and not note:
            raise BagDiffers(extra=len(found.extra), missing=len(found.missing))
        arrived = [EnvelopeArrived(stream, code) for stream, code in new.items()]
        received = BagReceived(found.missing, found.extra, BagNote(note) if note else None)
        steps = [bag_step(world, bag, act.officer, *arrived, received)]
        desks = dict.fromkeys(new.values(), _here(world, act))
        desks |= dict.fromkeys(found.missing, f"missing:{bag.opened.number}")
        for code, desk in desks.items():
            steps += _moved(world, writing, act, code, desk)
        body = {"bag": act.bag, "number": bag.opened.number, "missing": list(found.missing)}
        return Decided(steps, {**body, "extra": list(found.extra)})

    content = ["receive", act.bag, act.officer, act.note, *wanted]
    return once(world, act.key, content, decide)


def _moved(world: World, writing: Writing, act: BagAct, code: str, desk: str) -> list[Step]:
    """Return the paper's move; what lies on the table is recorded whatever the dossier says."""
    try:
        return paper_moves(world, writing, act, code, desk)
    except Refused:
        return []


def _stream_of(writing: Writing, bag: Bag, code: str) -> str:
    """Return whose envelope it is: of two dossiers with one code, the one on the bag's list."""
    streams = writing.find_streams(code) or (f"code:{code}",)
    return next((stream for stream in streams if stream in bag.listed), streams[0])


def _here(world: World, act: BagAct) -> str:
    return own_desk(world) if world.me.kind is NodeKind.FIELD else f"officer:{act.officer}"


def _get_sent(world: World, writing: Writing, bag_id: str) -> Bag:
    bag = get_bag(writing, bag_id)
    if bag.opened.to_desk != own_desk(world):
        raise BagNotForHere(bag=bag_id)
    if bag.state is BagState.OPEN:
        raise BagNotSent(bag=bag_id)
    if bag.state is BagState.RECEIVED:
        raise BagClosed(bag=bag_id)
    return bag
