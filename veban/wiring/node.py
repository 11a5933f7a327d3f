"""An open node (máy đang mở): which store, which edges and which clock it works with.

Reason for its length: all joints of a node stand on one page, so that one reads what it is made of.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache, cached_property, partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import veban.store.ready  # noqa: F401  Django is set up before any model is read.
from veban.actions.dossiers.do import choose_dossier
from veban.actions.dossiers.settle import settle_messages
from veban.actions.exchange.confirmed import backed_up, confirmed
from veban.actions.exchange.desk import ExchangeDesk
from veban.actions.exchange.exchanging import Exchanging, Follow
from veban.actions.people.accounts import SignInDesk
from veban.actions.people.told_invites import tell_invites
from veban.actions.ports import NodeIdentity, World
from veban.actions.slips.bag import bag_list, envelope_labels
from veban.actions.slips.logbook import KIND as LOGBOOK
from veban.actions.slips.logbook import logbook
from veban.actions.slips.lost_report import KIND as LOST
from veban.actions.slips.lost_report import lost_report
from veban.actions.slips.slip import dossier_slip
from veban.actions.slips.subject import SlipUnknown
from veban.actions.slips.visit import visit_slip
from veban.core.catalogue import EVENTS, FOLDS
from veban.core.nodes.events import NodeKind
from veban.core.numbers.judge_receipt import Verify
from veban.core.people.scope import Scope
from veban.core.shared.local_time import LOCAL
from veban.edges.blobs.blob_files import BlobFiles
from veban.edges.clocks import VARIABLE, choose_clock
from veban.edges.folder.centre_folder import NodeCard
from veban.edges.folder.disk import check_disk
from veban.edges.folder.field_folder import OpenField
from veban.edges.folder.refusals import FolderCopied, FolderRestored
from veban.edges.folder.whole_files import private_file
from veban.edges.keys.node_keys import NodeKeys
from veban.edges.marks.high_water import STATE, HighWater
from veban.edges.papers.scanner_folder import SCANS, ScannerFolder
from veban.edges.passwords.argon2id import Argon2Hasher
from veban.edges.passwords.one_time import ClockCodes
from veban.edges.printing.printer import Kind, TypstPrinter
from veban.edges.randomness import SystemRandomness
from veban.edges.rulebook.law import UnitLaw
from veban.edges.rulebook.layered import LayeredRules
from veban.edges.rulebook.shipped import ShippedRules
from veban.edges.transport.carried import FileBox
from veban.edges.transport.outbox import FileOutbox
from veban.edges.transport.packing import AgePacking
from veban.edges.transport.uploads import FileUploads
from veban.exchange.run import Position
from veban.store.accounts.accounts import DjangoAccounts
from veban.store.databases.config import postgresql, sqlcipher, sqlite
from veban.store.databases.opening import DatabaseAddressWrong, open_database
from veban.store.databases.register import drop
from veban.store.entered_law import law_for, law_mark
from veban.store.exchange.book import DjangoBook
from veban.store.exchange.invitations import DjangoInvitations
from veban.store.journal.codes import find_streams
from veban.store.journal.journal import DjangoJournal
from veban.store.journal.meaning import Meaning
from veban.store.queries.dossiers import list_received
from veban.store.work import DjangoWork
from veban.wiring.carrying import carrying_of
from veban.wiring.number_gaps import gaps_on

DATABASE, BLOBS, CARRIED = "veban.sqlite3", "blobs", "carried"
CARRIAGE: Kind = "carriage"
ENVELOPE: Kind = "envelope"
LONGEST_DAY = 100_000
"""More dossiers than one unit receives on a day."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A data folder whose keys are in memory.

    Args:
        folder: Where.
        card: Who the node is.
        keys: Its keys.
        blobs: Its files.
        database: What Django is told about its database.
        marked: Whether a mark outside the folder is kept; not for a look into a backup.
    """

    folder: Path
    card: NodeCard
    keys: NodeKeys
    blobs: BlobFiles
    database: dict[str, Any]
    marked: bool = True


class Node:
    """An open node: what pages and commands work with."""

    def __init__(self, opened: Opened) -> None:
        card = opened.card
        self.opened = opened
        self.folder = opened.folder
        self.card = card
        self.alias = alias_of(self.folder)
        self.law = UnitLaw(
            shipped_rules(), partial(law_mark, self.alias), partial(law_for, self.alias)
        )
        self.desk = SignInDesk(DjangoAccounts(self.alias), Argon2Hasher(), ClockCodes())
        self.verify: Verify = AgePacking().genuine
        open_database(self.alias, opened.database)
        identity = NodeIdentity(
            card.writer or card.node,
            card.unit,
            NodeKind(card.kind),
            card.practice,
            card.centre,
            card.node,
        )
        clock = choose_clock(os.environ.get(VARIABLE), practice=card.practice)
        random = SystemRandomness()
        self.journal = DjangoJournal(
            self.alias, identity.node, clock, random, Meaning(EVENTS, FOLDS)
        )
        if opened.marked and (STATE in os.environ or not card.practice):
            self._keep_mark()
        self.blobs = opened.blobs
        self.world = World(
            me=identity,
            clock=clock,
            random=random,
            law=self.law,
            journal=self.journal,
            work=DjangoWork(self.alias, identity.node),
            blobs=self.blobs,
            keys=opened.keys,
        )

    @property
    def rules(self) -> LayeredRules:
        """Return the rules of the node's own unit, as of now."""
        return self.law.for_unit(self.world.me.unit)

    def _keep_mark(self) -> None:
        """Let nothing be written in a folder that is behind its mark, or one of two copies.

        A practice folder is made to be copied, so it has a mark only where one is asked for.
        """
        journal = self.journal
        mark = HighWater(self.folder, journal.me)
        try:
            seq = journal.chains().get(journal.me, (0, ""))[0]
            mark.check(seq, lambda entry_hash: journal.entry(entry_hash) is not None)
        except (FolderRestored, FolderCopied) as refusal:
            journal.stop(refusal)
        else:
            journal.tell(mark.move)

    @cached_property
    def exchange(self) -> ExchangeDesk:
        """What the node offers to those who call, and calls with itself."""
        x = Exchanging(
            self.world,
            DjangoBook(self.alias),
            AgePacking(),
            FileOutbox(self.folder / "outbox"),
            Follow(settle=self._settle),
            accounts=self.desk.accounts,
        )
        uploads = FileUploads(self.folder / "uploads")
        is_laptop = self.world.me.kind is NodeKind.FIELD
        return ExchangeDesk(
            x,
            uploads,
            DjangoInvitations(self.alias),
            self._open_invites,
            carrying_of(self.folder, self.box) if is_laptop else None,
        )

    @cached_property
    def box(self) -> FileBox:
        """Sealed files that are carried for others."""
        return FileBox(self.folder / CARRIED)

    @cached_property
    def scanner(self) -> ScannerFolder | None:
        """The folder into which this machine's scanner saves; None where there is none."""
        folder = os.environ.get(SCANS)
        return ScannerFolder(Path(folder)) if folder else None

    @cached_property
    def printer(self) -> TypstPrinter:
        """Set slips; made when the first one is printed."""
        return TypstPrinter()

    def stream_of(self, code: str) -> str:
        """Return the stream that a dossier's code, ours or an official one, leads to.

        Raises:
            DossierUnknown: none does.
            CodeDoubled: two that were received here carry it.
        """
        return choose_dossier(self.journal, find_streams(self.alias, code), code).stream

    def slip(self, stream: str, kind: str) -> bytes:
        """Return the slip of a dossier's stream as PDF."""
        data = dossier_slip(self.world, stream, kind, self.card.address)
        return self.printer.render(kind, data)  # type: ignore[arg-type]

    def declaration(self, data: Mapping[str, object]) -> bytes:
        """Return a declaration, filled in or not, as PDF."""
        return self.printer.render("declaration", data)

    def visit_slip(self, visit: str, wanted: str | None = None) -> bytes:
        """Return the slip of a visit, 02 or 03, as PDF.

        Raises:
            SlipUnknown: another kind than the visit's was wanted.
        """
        kind, data = visit_slip(self.world, visit)
        if wanted not in (None, kind):
            raise SlipUnknown(kind=wanted)
        return self.printer.render(kind, data)  # type: ignore[arg-type]

    def logbook(self, unit: str, day: date) -> bytes:
        """Return a unit's book of a local day as PDF."""
        begin = datetime.combine(day, time(), LOCAL)
        scope = Scope(frozenset({unit}), frozenset())
        span = (begin, begin + timedelta(days=1))
        rows = list_received(self.alias, scope, span, LONGEST_DAY)
        gaps = gaps_on(self.world, self.alias, unit, day)
        data = logbook(self.world, unit, day, [row.stream for row in rows], gaps)
        return self.printer.render(LOGBOOK, data)  # type: ignore[arg-type]

    def lost_report(self, node: str) -> bytes:
        """Return the list of whose data was on a laptop as PDF."""
        data = lost_report(self.world, self.exchange.x.book, node)
        return self.printer.render(LOST, data)  # type: ignore[arg-type]

    def envelope_labels(self, streams: Iterable[str]) -> bytes:
        """Return a sheet of labels for the envelopes of dossiers' streams as PDF."""
        return self.printer.render(ENVELOPE, envelope_labels(self.world, streams))

    def bag_list(self, bag: str) -> bytes:
        """Return the list of a bag, in two copies, as PDF."""
        return self.printer.render(CARRIAGE, bag_list(self.world, bag))

    def check_writes(self) -> None:
        """See that a reception could be written now, before anybody unpacks papers.

        Raises:
            FolderRestored, FolderCopied, ClockBehind: this folder may write nothing now.
            DiskReadOnly, DiskFull, DiskFails, DiskNearlyFull: its disk takes nothing.
        """
        if (refusal := self.journal.barred()) is not None:
            raise refusal
        self.check_disk()

    def check_disk(self) -> None:
        """See that the folder's disk takes a day of reception.

        Raises:
            DiskReadOnly, DiskFull, DiskFails, DiskNearlyFull: it does not.
        """
        check_disk(self.folder)

    def sweep_files(self) -> int:
        """Remove the files that no entry names any more, as after an erasure."""
        unwanted = self.journal.files_to_remove()
        for digest in unwanted:
            self.blobs.remove(digest)
            self.journal.file_removed(digest)
        return len(unwanted)

    def centre_has(self) -> Position | None:
        """Return how far the centre held this node's chain when it last greeted."""
        return confirmed(self.exchange.x)

    def backup_has(self) -> Position | None:
        """Return how far the centre's verified backup held this node's chain when it greeted."""
        return backed_up(self.exchange.x)

    def centre_said(self) -> datetime | None:
        """Return the time that the centre's last greeting told."""
        greeting = self.exchange.x.book.heard(self.world.me.centre or "")
        return greeting.at if greeting else None

    def _settle(self, world: World) -> None:
        settle_messages(world)
        self.sweep_files()

    def _open_invites(self, officers: list[str]) -> dict[str, str]:
        told = tell_invites(self.desk.accounts, officers)
        return {code: told[code].hashed if code in told else "" for code in officers}

    def close(self) -> None:
        """Give up this thread's connection."""
        self.journal.close()

    def let_go(self) -> None:
        """Give up this thread's connection and the key in it."""
        drop(self.alias)


def centre_parts(folder: Path, card: NodeCard, keys: NodeKeys) -> Opened:
    """Return a centre's folder as a node takes it."""
    if card.database:
        database = database_address(card.database)
    else:
        private_file(folder / DATABASE)
        database = sqlite(folder / DATABASE)
    return Opened(folder, card, keys, BlobFiles(folder / BLOBS), database)


def database_address(url: str) -> dict[str, Any]:
    """Return what Django is told about a PostgreSQL database.

    Raises:
        DatabaseAddressWrong: it is not the address of one.
    """
    try:
        return postgresql(url)
    except ValueError as problem:
        raise DatabaseAddressWrong() from problem


def field_parts(field: OpenField) -> Opened:
    """Return a laptop's open folder as a node takes it."""
    database = sqlcipher(field.database, field.node_key)
    return Opened(field.path, field.card, field.keys, field.blobs(), database)


@cache
def shipped_rules() -> ShippedRules:
    """Return the law, read once a process."""
    return ShippedRules()


def alias_of(folder: Path) -> str:
    """Return the name under which Django knows a folder's database."""
    return f"node-{sha256(str(folder.resolve()).encode()).hexdigest()[:12]}"
