"""The data folder that a server serves (thư mục đang phục vụ), open or still locked."""

from pathlib import Path

import veban.store.ready  # noqa: F401  Django is set up before any model is read.
from veban.core.nodes.events import NodeKind
from veban.edges.folder.centre_folder import (
    CentreFolder,
)
from veban.edges.folder.field_folder import FieldFolder, OpenField
from veban.edges.folder.refusals import FolderLocked
from veban.wiring.node import Node, field_parts
from veban.wiring.opening import open_node, open_parts, opening_of_environment


class ServedFolder:
    """A data folder that a server serves, open or still locked.

    Args:
        folder: The folder.

    Raises:
        NodeMissing: there is no node in it.
    """

    def __init__(self, folder: Path) -> None:
        card = CentreFolder(folder).card
        self._folder = folder
        self.is_field = card.kind == NodeKind.FIELD
        self.practice = card.practice
        self._node = None if self.is_field else open_node(folder)
        self._field: OpenField | None = None

    @property
    def node(self) -> Node | None:
        """The open node; None while a laptop's folder is locked."""
        return self._node

    def open(self, officer: str, phrase: str) -> None:
        """Open the folder.

        Raises:
            PhraseWrong: officer and phrase do not open it.
        """
        self._field = FieldFolder(self._folder).open(officer, phrase)
        if self._node is None:
            self._node = open_parts(field_parts(self._field))

    def add_phrase(self, officer: str, phrase: str) -> None:
        """Let one more officer open the laptop, while it is open.

        Raises:
            FolderLocked: it is not open.
            PhraseTooShort: the phrase has too few characters.
        """
        if self._field is None:
            raise FolderLocked(folder=self._folder.name)
        self._field.add_phrase(officer, phrase)


def serve_folder(folder: Path) -> ServedFolder:
    """Return what a server serves; a laptop's folder opens with the environment, or later."""
    served = ServedFolder(folder)
    opening = opening_of_environment()
    if served.is_field and opening is not None:
        served.open(opening.officer, opening.phrase)
    return served
