"""What the use cases need from the world (các cổng): a node, a clock, a journal, the law.

Adapters live in ``store`` and ``edges``; ``wiring`` puts them together. Tests use small
hand-written ones.

Reason for its length: signatures only, and whoever writes an adapter reads them side by side.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from veban.actions.ports_work import Work
from veban.core.deadlines.calendar import WorkingCalendar
from veban.core.deadlines.hours import OfficeHours
from veban.core.declarations.complaints import Complaint
from veban.core.declarations.form import DeclarationForm
from veban.core.journal.chain import Broken
from veban.core.journal.entry import Entry
from veban.core.journal.event import Event
from veban.core.journal.history import Placed
from veban.core.law.ages import AgeLimits
from veban.core.law.entered import LawRow
from veban.core.law.tables import FeeReason, NationalState, SlipForm
from veban.core.nodes.events import NodeKind
from veban.core.people.identity import Numbering
from veban.core.procedures.procedure import Procedure
from veban.core.procedures.reasons import Reason
from veban.core.procedures.units import Unit


class Clock(Protocol):
    """Tells the time; only a practice node's may be set."""

    def now(self) -> datetime:
        """Return the present instant, aware."""
        ...


class Randomness(Protocol):
    """Gives bytes that nobody can guess."""

    def token(self, count: int) -> bytes:
        """Return ``count`` random bytes."""
        ...


class Rules(Protocol):
    """The law of a day: procedures, calendar, office hours, units, reasons."""

    def procedure(self, code: str) -> Procedure:
        """Return a procedure; raises ``ProcedureUnknown``."""
        ...

    def procedures(self) -> Sequence[Procedure]:
        """Return all procedures in the order of their codes."""
        ...

    def calendar(self) -> WorkingCalendar:
        """Return the working calendar of all years known."""
        ...

    def office_hours(self, day: date) -> OfficeHours:
        """Return the office hours in force on a day."""
        ...

    def agency_placeholder(self, code: str) -> str:
        """Return what stands for a unit's agency code while nobody knows it."""
        ...

    def unit(self, code: str) -> Unit:
        """Return a unit; raises ``UnitUnknown``."""
        ...

    def reasons(self) -> dict[str, Reason]:
        """Return the reasons of exemption and of home visits by code."""
        ...

    def ages(self, day: date) -> dict[str, AgeLimits]:
        """Return the ages that people are looked for by, as in force on a day, by group."""
        ...

    def fee_reasons(self) -> dict[str, FeeReason]:
        """Return what to say where a fee has no figure, by code."""
        ...

    def numbering(self) -> Numbering:
        """Return how personal identification numbers are made."""
        ...

    def statuses(self) -> dict[int, NationalState]:
        """Return the ten states of the national record, by number."""
        ...

    def slips(self) -> dict[str, SlipForm]:
        """Return the seven forms, by the word that code uses for them."""
        ...

    def declarations(self) -> Sequence[DeclarationForm]:
        """Return all versions of all declaration forms."""
        ...

    def complaints(self, form: DeclarationForm, data: Mapping[str, Any]) -> Sequence[Complaint]:
        """Return what is wrong with a declaration, in the order of its form."""
        ...


