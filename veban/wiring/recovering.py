"""Save what can be read of a damaged node into a new folder (cứu dữ liệu của máy).

The damaged folder is only ever read. What a backup still has fills what the damage took.
"""

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import veban.store.ready  # noqa: F401  Django is set up before any model is read.
from veban.actions.exchange.check_excerpts import EXCERPT_GAP
from veban.actions.exchange.peers import stands_behind
from veban.actions.journal.verify import verify_node
from veban.core.catalogue import EVENTS, FOLDS
from veban.core.nodes.events import NodeKind
from veban.core.nodes.writers import peer_of
from veban.core.shared.refused import Refused
from veban.edges.backups.backup_folder import PAPERS, check_files
from veban.edges.blobs.blob_files import SEALED
from veban.edges.clocks import choose_clock
from veban.edges.folder.centre_folder import KEYS as CENTRE_KEYS
from veban.edges.folder.centre_folder import CentreFolder, keep_card
from veban.edges.folder.field_folder import KEYS as FIELD_KEYS
from veban.edges.folder.field_folder import PHRASES, FieldFolder, check_free
from veban.edges.folder.refusals import FolderLocked
from veban.edges.folder.whole_files import copy_durably
from veban.edges.randomness import SystemRandomness
from veban.store.databases.config import sqlcipher, sqlite
from veban.store.databases.register import forget, migrate, register
from veban.store.journal.journal import DjangoJournal
from veban.store.journal.keepsakes import save_keepsakes
from veban.store.journal.meaning import Meaning
from veban.store.journal.recovering import (
    Source,
    Tally,
    count_by_node,
    count_until,
    fill_journal,
    readable_entries,
)
from veban.wiring.backups import FIELD_DATABASE
from veban.wiring.node import BLOBS, DATABASE, Node
from veban.wiring.opening import Opening, open_node

ALIAS, NOBODY, WORK = "recovery", "(recovery)", ".recovering"


class RecoverFilesOnly(Refused):
    """The node's database is on a server, which is recovered with the server's own means."""

    code = "recover.files_only"


