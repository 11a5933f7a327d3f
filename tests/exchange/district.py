"""The machines of a district (các máy của một xã): a centre, its laptops, what people were told.

Half of the districts stand behind a province, where another commune decides what is passed on.
"""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from tests.exchange.centres import B, join_commune, make_province
from tests.exchange.memory_book import MemoryBook
from tests.exchange.nodes import DirectLine, join, make_centre
from tests.worlds.memory import NA_SANG, CountedBytes, MemoryBlobs, MemoryWork, SetClock
from veban.actions.exchange.exchanging import Exchanging
from veban.actions.exchange.sync import Sync, Synced
from veban.core.catalogue import EVENTS, FOLDS
from veban.core.dossiers.commands import ReceiveDossier
from veban.core.dossiers.rows import DossierRow
from veban.core.dossiers.seen import OfficialCodeLinked
from veban.core.journal.event import EventCatalogue
from veban.edges.transport.outbox import FileOutbox
from veban.store.journal.meaning import Meaning
from veban.store.memory import MemoryJournal

LAPTOPS = 4
TODAYS = Meaning(EVENTS, FOLDS)
OLDER = Meaning(
    EventCatalogue(
        [kind for name, kind in EVENTS.types.items() if name != OfficialCodeLinked.TYPE],
        EVENTS.upcasts,
    ),
    FOLDS,
)
"""A program before official codes: it stores and passes on what it cannot read."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A dossier that was accepted, as its giver was told.

    Args:
        n: Which laptop received it.
        code: What stands on the receipt.
        file: The scan that was handed in, if any.
    """

    n: int
    code: str
    command: ReceiveDossier
    file: bytes | None


class District:
    """A centre with laptops, and a province with another commune where one stands behind.

    Args:
        folder: For outboxes.
        behind: Whether the centre is a commune's node behind a province.
        old: Index of the laptop with the older program; -1 for the centre, None for nobody.
    """

    def __init__(self, folder: Path, behind: bool, old: int | None) -> None:
        self.folder = folder
        self.province = self.other = None
        if behind:
            self.province = _own_clock(make_province(folder))
            self.centre, self.other = (
                _own_clock(join_commune(self.province, folder, unit)) for unit in (NA_SANG, B)
            )
        else:
            self.centre = _own_clock(make_centre(folder))
        self.laptops = [
            _own_clock(join(self.centre, folder, f"Máy {n}", [self.officer("lan")]))
            for n in range(LAPTOPS)
        ]
        if old is not None:
            (self.centre if old < 0 else self.laptops[old]).world.journal.meaning = OLDER
        self.forked: set[int] = set()
        self.lost: set[int] = set()
        self.accepted: dict[str, Accepted] = {}
        """Key of the reception → what was accepted under it."""
        self.acts: list[tuple[str, str]] = []
        """Node and key of each move that was answered."""
        for _ in range(2):
            for behind_, front in self.roads():
                assert sync(behind_, front).done

    def officer(self, code: str, node: Exchanging | None = None) -> str:
        """Return an officer's code; behind a province it ends in the unit."""
        unit = (node or self.centre).world.me.unit
        return f"{code}-{unit}" if self.province else code

    def roads(self) -> list[tuple[Exchanging, Exchanging]]:
        """Return who calls whom, from the village up."""
        found = [(laptop, self.centre) for laptop in self.laptops]
        if self.province:
            found += [(self.centre, self.province), (self.other, self.province)]
        return found

    def nodes(self) -> list[Exchanging]:
        offices = [self.centre, self.province, self.other]
        return [*filter(None, offices), *self.laptops]

    def is_lost(self, node: Exchanging) -> bool:
        """Tell whether a node was reported lost; copies of one laptop are one to the others."""
        return node.world.me.node in {self.laptops[n].world.me.node for n in self.lost}

    def copy_folder(self, n: int) -> None:
        """Let a second laptop go on with a copy of a folder, and neither notice."""
        laptop, twin = self.laptops[n], f"{self.laptops[n].world.me.node}-twin"
        before = self.folder / laptop.world.me.node
        if before.exists():
            shutil.copytree(before, self.folder / twin)
        clock, random = SetClock(laptop.world.clock.at), CountedBytes(twin)
        journal = MemoryJournal(laptop.world.me.node, clock, random, laptop.world.journal.meaning)
        journal._shelf = laptop.world.journal._shelf.copy()
        world = replace(
            laptop.world,
            clock=clock,
            random=random,
            journal=journal,
            work=MemoryWork(journal, laptop.world.me.node),
            blobs=MemoryBlobs(laptop.world.blobs),
        )
        book = MemoryBook(journal).as_copied(laptop.book)
        self.laptops.append(
            replace(laptop, world=world, book=book, outbox=FileOutbox(self.folder / twin))
        )
        self.forked = {n, len(self.laptops) - 1}

    def update_programs(self) -> None:
        """Let every node run today's program, which reads what waited for it."""
        for node in self.nodes():
            if node.world.journal.meaning is not TODAYS:
                node.world.journal.meaning = TODAYS
                node.world.journal.rebuild()

    def set_clocks_right(self) -> None:
        """Set every clock to an hour that none of them, and no entry anywhere, is ahead of."""
        clocks = {node.world.clock.at for node in self.nodes()}
        heads = (head for node in self.nodes() for head in node.world.journal._shelf.heads.values())
        latest = max(clocks | {head.recorded_at for head in heads if head.recorded_at})
        for node in self.nodes():
            node.world.clock.at = latest


class RecordingLine(DirectLine):
    """A direct line that keeps a copy of every part it was given."""

    def __init__(self, front: Exchanging, peer: str, cuts: frozenset[int], parts: list) -> None:
        super().__init__(front, peer, cuts)
        self._parts = parts

    def upload(self, part: Path) -> None:
        self._parts.append((self.centre, part.read_bytes()))
        super().upload(part)


def sync(
    behind: Exchanging, front: Exchanging, cuts=frozenset(), parts: list | None = None
) -> Synced:
    """Exchange, the line cut at some calls; every part goes into ``parts`` too."""
    kept = [] if parts is None else parts
    line = RecordingLine(front, behind.world.me.node, frozenset(cuts), kept)
    return Sync(behind, line, pause=lambda seconds: None).run()


def dossiers(node: Exchanging) -> list[DossierRow]:
    journal = node.world.journal
    found = (row for stream in journal.streams() for row in journal.rows(stream))
    return [row for row in found if isinstance(row, DossierRow)]


def _own_clock(x: Exchanging) -> Exchanging:
    """Give a node a clock that can go wrong by itself; its journal reads the same."""
    clock = SetClock(x.world.clock.at)
    x.world.journal.clock = clock
    return replace(x, world=replace(x.world, clock=clock))
