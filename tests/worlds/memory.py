"""A node in memory for use cases: real core, real law, hand-written edges."""

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from veban.actions.nodes.found import Founding, found_centre
from veban.actions.people.add_officer import add_officer
from veban.actions.ports import NodeIdentity, World
from veban.actions.ports_work import NamedFile
from veban.core.bags.bag import BagRow, BagState
from veban.core.catalogue import EVENTS, FOLDS
from veban.core.dossiers.codes import CLOSED, DossierState
from veban.core.dossiers.messages import MessageRow
from veban.core.dossiers.rows import CodeRow, DossierRow, SettledRow, portal_codes
from veban.core.journal.entry import Entry
from veban.core.journal.files import files_of
from veban.core.law.entered import LawRow
from veban.core.nodes.events import NodeKind
from veban.core.nodes.leases import LeaseRow
from veban.core.nodes.rows import NodeRow
from veban.core.numbers.lane import Lease
from veban.core.people.roles import Role
from veban.core.people.unit_settings import Mode
from veban.core.rounds.round import RoundRow
from veban.core.shared.local_time import parse_instant
from veban.edges.rulebook.law import UnitLaw
from veban.edges.rulebook.shipped import ShippedRules
from veban.store.journal.meaning import Meaning
from veban.store.memory import MemoryJournal

RULES = ShippedRules()
MONDAY = parse_instant("2026-11-23T09:00:00+07:00")
NA_SANG = "03172"
CENTRE_JOINED = ("centre", "joined")


@dataclass(slots=True)
class SetClock:
    """A clock that a test moves by hand."""

    at: datetime = MONDAY

    def now(self) -> datetime:
        return self.at

    def move_to(self, text: str) -> None:
        self.at = parse_instant(text)

    def move_by(self, span: timedelta) -> None:
        self.at += span


@dataclass(slots=True)
class CountedBytes:
    """Bytes that differ each time and are the same in each run."""

    seed: str
    count: int = 0

    def token(self, count: int) -> bytes:
        self.count += 1
        return hashlib.shake_256(f"{self.seed}:{self.count}".encode()).digest(count)


@dataclass(slots=True)
class SeededKeys:
    """Keys whose signatures can be told apart, without a cipher."""

    seed: str

    @property
    def public_key(self) -> str:
        return hashlib.sha256(self.seed.encode()).hexdigest()

    @property
    def recipient(self) -> str:
        return f"age1{self.seed}"

    def sign(self, message: bytes) -> bytes:
        return hashlib.sha512(self.seed.encode() + message).digest()

    def open_sealed(self, sealed: bytes) -> bytes:
        raise ValueError("nothing is sealed in memory")


class MemoryBlobs(dict[str, bytes]):
    """Files by hash; those sealed for the centre stand in a shelf of their own."""

    def __init__(self, other: "MemoryBlobs | None" = None) -> None:
        super().__init__(other or {})
        self._sealed: dict[str, bytes] = dict(other._sealed) if other else {}

    def put(self, content: bytes) -> str:
        digest = hashlib.sha256(content).hexdigest()
        if not self.has(digest):
            self[digest] = content
        return digest

    def sealed(self, digest: str) -> bytes:
        return self._sealed[digest]

    def put_sealed(self, digest: str, sealed: bytes) -> None:
        self._sealed[digest] = sealed

    def drop_plain(self, digest: str) -> None:
        if digest in self._sealed:
            self.pop(digest, None)

    def has(self, digest: str) -> bool:
        return digest in self or digest in self._sealed

    is_whole = has

    def is_readable(self, digest: str) -> bool:
        return digest in self

    def size(self, digest: str) -> int:
        return len(self._sealed.get(digest) or super().get(digest, b""))

    def remove(self, digest: str) -> None:
        self.pop(digest, None)
        self._sealed.pop(digest, None)

    def get(self, digest: str) -> bytes:  # type: ignore[override]
        return self[digest]


