"""A data folder (thư mục dữ liệu): made, opened, and what lies where in it.

::

    node.json          who the node is; written last, so that half a folder is none
    keys/node.keys     the node's keys: plain for a centre, encrypted with the node key else
    keys/phrases.json  the node key, wrapped for each officer and for the centre (field)
    journal.db         the database, where it is not on a server; SQLCipher on a field node
    blobs/  outbox/  uploads/
"""

import json
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from veban.core.nodes.events import NodeKind
from veban.edges.blobs.blob_files import BlobFiles
from veban.edges.folder.description import Description, read_description, write_description
from veban.edges.folder.refusals import FolderTaken, PhraseTooShort, PhraseWrong
from veban.edges.folder.whole_files import write_whole
from veban.edges.keys import wrapping
from veban.edges.keys.node_keys import NodeKeys
from veban.edges.transport.outbox import FileOutbox

KEYS = "keys/node.keys"
PHRASES = "keys/phrases.json"


@dataclass(frozen=True, slots=True)
class OpenFolder:
    """A folder whose keys are in memory.

    Args:
        path: The folder.
        description: Which node lives in it.
        keys: The node's keys.
        node_key: What encrypts database and files of a field node; None elsewhere.
    """

    path: Path
    description: Description
    keys: NodeKeys
    node_key: bytes | None

    @property
    def database_file(self) -> Path:
        """Where the database lies, unless ``description.database`` names a server."""
        return self.path / "journal.db"

    @property
    def uploads(self) -> Path:
        """Where half-arrived parts lie; they are sealed."""
        return self.path / "uploads"

    def blobs(self) -> BlobFiles:
        """Return the store of files."""
        return BlobFiles(self.path / "blobs", self.node_key)

    def outbox(self) -> FileOutbox:
        """Return the parts on their way."""
        return FileOutbox(self.path / "outbox")

    def add_phrase(self, officer: str, phrase: str) -> None:
        """Let an officer open this field folder; a repeat replaces the phrase.

        Raises:
            PhraseTooShort: it has too few characters.
            ValueError: the folder is not a field node's.
        """
        if self.node_key is None or self.description.centre is None:
            raise ValueError(f"{self.description.node} has no opening phrases")
        phrase = checked_phrase(phrase)
        known = _read_phrases(self.path)
        known["officers"][officer] = wrapping.wrap_for_phrase(self.node_key, officer, phrase)
        recipient = self.description.centre.recipient
        known["recovery"] = wrapping.wrap_for_centre(self.node_key, recipient)
        write_whole(self.path / PHRASES, wrapping.dump(known), private=True)


class DataFolder:
    """A folder that holds a node, its keys still closed.

    Args:
        path: The folder.

    Raises:
        FolderMissing: there is no node in it.
        FolderNeedsUpdate: a newer program made it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.description = read_description(path)

    @property
    def is_field(self) -> bool:
        """Tell whether it opens with an officer's phrase only."""
        return self.description.kind is NodeKind.FIELD

    def officers(self) -> list[str]:
        """Return the officers who may open it."""
        return sorted(_read_phrases(self.path)["officers"])

    def open(self, officer: str = "", phrase: str = "") -> OpenFolder:
        """Open the folder; a centre's needs no phrase.

        Raises:
            PhraseWrong: officer and phrase do not open it.
        """
        kept = (self.path / KEYS).read_bytes()
        if not self.is_field:
            return OpenFolder(self.path, self.description, NodeKeys.from_bytes(kept), None)
        wrapped = _read_phrases(self.path)["officers"].get(officer)
        try:
            if wrapped is None:
                raise ValueError("no phrase")
            node_key = wrapping.unwrap_with_phrase(wrapped, officer, _same_form(phrase))
            keys = NodeKeys.from_bytes(wrapping.decrypt(node_key, kept, _about(self.description)))
        except ValueError as problem:
            raise PhraseWrong() from problem
        return OpenFolder(self.path, self.description, keys, node_key)


def create_centre(path: Path, description: Description) -> OpenFolder:
    """Make the folder of a centre or a province, with fresh keys.

    Raises:
        FolderTaken: there is something in it.
    """
    check_free(path)
    keys = NodeKeys.generate()
    write_whole(path / KEYS, keys.to_bytes(), private=True)
    write_description(path, description)
    return OpenFolder(path, description, keys, None)


def create_field(
    path: Path, description: Description, keys: NodeKeys, officer: str, phrase: str
) -> OpenFolder:
    """Make the folder of a laptop that has joined.

    Args:
        path: A folder that is empty or does not exist.
        description: Which node, with its centre.
        keys: The keys it joined with.
        officer: Who sets the first opening phrase.
        phrase: At least ``wrapping.LEAST_PHRASE`` characters.

    Raises:
        FolderTaken: there is something in it.
        PhraseTooShort: the phrase has too few characters.
    """
    check_free(path)
    node_key = wrapping.new_node_key()
    made = OpenFolder(path, description, keys, node_key)
    made.add_phrase(officer, phrase)
    closed = wrapping.encrypt(node_key, keys.to_bytes(), _about(description))
    write_whole(path / KEYS, closed, private=True)
    write_description(path, description)
    return made


def check_free(path: Path) -> None:
    """Refuse a folder in which there is something.

    Raises:
        FolderTaken: there is.
    """
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise FolderTaken(folder=path.name)


def checked_phrase(phrase: str) -> str:
    """Return a phrase in the form that is wrapped.

    Raises:
        PhraseTooShort: it has too few characters.
    """
    if len(_same_form(phrase)) < wrapping.LEAST_PHRASE:
        raise PhraseTooShort(least=wrapping.LEAST_PHRASE)
    return _same_form(phrase)


def _same_form(phrase: str) -> str:
    """Vietnamese letters have two forms in Unicode; keyboards differ in which they type."""
    return " ".join(unicodedata.normalize("NFC", phrase).split())


def _about(description: Description) -> bytes:
    return f"veban node keys {description.node}".encode()


def _read_phrases(path: Path) -> dict[str, Any]:
    try:
        known: dict[str, Any] = json.loads((path / PHRASES).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {"officers": {}}
    return known
