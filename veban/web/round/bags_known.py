"""What pages about bags share: the ends of the way, and the papers that ought to travel."""

from collections.abc import Callable

from veban.actions.bags.hand_over import own_desk
from veban.core.bags.bag import Bag, BagRow, BagState, bag_stream, fold_bag
from veban.core.bags.refusals import BagUnknown
from veban.core.dossiers.rows import DossierRow
from veban.core.nodes.events import NodeKind
from veban.store.queries.bags import find_bag, list_bags, papers_at, results_for
from veban.store.queries.nodes import list_nodes
from veban.web.counter.holder import node_name, node_names
from veban.web.serving import Node
from veban.web.visitor import Visitor


def takers(node: Node, visitor: Visitor) -> list[tuple[str, str]]:
    """Return (id, name) of the machines that a bag may go to from here."""
    me = node.world.me
    if me.centre is not None:
        return [(me.centre, node_name(node, {}, me.centre))]
    rows = list_nodes(node.alias, visitor.scope)
    laptops = [row for row in rows if row.kind == NodeKind.FIELD.value and row.state == "joined"]
    names = node_names(node, visitor.scope)
    return [(row.node, names[row.node] or row.node) for row in laptops]


def end_words(node: Node, visitor: Visitor) -> Callable[[str], str]:
    """Return what says an end of a bag's way in words; the names are read once."""
    names = node_names(node, visitor.scope)
    return lambda desk: node_name(node, names, desk.partition(":")[2])


def get_bag_seen(node: Node, visitor: Visitor, wanted: str) -> tuple[BagRow, Bag]:
    """Return a bag within the visitor's scope, by its id or its number.

    Raises:
        BagUnknown: there is none, or it is not the visitor's to see.
    """
    row = find_bag(node.alias, visitor.scope, wanted)
    bag = fold_bag(node.world.journal.history(row.stream)) if row else None
    if row is None or bag is None:
        raise BagUnknown(bag=wanted)
    return row, bag


def ought_to_go(node: Node, visitor: Visitor, taker: str, number: str = "") -> list[DossierRow]:
    """Return the dossiers whose papers, or results, ought to go from here to a machine.

    What lies in another bag that has not arrived is left out, also where the dossier's own
    entries do not say so yet.

    Args:
        node: The node.
        visitor: Who looks.
        taker: Id of the machine that gets them.
        number: Number of the bag that is being packed.
    """
    me = node.world.me
    if me.centre is not None:
        rows = papers_at(node.alias, visitor.scope, me.speaks_as, number)
    else:
        rows = results_for(node.alias, visitor.scope, taker, number)
    away = _on_the_road(node, visitor, number)
    return [row for row in rows if row.stream not in away]


def _on_the_road(node: Node, visitor: Visitor, number: str) -> set[str]:
    found: set[str] = set()
    for row in list_bags(node.alias, visitor.scope):
        leaves_here = row.from_desk == own_desk(node.world) and row.state != BagState.RECEIVED
        if leaves_here and row.number != number:
            bag = fold_bag(node.world.journal.history(bag_stream(row.bag)))
            found |= set(bag.listed) if bag else set()
    return found
