"""What every act with a bag shares (phần chung): the bag, and the desks that move with it."""

from dataclasses import dataclass

from veban.actions.dossiers.do import decide_move
from veban.actions.ports import Step, World, Writing
from veban.core.bags.bag import Bag, bag_stream, fold_bag
from veban.core.bags.refusals import BagUnknown
from veban.core.dossiers.commands import DoMove
from veban.core.journal.event import Event


@dataclass(frozen=True, slots=True)
class BagAct:
    """Who does something with which bag.

    Args:
        key: Made where it was typed; a repeat returns the first answer.
        bag: The bag's id.
        officer: Code of who acts.
        note: A word about differences.
    """

    key: str
    bag: str
    officer: str
    note: str = ""


def own_desk(world: World) -> str:
    """Return this machine as a desk."""
    return f"node:{world.me.speaks_as}"


def get_bag(writing: Writing, bag: str) -> Bag:
    """Return a bag.

    Raises:
        BagUnknown: there is none of this id here.
    """
    found = fold_bag(writing.history(bag_stream(bag)))
    if found is None:
        raise BagUnknown(bag=bag)
    return found


def bag_step(world: World, bag: Bag, officer: str, *events: Event) -> Step:
    """Return a step of the bag's own stream."""
    return Step(bag.stream, bag.version, events, world.clock.now(), officer)


def paper_moves(world: World, writing: Writing, act: BagAct, code: str, desk: str) -> list[Step]:
    """Return the recorded act that moves a paper to a desk: a hand-over, or a message of one.

    Raises:
        Refused: the dossier is closed, or the officer may not hand over.
    """
    key = f"{act.key}:{code}"
    command = DoMove(key, code, "hand_over", act.officer, world.clock.now(), {"to": desk})
    return list(decide_move(world, writing, command).steps)