@dataclass(slots=True)
class MemoryWork:
    """Work lists read off a memory journal's rows."""

    journal: MemoryJournal
    node: str

    def _rows(self, kind: type) -> list:
        shelf = self.journal._shelf
        return [row for rows in shelf.rows.values() for row in rows if isinstance(row, kind)]

    def ready_to_release(self) -> Sequence[str]:
        closed = {int(state) for state in CLOSED}
        over = {row.round for row in self._rows(RoundRow) if row.closed}
        return [
            row.stream
            for row in self._rows(DossierRow)
            if row.holder == self.node and row.state not in closed
            if not row.kept or row.round in over
        ]

    def released_here(self) -> Sequence[str]:
        return [row.stream for row in self._rows(DossierRow) if row.releasing_to == self.node]

    def held_by(self, node: str) -> Sequence[str]:
        return [
            row.stream
            for row in self._rows(DossierRow)
            if node in (row.holder, row.releasing_to) and row.state not in CLOSED
        ]

    def open_bags(self, desk: str) -> Sequence[str]:
        return [
            row.stream
            for row in self._rows(BagRow)
            if (row.state, row.from_desk) == (BagState.OPEN, desk)
        ]

    def passed_on(self, units: Collection[str] | None) -> Sequence[tuple[str, str]]:
        return [
            (row.stream, row.at_unit)
            for row in self._rows(DossierRow)
            if row.holder == self.node and row.at_unit and row.state not in CLOSED
            if units is None or row.at_unit in units
        ]

    def centres(self) -> Mapping[str, str]:
        joined = [row for row in self._rows(NodeRow) if (row.kind, row.state) == CENTRE_JOINED]
        return {row.unit: row.node for row in joined}

    def leases(self, agency: str) -> Sequence[Lease]:
        return [row.lease() for row in self._rows(LeaseRow) if row.agency == agency]

    def messages_about(self, dossier: str) -> Sequence[str]:
        return [row.stream for row in self._rows(MessageRow) if row.dossier == dossier]

    def files_written(self, writer: str, after: int) -> Sequence[NamedFile]:
        return self._named(lambda e: e.header.node == writer and e.header.seq > after)

    def files_named(self, streams: Collection[str]) -> Sequence[NamedFile]:
        return self._named(lambda e: e.header.stream in streams)

    def _named(self, is_meant: Callable[[Entry], bool]) -> Sequence[NamedFile]:
        shelf = self.journal._shelf
        return [
            NamedFile(file, entry.header.node, entry.header.seq, entry.header.stream)
            for entry in shelf.entries.values()
            if is_meant(entry) and entry.hash not in shelf.let_go
            for file in sorted(files_of(entry.person))
        ]

    def done_with(self, round_id: str) -> Sequence[str]:
        rounds = [row for row in self._rows(RoundRow) if row.node == self.node and not row.closed]
        desks = {f"node:{self.node}", *(f"round:{row.round}" for row in rounds)}
        dossiers = [
            row.stream
            for row in self._rows(DossierRow)
            if row.round == round_id and not (row.state == DossierState.DONE and row.desk in desks)
        ]
        told = [row.stream for row in self._rows(MessageRow) if row.dossier in dossiers]
        return [*dossiers, *told]

    def unsettled_messages(self) -> Sequence[str]:
        settled = {row.message for row in self._rows(SettledRow)}
        held = {
            row.stream
            for row in self._rows(DossierRow)
            if row.holder == self.node or row.holder is row.releasing_to is None
        }
        return [
            row.stream
            for row in self._rows(MessageRow)
            if row.dossier in held and row.hash not in settled
        ]

    def doubled(self) -> Sequence[tuple[str, ...]]:
        together: dict[str, set[str]] = {}
        for row in self._rows(CodeRow):
            together.setdefault(row.code, set()).add(row.stream)
        return [tuple(sorted(streams)) for streams in together.values() if len(streams) > 1]

    def portal_codes(self) -> Sequence[tuple[str, str]]:
        named = {row.stream: row.code for row in self._rows(DossierRow)}
        codes = [(row.stream, row.part, row.code, row.system) for row in self._rows(CodeRow)]
        return portal_codes(named, codes)


def memory_world(node: str, kind: NodeKind = NodeKind.CENTRE) -> World:
    """Return an empty node of Na Sang."""
    clock, random = SetClock(), CountedBytes(node)
    journal = MemoryJournal(node, clock, random, Meaning(EVENTS, FOLDS))
    return World(
        me=NodeIdentity(node, NA_SANG, kind, practice=True),
        clock=clock,
        random=random,
        law=memory_law(journal),
        journal=journal,
        work=MemoryWork(journal, node),
        blobs=MemoryBlobs(),
        keys=SeededKeys(node),
    )


def memory_law(journal: MemoryJournal) -> UnitLaw:
    """Return the law with what was entered in a memory journal."""

    def read(units: Collection[str]) -> Sequence[LawRow]:
        shelf = journal._shelf
        rows = [row for found in shelf.rows.values() for row in found if isinstance(row, LawRow)]
        return [row for row in rows if row.unit in units]

    return UnitLaw(RULES, lambda: len(journal._shelf.entries), read)


def staffed_centre(mode: Mode = Mode.FULL) -> World:
    """Return Na Sang's centre with one officer of each role."""
    world = memory_world("centre")
    found_centre(world, Founding(mode))
    for code, name, role in STAFF:
        add_officer(world, code, name, [role], NA_SANG)
    return world


def joined_laptop(centre: World, name: str = "laptop") -> World:
    """Return a laptop that knows what the centre knows, as after its first exchange."""
    laptop = memory_world(name, NodeKind.FIELD)
    return replace(laptop, clock=centre.clock)


STAFF = (
    ("lan", "Lò Thị Lan", Role.RECEIVER),
    ("pao", "Giàng A Páo", Role.HANDLER),
    ("hoa", "Nguyễn Thị Hoa", Role.SIGNER),
    ("minh", "Quàng Văn Minh", Role.MANAGER),
    ("admin", "Phạm Thu Hà", Role.ADMIN),
)


def carry(source: World, target: World) -> int:
    """Bring every entry of one journal to another, as an exchange would."""
    entries = [entry for node in source.journal.chains() for entry in source.journal.chain(node)]
    with target.journal.writing() as writing:
        return writing.receive(entries)
