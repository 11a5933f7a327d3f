"""Move a centre from its file to a PostgreSQL database (chuyển cơ sở dữ liệu)."""

from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from django.db import connections

from veban.core.catalogue import EVENTS, FOLDS
from veban.core.nodes.events import NodeKind
from veban.core.shared.refused import Refused
from veban.edges.folder.centre_folder import keep_card
from veban.edges.folder.serving_mark import is_served
from veban.edges.folder.whole_files import write_whole
from veban.store.databases.copying import (
    check_empty,
    copy_held,
    differing_tables,
    empty_tables,
    holding_still,
)
from veban.store.databases.opening import open_new_database
from veban.store.databases.register import close, forget
from veban.store.journal.journal import DjangoJournal
from veban.store.journal.meaning import Meaning
from veban.wiring.node import Node, database_address

BEGUN = "moving"
"""Says in the folder to which database a move was begun, as a digest of its address."""

_MOVED = (
    "CREATE TRIGGER IF NOT EXISTS journal_moved BEFORE INSERT ON journal_entry "
    "BEGIN SELECT RAISE(ABORT, 'this node has moved to another database'); END"
)


class NotMovable(Refused):
    """Only a centre that lives in a file is moved."""

    code = "move.not_movable"


class StillServed(Refused):
    """A server works with the folder; it has to be stopped first."""

    code = "move.still_served"


class CopyDiffers(Refused):
    """What arrived is not what was there; the node stays where it was."""

    code = "move.copy_differs"


@dataclass(frozen=True, slots=True)
class Moved:
    """How many entries live in the new database."""

    entries: int


def move_node(node: Node, url: str) -> Moved:
    """Copy everything to an empty PostgreSQL database, compare, and only then use that one.

    The file stays as it was, but takes no entry any more. A move that broke off is begun anew.

    Args:
        node: The centre.
        url: Address of the database.

    Raises:
        NotMovable: it is a laptop, or lives on a server already.
        StillServed: a server works with the folder.
        DatabaseAddressWrong, DatabaseUnreachable: there is no such database.
        DatabaseNotEmpty: there is something in it.
        CopyDiffers: the copy is not the same; nothing has changed.
    """
    if node.card.kind == NodeKind.FIELD or node.card.database:
        raise NotMovable(kind=node.card.kind)
    if is_served(node.folder):
        raise StillServed()
    target = f"{node.alias}-moved"
    try:
        open_new_database(target, database_address(url))
        node.journal.rebuild()
        with holding_still(node.alias):
            _drop_half(node.folder, url, target)
            copy_held(node.alias, target)
            moved = _compare(node, target)
            keep_card(node.folder, replace(node.card, database=url))
            with connections[node.alias].cursor() as cursor:
                cursor.execute(_MOVED)
    finally:
        close(target)
        forget(target)
    (node.folder / BEGUN).unlink(missing_ok=True)
    return moved


def _drop_half(folder: Path, url: str, target: str) -> None:
    """Empty the database where it holds nothing but what this folder once began to copy."""
    mark, ours = folder / BEGUN, sha256(url.encode()).hexdigest()
    if mark.is_file() and mark.read_text(encoding="utf-8") == ours:
        empty_tables(target)
    else:
        check_empty(target)
        write_whole(mark, ours.encode())


def _compare(node: Node, target: str) -> Moved:
    """Verify the copy by its own journal, and table by table with the original.

    Raises:
        CopyDiffers: it is not the same, and was removed again.
    """
    world = node.world
    meaning = Meaning(EVENTS, FOLDS)
    copy = DjangoJournal(target, world.me.node, world.clock, world.random, meaning)
    entries, broken = copy.verify()
    _, identical = copy.rebuild()
    differing = differing_tables(node.alias, target)
    if broken or not identical or differing:
        empty_tables(target)
        raise CopyDiffers(broken=len(broken), tables=differing)
    return Moved(entries)