class Law(Protocol):
    """The law of each unit: as it is shipped, with what was entered at law desks."""

    def for_unit(self, unit: str) -> Rules:
        """Return the rules that hold in a unit, as of now; raises ``UnitUnknown``."""
        ...

    def check(self, row: LawRow) -> None:
        """Read a value about to be entered; raises ``LawValueWrong``."""
        ...


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command was answered, kept so that a repeat gets the same.

    Args:
        key: The command's key.
        digest: Digest of the command's content.
        body: The JSON answer.
    """

    key: str
    digest: str
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class UsedSerials:
    """The numbers of a lane that are used up on a day.

    Args:
        highest: The highest given in turn; None where none was.
        slips: Those used out of turn, read off blank slips.
    """

    highest: int | None
    slips: frozenset[int]


@dataclass(frozen=True, slots=True)
class Step:
    """What one command does to one stream.

    Args:
        stream: ``kind/id``.
        version: The stream's version before; the write is refused where it has moved.
        events: What happened, in order.
        occurred_at: When, as the officer says.
        actor: The officer's code, or ``node``.
    """

    stream: str
    version: int
    events: Sequence[Event]
    occurred_at: datetime
    actor: str


class Histories(Protocol):
    """Whatever gives the accepted steps of a stream: the journal, or a transaction of it."""

    def history(self, stream: str) -> Sequence[Placed]:
        """Return the accepted steps of a stream, in order; empty where there is none."""
        ...


class Writing(Histories, Protocol):
    """One open write transaction of a node's journal.

    Entries are numbered, sealed and folded into rows when it ends without an exception;
    otherwise nothing of it stays. Reads inside it see what is committed.
    """

    def answer(self, key: str) -> Answer | None:
        """Return what this key was answered before."""
        ...

    def find_streams(self, code: str) -> Sequence[str]:
        """Return the dossier streams that a code, ours or an official one, leads to.

        Those that carry it now come first; more than one is rare, and a person has to see them.
        """
        ...

    def find_stream(self, code: str) -> str | None:
        """Return the first of those streams."""
        ...

    def used_serials(self, agency: str, day: date, low: int, high: int | None) -> UsedSerials:
        """Return what is used up in [low, high] on a day.

        From here to the end of the transaction no other one gives a number of that agency
        and day.
        """
        ...

    def write(self, key: str, steps: Sequence[Step], answer: Answer | None = None) -> None:
        """Take what one command decided; may be called once a key.

        Raises:
            StreamMoved: a stream is not at the version the decision was made on.
            ClockBehind: the clock is behind the node's last entry.
        """
        ...

    def receive(self, entries: Iterable[Entry]) -> int:
        """Take entries of other nodes; known ones are passed over; returns how many were new.

        An entry gets its place when the one before it in its stream has its own and the
        place is free; entries without a place are kept and shown. A clash never raises.
        """
        ...


class Journal(Histories, Protocol):
    """A node's append-only journal."""

    def writing(self) -> AbstractContextManager[Writing]:
        """Open the one write transaction; on SQLite this takes the write lock."""
        ...

    def entry(self, entry_hash: str) -> Entry | None:
        """Return an entry by its identity."""
        ...

    def chain(self, node: str, after: int = 0) -> Iterator[Entry]:
        """Yield a node's entries with a higher ``seq``, in order, forks side by side."""
        ...

    def chains(self) -> dict[str, tuple[int, str]]:
        """Return node → (last seq held without a gap from 1, its hash)."""
        ...

    def entries_of(self, streams: Iterable[str]) -> Iterator[Entry]:
        """Yield the entries of streams, each stream's in the order of places."""
        ...

    def let_go_of_files(self, streams: Iterable[str]) -> int:
        """Forget here which files the entries of streams name; the entries stay as they are.

        Returns:
            How many files no entry names any more: they are to be removed, and no peer is
            asked for them again on account of these entries.
        """
        ...

    def verify(self) -> tuple[int, list[Broken]]:
        """Walk every chain; return how many entries there are and what is broken."""
        ...

    def rebuild(self) -> tuple[int, bool]:
        """Fold all rows anew; return how many entries and whether the rows were identical."""
        ...

    def differing_rows(self) -> Sequence[str]:
        """Return the kinds of rows that a rebuild would make otherwise; nothing is changed."""
        ...


class Blobs(Protocol):
    """Files by the SHA-256 of their content (tệp đính kèm)."""

    def put(self, content: bytes) -> str:
        """Store a file durably and return its SHA-256 in hex."""
        ...

    def get(self, digest: str) -> bytes:
        """Return a file; raises ``KeyError`` where it is not here, or sealed for the centre."""
        ...

    def sealed(self, digest: str) -> bytes:
        """Return a file as it was sealed for the centre; raises ``KeyError`` where it was not."""
        ...

    def put_sealed(self, digest: str, sealed: bytes) -> None:
        """Store durably what a file was sealed to; the readable form stays until it is dropped."""
        ...

    def drop_plain(self, digest: str) -> None:
        """Remove the readable form of a file that is sealed; no error where it is gone."""
        ...

    def has(self, digest: str) -> bool:
        """Tell whether the file is here, readable or sealed."""
        ...

    def is_readable(self, digest: str) -> bool:
        """Tell whether the file is here in a form that this node can read."""
        ...

    def is_whole(self, digest: str) -> bool:
        """Tell whether the file is here and undamaged; reads all of it."""
        ...

    def size(self, digest: str) -> int:
        """Return how many bytes a file takes as it is kept; 0 where it is not here."""
        ...

    def remove(self, digest: str) -> None:
        """Erase a file; no error where it is not here."""
        ...


class Keys(Protocol):
    """The node's own keys."""

    public_key: str
    """Ed25519 public key, hex."""
    recipient: str
    """age recipient."""

    def sign(self, message: bytes) -> bytes:
        """Return the Ed25519 signature, 64 bytes."""
        ...

    def open_sealed(self, sealed: bytes) -> bytes:
        """Decrypt what was sealed to this node; raises ``ValueError`` where it was not."""
        ...


@dataclass(frozen=True, slots=True)
class NodeIdentity:
    """Who this node is; from its first entry.

    Args:
        node: Who writes: the name under which its entries are numbered.
        centre: The peer above it.
        peer: Under which name others speak to it; empty: the same.
    """

    node: str
    unit: str
    kind: NodeKind
    practice: bool
    centre: str | None = None
    peer: str = ""

    @property
    def speaks_as(self) -> str:
        """Return the name under which other nodes know it."""
        return self.peer or self.node


@dataclass(frozen=True, slots=True)
class World:
    """Everything a use case may reach."""

    me: NodeIdentity
    clock: Clock
    random: Randomness
    law: Law
    journal: Journal
    work: Work
    blobs: Blobs
    keys: Keys

    @property
    def rules(self) -> Rules:
        """Return the rules of this node's own unit, as of now."""
        return self.law.for_unit(self.me.unit)
