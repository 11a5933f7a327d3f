"""The joint of the program (nơi ghép nối): a data folder becomes a node that works.

Which store, which edges and which clock a node gets is decided here and nowhere else.
"""

import os
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

import veban.store.ready  # noqa: F401  Django is set up before any model is read.
from veban.actions.nodes.found import Founding, check_founding, found_centre
from veban.actions.people.accounts import SignInDesk
from veban.actions.ports import NodeIdentity, World
from veban.actions.slips.logbook import KIND as LOGBOOK
from veban.actions.slips.logbook import logbook
from veban.actions.slips.slip import dossier_slip
from veban.actions.slips.subject import SlipUnknown
from veban.actions.slips.visit import visit_slip
from veban.core.catalogue import EVENTS, FOLDS
from veban.core.dossiers.refusals import DossierUnknown
from veban.core.nodes.events import NodeKind
from veban.core.numbers.judge_receipt import Verify
from veban.core.people.scope import Scope
from veban.core.shared.local_time import LOCAL
from veban.edges.blobs.blob_files import BlobFiles
from veban.edges.clocks import VARIABLE, choose_clock
from veban.edges.folder.centre_folder import (
    CentreFolder,
    NodeCard,
    keep_card,
    prepare_centre_folder,
)
from veban.edges.keys.node_keys import NodeKeys
from veban.edges.passwords.argon2id import Argon2Hasher
from veban.edges.printing.printer import TypstPrinter
from veban.edges.randomness import SystemRandomness
from veban.edges.rulebook.shipped import ShippedRules
from veban.edges.transport.packing import AgePacking
from veban.exchange.run import Position
from veban.store.accounts.accounts import DjangoAccounts
from veban.store.databases.config import postgresql, sqlite
from veban.store.databases.opening import DatabaseNotEmpty, open_database
from veban.store.journal.codes import find_stream
from veban.store.journal.journal import DjangoJournal
from veban.store.journal.meaning import Meaning
from veban.store.queries.dossiers import list_received
from veban.store.work import DjangoWork

DATABASE, BLOBS = "veban.sqlite3", "blobs"
LONGEST_DAY = 100_000
"""More dossiers than one unit receives on a day."""


@dataclass(frozen=True, slots=True)
class NewCentre:
    """What ``veban init`` was told.

    Args:
        unit: Five-digit code, or the province's.
        kind: Centre or province.
        founding: Mode and agency code.
        practice: For practice, for ever.
        database: Address of a PostgreSQL database; None for a file in the folder.
        address: Public address of tracking, without a slash at its end.
    """

    unit: str
    kind: NodeKind
    founding: Founding
    practice: bool = False
    database: str | None = None
    address: str = ""


class Node:
    """An open node: what pages and commands work with.

    Args:
        folder: Its data folder.
        card: Who it is.
        keys: Its keys.
    """

    def __init__(self, folder: Path, card: NodeCard, keys: NodeKeys) -> None:
        self.folder = folder
        self.card = card
        self.rules = shipped_rules()
        self.alias = alias_of(folder)
        open_database(self.alias, _database(folder, card))
        identity = NodeIdentity(
            card.node, card.unit, NodeKind(card.kind), card.practice, card.centre
        )
        clock = choose_clock(os.environ.get(VARIABLE), practice=card.practice)
        random = SystemRandomness()
        self.journal = DjangoJournal(self.alias, card.node, clock, random, Meaning(EVENTS, FOLDS))
        self.blobs = BlobFiles(folder / BLOBS)
        self.world = World(
            me=identity,
            clock=clock,
            random=random,
            rules=self.rules,
            journal=self.journal,
            work=DjangoWork(self.alias, card.node),
            blobs=self.blobs,
            keys=keys,
        )

    @cached_property
    def desk(self) -> SignInDesk:
        """Accounts and the slow hash."""
        return SignInDesk(DjangoAccounts(self.alias), Argon2Hasher())

    @property
    def verify(self) -> Verify:
        """Check an Ed25519 signature."""
        return AgePacking().genuine

    @cached_property
    def printer(self) -> TypstPrinter:
        """Set slips; made when the first one is printed."""
        return TypstPrinter()

    def stream_of(self, code: str) -> str:
        """Return the stream that a dossier's code, ours or an official one, leads to.

        Raises:
            DossierUnknown: none does.
        """
        stream = find_stream(self.alias, code)
        if stream is None:
            raise DossierUnknown(code=code)
        return stream

    def slip(self, code: str, kind: str) -> bytes:
        """Return a dossier's slip as PDF."""
        data = dossier_slip(self.world, self.stream_of(code), kind, self.card.address)
        return self.printer.render(kind, data)  # type: ignore[arg-type]

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
        data = logbook(self.world, unit, day, [row.stream for row in rows])
        return self.printer.render(LOGBOOK, data)  # type: ignore[arg-type]

    def sweep_files(self) -> int:
        """Remove the files that no entry names any more, as after an erasure."""
        unwanted = self.journal.files_to_remove()
        for digest in unwanted:
            self.blobs.remove(digest)
            self.journal.file_removed(digest)
        return len(unwanted)

    def centre_has(self) -> Position | None:
        """Return how far the centre held this node's chain when it last greeted."""
        return None

    def close(self) -> None:
        """Give up this thread's connection."""
        self.journal.close()


def found_node(folder: Path, new: NewCentre) -> Node:
    """Make a data folder with an empty node of the shipped law.

    The node's id comes from its key, so a founding that broke off is finished by a repeat.

    Raises:
        NodeExists: a node is there already.
        UnitUnknown: the unit is not in the catalogue.
        DatabaseNotEmpty: the database belongs to another node.
    """
    check_founding(shipped_rules(), new.unit, new.founding)
    keys = prepare_centre_folder(folder)
    node = f"tt-{sha256(bytes.fromhex(keys.public_key)).hexdigest()[:10]}"
    card = NodeCard(node, new.unit, new.kind.value, new.practice, new.database, new.address)
    made = Node(folder, card, keys)
    chains = made.journal.chains()
    if chains and node not in chains:
        raise DatabaseNotEmpty()
    found_centre(made.world, new.founding)
    keep_card(folder, card)
    return made


def open_node(folder: Path) -> Node:
    """Open a data folder.

    Raises:
        NodeMissing: there is no node in it.
        ClockNotPractice: a practice clock was set for a real node.
    """
    found = CentreFolder(folder)
    return Node(folder, found.card, found.keys())


@cache
def shipped_rules() -> ShippedRules:
    """Return the law, read once a process."""
    return ShippedRules()


def alias_of(folder: Path) -> str:
    """Return the name under which Django knows a folder's database."""
    return f"node-{sha256(str(folder.resolve()).encode()).hexdigest()[:12]}"


def _database(folder: Path, card: NodeCard) -> dict[str, Any]:
    return postgresql(card.database) if card.database else sqlite(folder / DATABASE)