class NothingReadable(Refused):
    """Neither the damaged database nor a backup gave a single entry."""

    code = "recover.nothing_readable"


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was saved.

    Args:
        saved: Node → how many of its entries are in the new folder.
        lost: Node → how many are known to have been there and are not.
        altered: Entries that could be read but were not what was sealed.
        checked: What verifying the new folder found.
    """

    saved: dict[str, int]
    lost: dict[str, int]
    altered: int
    checked: dict[str, Any]

    def as_json(self) -> dict[str, Any]:
        """Return the public answer."""
        return {
            "entries": self.checked["entries"],
            "saved": self.saved,
            "lost": self.lost,
            "altered": self.altered,
            "files": self.checked["files"],
            "missing_files": self.checked["missing_files"],
            "broken": self.checked["broken"],
        }


def recover_node(
    folder: Path, new: Path, opening: Opening | None = None, backup: Path | None = None
) -> Recovered:
    """Rebuild a node from what is readable of its database, its papers, and a backup.

    Args:
        folder: The damaged folder; no byte of it is changed.
        new: A folder that does not exist, or is empty.
        opening: Who opens a laptop's folder.
        backup: A whole backup of the same node, for what the damage took.

    Raises:
        FolderTaken: there is something in the new folder.
        FolderLocked, PhraseWrong: it is a laptop's, and this does not open it.
        RecoverFilesOnly: the database is on a server.
        NothingReadable: there is not one entry left.
        BackupMissing, BackupBroken: the backup is not whole.
    """
    check_free(new)
    card = CentreFolder(folder).card
    if card.database:
        raise RecoverFilesOnly()
    is_field = card.kind == NodeKind.FIELD
    key = _field_key(folder, opening) if is_field else None
    name = FIELD_DATABASE if is_field else DATABASE
    _copy_files(folder / BLOBS, new / BLOBS)
    databases = [folder / name]
    if backup is not None:
        databases.insert(0, backup / check_files(backup).database)
        _copy_files(backup / PAPERS, new / BLOBS)
    with _sources(databases, new / WORK, key) as sources:
        saved, tally = _fill(sources, _config(new / name, key), card.writer or card.node)
    for own in (FIELD_KEYS, PHRASES) if is_field else (CENTRE_KEYS,):
        copy_durably(folder / own, new / own)
    keep_card(new, card)
    node = open_node(new, opening)
    try:
        entries = (entry for _, entry in node.journal.arrived_after())
        checked = verify_node(node.exchange.x, entries, node.journal.files())
        lost = _lost(node, tally, checked)
    finally:
        node.close()
    return Recovered(saved, lost, tally.altered, checked)


def _lost(node: Node, tally: Tally, checked: dict[str, Any]) -> dict[str, int]:
    """Return node → how many entries were held and are gone.

    A chain that comes up to us whole is known as far as any of it could be read; of every other
    one as far as it was held without a gap, and of our centre's excerpt what its lists name.
    """
    me, lost = node.world.me, Counter[str]()
    for one in {*tally.heads, *tally.ends} & set(node.journal.chains()):
        whole = one == me.node or (
            peer_of(one) != me.speaks_as and stands_behind(node.world, one, me.speaks_as)
        )
        end = max(tally.heads[one], tally.ends[one] if whole else 0)
        lost[one] = end - count_until(node.alias, one, end)
    gaps = sum(found["code"] == EXCERPT_GAP for found in checked["broken"])
    lost[me.centre or ""] += gaps
    return {one: count for one, count in sorted(lost.items()) if count > 0}


def _fill(sources: list[Source], config: dict[str, Any], me: str) -> tuple[dict[str, int], Tally]:
    register(ALIAS, config)
    try:
        migrate(ALIAS)
        clock = choose_clock(None, practice=False)
        meaning = Meaning(EVENTS, FOLDS)
        journal = DjangoJournal(ALIAS, NOBODY, clock, SystemRandomness(), meaning)
        tally = Tally()
        found = chain.from_iterable(readable_entries(source, tally) for source in sources)
        fill_journal(journal, me, found)
        saved = count_by_node(ALIAS)
        if not saved:
            raise NothingReadable()
        # What the damaged folder says last is newer than what a backup says.
        for source in reversed(sources):
            save_keepsakes(source, ALIAS)
        return saved, tally
    finally:
        forget(ALIAS)


@contextmanager
def _sources(databases: list[Path], work: Path, key: bytes | None) -> Iterator[list[Source]]:
    """Register working copies of databases, with what their logs hold; remove them after."""
    made: list[Source] = []
    try:
        for number, path in enumerate(databases):
            copy = work / f"{number}.db"
            copy_durably(path, copy)
            log = path.with_name(f"{path.name}-wal")
            if log.is_file():
                copy_durably(log, copy.with_name(f"{copy.name}-wal"))
            register(f"{ALIAS}-{number}", _config(copy, key))
            made.append(Source(f"{ALIAS}-{number}", path.stat().st_size))
        yield made
    finally:
        for source in made:
            forget(source.alias)
        shutil.rmtree(work, ignore_errors=True)


def _config(path: Path, key: bytes | None) -> dict[str, Any]:
    return sqlite(path) if key is None else sqlcipher(path, key)


def _field_key(folder: Path, opening: Opening | None) -> bytes:
    if opening is None:
        raise FolderLocked(folder=folder.name)
    return FieldFolder(folder).open(opening.officer, opening.phrase).node_key


def _copy_files(source: Path, target: Path) -> None:
    """Copy papers that can be read; which are missing or altered is found when all is checked.

    What was sealed for the centre is not laid open again by an older backup.
    """
    for path in sorted(source.rglob("*")) if source.is_dir() else ():
        place = target / path.relative_to(source)
        is_here = place.exists() or place.with_name(place.name + SEALED).exists()
        if not path.is_file() or is_here:
            continue
        try:
            copy_durably(path, place)
        except OSError:
            place.unlink(missing_ok=True)
