"""A centre and its laptop on SQLite in one folder that can be copied and opened anew."""

import itertools
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import veban.store.ready  # noqa: F401 - before anything reads a model
from tests.exchange.nodes import PACKING, DirectLine, MemoryInvitations, fill_centre, join_as, sync
from tests.worlds.memory import CountedBytes, SetClock, memory_world
from veban.actions.exchange.desk import ExchangeDesk, begin_upload, go_on_uploading
from veban.actions.exchange.exchanging import Exchanging
from veban.core.catalogue import EVENTS, FOLDS
from veban.core.nodes.events import NodeKind
from veban.edges.blobs.blob_files import BlobFiles
from veban.edges.keys.node_keys import NodeKeys
from veban.edges.transport.outbox import FileOutbox
from veban.edges.transport.uploads import FileUploads
from veban.exchange.part import split_part
from veban.exchange.refusals import FileUnknown
from veban.store.databases import config
from veban.store.databases.register import forget, migrate, register
from veban.store.exchange.book import DjangoBook
from veban.store.journal.journal import DjangoJournal
from veban.store.journal.meaning import Meaning
from veban.store.work import DjangoWork

MEANING = Meaning(EVENTS, FOLDS)
PIECE_BYTES = 4096
_openings = itertools.count()


@dataclass(frozen=True, slots=True)
class Who:
    """A node that a folder holds.

    Args:
        keys: Its keys; kept in memory here.
    """

    node: str
    kind: NodeKind
    keys: NodeKeys
    centre: str | None = None


def open_at(folder: Path, who: Who, clock: SetClock, fresh: bool = False) -> Exchanging:
    """Open a node as a process that has just started does; ids differ at each opening."""
    number = next(_openings)
    alias = f"disk-{number}"
    register(alias, config.sqlite(folder / f"{who.node}.db"))
    if fresh:
        migrate(alias)
    random = CountedBytes(f"{who.node}-{number}")
    world = memory_world(who.node, who.kind)
    world = replace(
        world,
        me=replace(world.me, centre=who.centre),
        clock=clock,
        random=random,
        journal=DjangoJournal(alias, who.node, clock, random, MEANING),
        work=DjangoWork(alias, who.node),
        blobs=BlobFiles(folder / f"{who.node}.blobs"),
        keys=who.keys,
    )
    return Exchanging(world, DjangoBook(alias), PACKING, FileOutbox(folder / "outbox" / who.node))


def close(*nodes: Exchanging) -> None:
    for x in nodes:
        x.world.journal.close()
        forget(x.world.journal.alias)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A folder with a centre and a laptop that has joined and exchanged once."""

    folder: Path
    who: tuple[Who, Who]

    def copy(self, target: Path) -> "Prepared":
        shutil.copytree(self.folder, target)
        return Prepared(target, self.who)

    def open(self) -> tuple[Exchanging, Exchanging]:
        """Open centre and laptop."""
        clock = SetClock()
        return open_at(self.folder, self.who[0], clock), open_at(self.folder, self.who[1], clock)


def prepare(folder: Path) -> Prepared:
    folder.mkdir()
    clock, desk = SetClock(), Who("centre", NodeKind.CENTRE, NodeKeys.generate())
    centre = open_at(folder, desk, clock, fresh=True)
    fill_centre(centre.world)
    made = []

    def make(node, keys):
        made.append(Who(node, NodeKind.FIELD, keys, "centre"))
        return open_at(folder, made[0], clock, fresh=True)

    laptop = join_as(centre, MemoryInvitations(), make)
    assert sync(laptop, centre).done
    close(centre, laptop)
    return Prepared(folder, (desk, made[0]))


class PieceLine(DirectLine):
    """A direct line whose parts arrive piece by piece, through the centre's uploads."""

    def __init__(self, centre: Exchanging, peer: str, uploads) -> None:
        super().__init__(centre, peer)
        self._desk = ExchangeDesk(centre, uploads, MemoryInvitations(), lambda codes: {})

    def upload(self, part):
        content = part.read_bytes()
        digest = split_part(content)[0].digest
        upload = begin_upload(self._desk, self.peer, digest, len(content))
        if upload.offset == upload.length:
            # As the door does: all of it was here, and the program ended before it was taken.
            go_on_uploading(self._desk, upload, upload.offset, b"")
            return
        while upload.offset < upload.length:
            piece = content[upload.offset : upload.offset + PIECE_BYTES]
            try:
                upload, _ = go_on_uploading(self._desk, upload, upload.offset, piece)
            except FileUnknown:
                return


def uploads_of(folder: Path) -> FileUploads:
    return FileUploads(folder / "uploads")
