"""Open a bag, pack it, close it with its list (mở túi, xếp bì hồ sơ, đóng túi)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from veban.actions.bags.hand_over import BagAct, bag_step, get_bag, own_desk, paper_moves
from veban.actions.dossiers.do import get_dossier
from veban.actions.nodes.find_node import get_node
from veban.actions.once import Decided, once
from veban.actions.people.find_officer import get_officer
from veban.actions.ports import Step, World, Writing
from veban.core.bags.bag import Bag, BagState, bag_stream, compare, fold_bag
from veban.core.bags.events import BagNote, BagOpened, BagSent, EnvelopePacked, EnvelopeTakenOut
from veban.core.bags.refusals import (
    BagClosed,
    BagDiffers,
    BagEmpty,
    BagNotForHere,
    BagTakerUnfit,
    EnvelopeElsewhere,
)
from veban.core.dossiers.state import Dossier
from veban.core.dossiers.typed import check_key
from veban.core.shared.canonical import digest
from veban.core.shared.local_time import local_day

AWAY = ("citizen", "bag:")
"""Desks from which no paper can be packed."""


@dataclass(frozen=True, slots=True)
class NewBag:
    """What a bag is opened with.

    Args:
        key: Made where it was typed.
        to: The node that gets the bag.
        officer: Code of who packs.
        carriage: A point's carriage, signed by both sides.
    """

    key: str
    to: str
    officer: str
    carriage: bool = False


def open_bag(world: World, new: NewBag) -> dict[str, Any]:
    """Open a bag and return its id and the number to write on it.

    Raises:
        OfficerUnknown: nobody has the officer's code here.
        NodeUnknown, BagTakerUnfit: nobody can receive the bag there.
    """
    check_key(new.key)

    def decide(writing: Writing) -> Decided:
        _check_taker(world, writing, new.to)
        opened = _opened(world, writing, new)
        step = Step(bag_stream(opened.bag), 0, [opened], world.clock.now(), new.officer)
        return Decided([step], _named(opened))

    return once(world, new.key, [new.to, new.officer, new.carriage], decide)


def pack(world: World, act: BagAct, code: str) -> dict[str, Any]:
    """Lay a dossier's envelope into the bag; one that lies there already stays.

    Raises:
        BagClosed, BagNotForHere, BagUnknown: nothing can be laid into this bag here.
        EnvelopeElsewhere: the paper is in another bag, or with the citizen.
        Refused: the dossier is unknown or closed.
    """

    def decide(writing: Writing) -> Decided:
        bag = _get_open(world, writing, act.bag)
        dossier = get_dossier(writing, code)
        body = {"bag": act.bag, "code": code}
        if dossier.stream in bag.listed:
            return Decided([], {**body, "already": True})
        _check_here(world, writing, dossier)
        packed = EnvelopePacked(dossier.stream, code)
        moved = paper_moves(world, writing, act, code, f"bag:{bag.opened.number}")
        return Decided([bag_step(world, bag, act.officer, packed), *moved], body)

    return once(world, act.key, ["pack", act.bag, act.officer, code], decide)


def take_out(world: World, act: BagAct, code: str) -> dict[str, Any]:
    """Take an envelope out again before the bag leaves.

    Raises:
        BagClosed, BagNotForHere, BagUnknown: nothing can be taken out of this bag here.
        Refused: the dossier is unknown or closed.
    """

    def decide(writing: Writing) -> Decided:
        bag = _get_open(world, writing, act.bag)
        dossier = get_dossier(writing, code)
        if dossier.stream not in bag.listed:
            return Decided([], {"bag": act.bag, "code": code})
        out = EnvelopeTakenOut(dossier.stream, code)
        moved = paper_moves(world, writing, act, code, f"officer:{act.officer}")
        return Decided(
            [bag_step(world, bag, act.officer, out), *moved], {"bag": act.bag, "code": code}
        )

    return once(world, act.key, ["take out", act.bag, act.officer, code], decide)


def send_bag(world: World, act: BagAct, expected: Collection[str] | None = None) -> dict[str, Any]:
    """Close the bag with its list; it has left.

    Args:
        world: The node.
        act: Who, which bag, and the word about differences.
        expected: Codes whose papers ought to be in it; None where nobody says.

    Raises:
        BagEmpty: there is nothing in it.
        BagDiffers: it holds other envelopes than expected and no word was given.
        BagClosed, BagNotForHere, BagUnknown: it cannot be sent here.
    """

    def decide(writing: Writing) -> Decided:
        bag = _get_open(world, writing, act.bag)
        if not bag.listed:
            raise BagEmpty(bag=act.bag)
        found = compare(bag.listed.values() if expected is None else expected, bag.listed.values())
        if found.differs and not act.note.strip():
            raise BagDiffers(extra=len(found.extra), missing=len(found.missing))
        sent = BagSent(found.missing, BagNote(act.note.strip()) if act.note.strip() else None)
        body = {**_named(bag.opened), "envelopes": len(bag.listed), "left": len(found.missing)}
        return Decided([bag_step(world, bag, act.officer, sent)], body)

    content = ["send", act.bag, act.officer, act.note]
    return once(world, act.key, content, decide)


def send_carriage(world: World, new: NewBag, codes: Sequence[str]) -> dict[str, Any]:
    """Record a whole carriage as one act: the bag, what lies in it, and that it left.

    Raises:
        BagEmpty: nothing was chosen.
        NodeUnknown, BagTakerUnfit: nobody can receive the bag there.
        EnvelopeElsewhere: a paper is in another bag, or with the citizen.
        OfficerUnknown: nobody has the officer's code here.
        Refused: a dossier is unknown or closed; nothing at all is written.
    """
    check_key(new.key)
    wanted = sorted(set(codes))
    if not wanted:
        raise BagEmpty()

    def decide(writing: Writing) -> Decided:
        _check_taker(world, writing, new.to)
        opened = _opened(world, writing, new)
        act = BagAct(new.key, opened.bag, new.officer)
        events: list[Any] = [opened]
        moved: list[Step] = []
        for code in wanted:
            dossier = get_dossier(writing, code)
            _check_here(world, writing, dossier)
            events.append(EnvelopePacked(dossier.stream, code))
            moved += paper_moves(world, writing, act, code, f"bag:{opened.number}")
        events.append(BagSent())
        step = Step(bag_stream(opened.bag), 0, events, world.clock.now(), new.officer)
        return Decided([step, *moved], {**_named(opened), "envelopes": len(wanted)})

    return once(world, new.key, ["carriage", new.to, new.officer, *wanted], decide)


def _opened(world: World, writing: Writing, new: NewBag) -> BagOpened:
    """Return the opening; the bag is of its officer's unit, which one node may have many of."""
    unit = get_officer(writing, new.officer).unit
    bag = digest([world.me.node, new.key])[:16]
    number = f"{local_day(world.clock.now()):%y%m%d}-{bag[:4].upper()}"
    return BagOpened(bag, number, unit, own_desk(world), f"node:{new.to}", carriage=new.carriage)


