"""Make, check and restore the backup of a node (sao lưu, kiểm tra, khôi phục)."""

import secrets
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import veban.store.ready  # noqa: F401  Django is set up before any model is read.
from veban.actions.journal.verify import verify_node
from veban.core.nodes.events import NodeKind
from veban.core.nodes.writers import new_writer
from veban.core.shared.local_time import format_instant
from veban.core.shared.refused import Refused
from veban.edges.backups.backup_folder import (
    OWN,
    PAPERS,
    BackupWriter,
    Manifest,
    check_files,
    copy_out,
)
from veban.edges.blobs.blob_files import BlobFiles
from veban.edges.folder.centre_folder import CARD, CentreFolder, keep_card
from veban.edges.folder.centre_folder import KEYS as CENTRE_KEYS
from veban.edges.folder.field_folder import KEYS as FIELD_KEYS
from veban.edges.folder.field_folder import PHRASES, FieldFolder, check_free
from veban.edges.folder.whole_files import copy_durably, private_folder
from veban.store.databases.config import sqlcipher, sqlite
from veban.store.databases.register import close, forget
from veban.store.databases.snapshot import read_only, take_snapshot
from veban.store.exchange.backups import keep_backup
from veban.wiring.node import BLOBS, DATABASE, Node, Opened
from veban.wiring.opening import Opening

FIELD_DATABASE = "veban.db"
_OWN_FILES = {True: (CARD, FIELD_KEYS, PHRASES), False: (CARD, CENTRE_KEYS)}
"""Whether it is a laptop's → the files beside database and papers that make the node."""


class BackupNotWhole(Refused):
    """The backup was made, but what it holds is broken or incomplete; it counts for nothing."""

    code = "backup.not_whole"


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of a backup found.

    Args:
        manifest: What the backup is.
        opened: Whether the journal inside was verified too; a laptop's needs its phrase.
    """

    manifest: Manifest
    opened: bool

    def as_json(self) -> dict[str, Any]:
        """Return the public answer."""
        found = self.manifest
        papers = sum(name.startswith(f"{PAPERS}/") for name in found.files)
        return {
            "node": found.node,
            "made_at": found.made_at,
            "entries": found.entries,
            "files": papers,
            "verified": self.opened,
        }


def make_backup(node: Node, folder: Path) -> Checked:
    """Make a backup of an open node and verify it; a server may go on beside it.

    Only a backup that was read back whole counts: from then on the node's greetings say that it
    holds these entries.

    Args:
        node: The node.
        folder: Where; an earlier backup of the same node is brought up to date.

    Raises:
        BackupTaken: the folder holds something else.
        BackupNotWhole: the node's own journal or files are broken.
    """
    opened = node.opened
    is_field = opened.card.kind == NodeKind.FIELD
    writer = BackupWriter(folder, opened.card.node)
    database = writer.add_database(lambda path: take_snapshot(node.alias, path))
    for name in _OWN_FILES[is_field]:
        writer.add(opened.folder / name, f"{OWN}/{name}")
    still = _node_of(opened, folder, database)
    try:
        journal = still.journal
        wanted = sorted({digest for digest, _ in journal.files()})
        # Each name is asked for when its turn comes: a scan may be sealed while this runs.
        present = (opened.blobs.name(digest) for digest in wanted if opened.blobs.has(digest))
        writer.add_papers(opened.folder / BLOBS, present)
        _verify(still)
        positions = {one: list(found) for one, found in journal.chains().items()}
        manifest = writer.finish(
            Manifest(
                node=opened.card.node,
                kind=opened.card.kind,
                made_at=format_instant(node.world.clock.now()),
                database=database,
                positions=positions,
                entries=sum(1 for _ in journal.arrived_after()),
            )
        )
        check_files(folder)
        writer.drop_earlier()
        writer.drop_strays()
    finally:
        _close(still)
    keep_backup(node.alias, positions, node.world.clock.now())
    return Checked(manifest, opened=True)


def check_backup(folder: Path, opening: Opening | None) -> Checked:
    """Read a backup whole, and verify the journal in it where it can be opened.

    Args:
        folder: The backup.
        opening: Who opens a laptop's; without it only the bytes are compared.

    Raises:
        BackupMissing, BackupBroken, BackupNeedsUpdate: it is no whole backup.
        BackupNotWhole: the journal in it is broken, or files are missing.
        PhraseWrong: officer and phrase do not open it.
    """
    manifest = check_files(folder)
    opened = _open_own(folder / OWN, opening)
    if opened is None:
        return Checked(manifest, opened=False)
    still = _node_of(opened, folder, manifest.database)
    try:
        _verify(still)
    finally:
        _close(still)
    return Checked(manifest, opened=True)


def restore_backup(folder: Path, new: Path) -> Checked:
    """Lay a backup out as a new data folder; the card comes last, with a new writer's name.

    So the folder never writes under the name of the one that it is a copy of; it writes under the
    new one once it was told (``veban.wiring.renewing``). A centre that lived on a server is
    restored into a file of its own.

    Args:
        folder: The backup.
        new: A folder that does not exist, or is empty.

    Raises:
        FolderTaken: there is something in it.
        BackupMissing, BackupBroken, BackupNeedsUpdate: it is no whole backup.
    """
    check_free(new)
    manifest = check_files(folder)
    is_field = manifest.kind == NodeKind.FIELD
    private_folder(new)
    copy_out(folder, manifest, new)
    target = new / (FIELD_DATABASE if is_field else DATABASE)
    copy_durably(folder / manifest.database, target)
    card = CentreFolder(folder / OWN).card
    writer = new_writer(card.node, secrets.token_bytes(4))
    keep_card(new, replace(card, database=None, writer=writer))
    return Checked(manifest, opened=False)


def _open_own(own: Path, opening: Opening | None) -> Opened | None:
    """Open the files of the node itself in a backup; None for a laptop that nobody opens."""
    card = CentreFolder(own).card
    if card.kind != NodeKind.FIELD:
        keys = CentreFolder(own).keys()
        return Opened(own, card, keys, BlobFiles(own / BLOBS), sqlite(own / DATABASE))
    if opening is None:
        return None
    field = FieldFolder(own).open(opening.officer, opening.phrase)
    return Opened(own, card, field.keys, field.blobs(), sqlcipher(field.database, field.node_key))


def _node_of(opened: Opened, folder: Path, database: str) -> Node:
    """Return the node as it stands in a backup; nothing in it is changed."""
    config = read_only({**_file_config(opened, folder / database)})
    return Node(
        Opened(
            folder, opened.card, opened.keys, opened.blobs.at(folder / PAPERS), config, marked=False
        )
    )


def _file_config(opened: Opened, path: Path) -> dict[str, Any]:
    key = opened.database["OPTIONS"].get("key")
    return sqlite(path) if key is None else sqlcipher(path, key)


def _verify(still: Node) -> None:
    entries = (entry for _, entry in still.journal.arrived_after())
    found = verify_node(still.exchange.x, entries, still.journal.files())
    if found["broken"] or found["missing_files"]:
        raise BackupNotWhole(broken=len(found["broken"]), missing=found["missing_files"])


def _close(still: Node) -> None:
    close(still.alias)
    forget(still.alias)
