"""A laptop's data folder (thư mục dữ liệu của máy lưu động): it opens with a phrase only.

::

    node.json          who the node is; written last, so that half a folder is none
    keys/node.keys     the node's keys, encrypted with the node key
    keys/phrases.json  the node key, wrapped for each officer and for the centre
    keys/tries.json    how many wrong phrases were typed, and when the last one was
    veban.db           the database, SQLCipher under the node key
    blobs/             files, encrypted with the node key
    outbox/  uploads/  parts on their way, sealed to their receiver
"""

import json
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from veban.edges.blobs.blob_files import BlobFiles
from veban.edges.folder.centre_folder import CentreFolder, NodeCard, keep_card
from veban.edges.folder.phrase_tries import NOBODY, PhraseTries
from veban.edges.folder.refusals import FolderTaken, PhraseTooShort, PhraseWrong
from veban.edges.folder.whole_files import write_whole
from veban.edges.keys import wrapping
from veban.edges.keys.node_keys import NodeKeys

KEYS = "keys/node.keys"
PHRASES = "keys/phrases.json"


@dataclass(frozen=True, slots=True)
class OpenField:
    """A laptop's folder whose keys are in memory.

    Args:
        path: The folder.
        card: Which node lives in it.
        keys: The node's keys.
        node_key: 32 bytes that encrypt database and files; never written by this program.
    """

    path: Path
    card: NodeCard
    keys: NodeKeys
    node_key: bytes

    @property
    def database(self) -> Path:
        """Where the encrypted database lies."""
        return self.path / "veban.db"

    def blobs(self) -> BlobFiles:
        """Return the store of files."""
        return BlobFiles(self.path / "blobs", self.node_key)

    def add_phrase(self, officer: str, phrase: str) -> None:
        """Let an officer open the folder; a repeat replaces the phrase.

        Raises:
            PhraseTooShort: it has too few characters.
        """
        phrase = checked_phrase(phrase)
        known = _read_phrases(self.path)
        known["officers"][officer] = wrapping.wrap_for_phrase(self.node_key, officer, phrase)
        known["recovery"] = wrapping.wrap_for_centre(self.node_key, self.card.centre_recipient)
        write_whole(self.path / PHRASES, wrapping.dump(known), private=True)


class FieldFolder:
    """A laptop's folder, its keys still closed.

    Args:
        path: The folder.

    Raises:
        NodeMissing: there is no node in it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.card = CentreFolder(path).card

    def officers(self) -> list[str]:
        """Return the officers who may open it."""
        return sorted(_read_phrases(self.path)["officers"])

    def open(self, officer: str, phrase: str, tries: PhraseTries | None = None) -> OpenField:
        """Open the folder.

        Args:
            officer: Who opens it.
            phrase: The officer's opening phrase.
            tries: Counts wrong ones; None on the command line, where whoever types holds the
                folder itself, and a forgotten script must keep nobody out.

        Raises:
            PhraseWrong: officer and phrase do not open it.
            PhraseWait: too many wrong phrases were typed.
        """
        closed = (self.path / KEYS).read_bytes()
        wrapped = _read_phrases(self.path)["officers"].get(officer)
        if tries is not None:
            tries.count(officer if wrapped else NOBODY)
        try:
            if wrapped is None:
                raise ValueError("no phrase")
            node_key = wrapping.unwrap_with_phrase(wrapped, officer, _same_form(phrase))
            keys = NodeKeys.from_bytes(wrapping.decrypt(node_key, closed, _about(self.card)))
        except ValueError as problem:
            raise PhraseWrong() from problem
        if tries is not None:
            tries.forget(officer)
        return OpenField(self.path, self.card, keys, node_key)


def create_field(
    path: Path, card: NodeCard, keys: NodeKeys, officer: str, phrase: str
) -> OpenField:
    """Make the folder of a laptop that has joined; ``finish_field`` makes it a node.

    Args:
        path: A folder that is empty or does not exist.
        card: Which node, with its centre.
        keys: The keys it joined with.
        officer: Who sets the first opening phrase.
        phrase: At least ``wrapping.LEAST_PHRASE`` characters.

    Raises:
        FolderTaken: there is something in it.
        PhraseTooShort: the phrase has too few characters.
    """
    check_free(path)
    made = OpenField(path, card, keys, wrapping.new_node_key())
    made.add_phrase(officer, phrase)
    closed = wrapping.encrypt(made.node_key, keys.to_bytes(), _about(card))
    write_whole(path / KEYS, closed, private=True)
    return made


def finish_field(made: OpenField) -> None:
    """Make the folder a node, once its database holds its first entry."""
    keep_card(made.path, made.card)


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


def _about(card: NodeCard) -> bytes:
    return f"veban node keys {card.node}".encode()


def _read_phrases(path: Path) -> dict[str, Any]:
    try:
        known: dict[str, Any] = json.loads((path / PHRASES).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {"officers": {}}
    return known