def _check_taker(world: World, writing: Writing, to: str) -> None:
    """A centre's bag goes to a machine that it knows; a laptop knows its centre by name."""
    if to == world.me.centre:
        return
    if to == world.me.speaks_as or get_node(writing, to).state == "revoked":
        raise BagTakerUnfit(node=to)


def _check_here(world: World, writing: Writing, dossier: Dossier) -> None:
    """See that an envelope lies in no other bag.

    Whoever packs need not hold the dossier, whose own entries then tell of the bag only later:
    so the lists of the bags that are open here are asked too.
    """
    if dossier.desk.startswith(AWAY):
        raise EnvelopeElsewhere(code=dossier.code, desk=dossier.desk)
    for stream in world.work.open_bags(own_desk(world)):
        bag = fold_bag(writing.history(stream))
        if bag is not None and dossier.stream in bag.listed:
            raise EnvelopeElsewhere(code=dossier.code, desk=f"bag:{bag.opened.number}")


def _named(opened: BagOpened) -> dict[str, Any]:
    return {"bag": opened.bag, "number": opened.number}


def _get_open(world: World, writing: Writing, bag_id: str) -> Bag:
    bag = get_bag(writing, bag_id)
    if bag.state is not BagState.OPEN:
        raise BagClosed(bag=bag_id)
    if bag.opened.from_desk != own_desk(world):
        raise BagNotForHere(bag=bag_id)
    return bag
