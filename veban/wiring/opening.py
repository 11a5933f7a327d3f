"""Open a data folder (mở thư mục dữ liệu), a laptop's with an officer's phrase."""

import os
from dataclasses import dataclass
from pathlib import Path

import veban.store.ready  # noqa: F401  Django is set up before any model is read.
from veban.actions.nodes.renew import is_begun
from veban.core.nodes.events import NodeKind
from veban.edges.folder.centre_folder import CentreFolder
from veban.edges.folder.disk import try_disk
from veban.edges.folder.field_folder import FieldFolder
from veban.edges.folder.refusals import FolderLocked, FolderRestored
from veban.store.databases.opening import DatabaseUnreachable
from veban.store.databases.soundness import check_at_start
from veban.wiring.node import Node, Opened, centre_parts, field_parts

OFFICER, PHRASE = "VEBAN_OFFICER", "VEBAN_PHRASE"


@dataclass(frozen=True, slots=True)
class Opening:
    """With what an officer opens a laptop's folder."""

    officer: str
    phrase: str


def open_node(folder: Path, opening: Opening | None = None) -> Node:
    """Open a data folder.

    Args:
        folder: The folder.
        opening: Who opens a laptop's folder; nothing is needed for a centre's.

    Raises:
        NodeMissing: there is no node in it.
        FolderLocked: it is a laptop's, and nobody opens it.
        PhraseWrong: officer and phrase do not open it.
        ClockNotPractice: a practice clock was set for a real node.
    """
    found = CentreFolder(folder)
    if found.card.kind != NodeKind.FIELD:
        return open_parts(centre_parts(folder, found.card, found.keys()))
    if opening is None:
        raise FolderLocked(folder=folder.name)
    return open_parts(field_parts(FieldFolder(folder).open(opening.officer, opening.phrase)))


def open_checked(folder: Path) -> Node:
    """Open a centre's folder to serve it.

    Raises:
        DatabaseDamaged: its database is not whole, as far as a start waits to know.
        Refused: what ``open_node`` refuses.
    """
    node = open_node(folder)
    check_at_start(node.alias)
    return node


def open_parts(opened: Opened) -> Node:
    """Open a node; where its database cannot be, say first what the disk says.

    A node whose new writer's name was not told to the end writes nothing until it is.

    Raises:
        DiskReadOnly, DiskFull, DiskFails: the folder takes no bytes.
        DatabaseUnreachable: it does, and the database still does not open.
    """
    try:
        node = Node(opened)
    except DatabaseUnreachable:
        try_disk(opened.folder)
        raise
    if not is_begun(node.world):
        node.journal.stop(FolderRestored(folder=opened.folder.name))
    return node


def opening_of_environment() -> Opening | None:
    """Return who opens the folder, as ``VEBAN_OFFICER`` and ``VEBAN_PHRASE`` say."""
    officer, phrase = os.environ.get(OFFICER), os.environ.get(PHRASE)
    return Opening(officer, phrase) if officer and phrase else None
