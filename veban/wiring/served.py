"""The data folder that a server serves (thư mục đang phục vụ), open or locked.

A laptop locks itself when no signed-in officer asked for anything for a while (tự khóa máy).
Locking lets go of every object that holds a key: the node, its files' and its database's keys,
the connections of the threads. A request under way keeps the node it began with until it ends.

What Python keeps: freed memory is not overwritten, so bytes of a key may stay in the process
(and in a swap file) until they are used again; disk encryption and hibernation are the
laptop's own affair. A phrase given as ``VEBAN_PHRASE`` stays in the process's environment.
"""

import gc
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic

from django.db import Error

import veban.store.ready  # noqa: F401  Django is set up before any model is read.
from veban.core.nodes.events import NodeKind
from veban.core.shared.disk import DatabaseDamaged
from veban.core.shared.refused import Refused
from veban.edges.folder.centre_folder import CentreFolder
from veban.edges.folder.field_folder import FieldFolder, OpenField
from veban.edges.folder.phrase_tries import PhraseTries
from veban.edges.folder.refusals import FolderLocked
from veban.store.accounts.sessions import end_all_sessions
from veban.store.databases.register import forget
from veban.store.databases.soundness import check_at_start
from veban.wiring.node import Node, alias_of, field_parts
from veban.wiring.opening import open_node, open_parts, opening_of_environment

LOCK_MINUTES = "VEBAN_LOCK_MINUTES"
DEFAULT_MINUTES = 10


class ServedFolder:
    """A data folder that a server serves, open or still locked.

    Args:
        folder: The folder.
        seconds: A clock that only goes forward.
        lock_after_s: Seconds without an officer after which a laptop locks itself.

    Raises:
        NodeMissing: there is no node in it.
    """

    def __init__(
        self,
        folder: Path,
        seconds: Callable[[], float] = monotonic,
        lock_after_s: float = DEFAULT_MINUTES * 60,
    ) -> None:
        card = CentreFolder(folder).card
        self._folder = folder
        self.is_field = card.kind == NodeKind.FIELD
        self.practice = card.practice
        self._node = None if self.is_field else open_node(folder)
        self._field: OpenField | None = None
        self._seconds, self._lock_after_s = seconds, lock_after_s
        self._touched = seconds()
        self._guard = threading.RLock()
        self._under_way = 0

    @property
    def node(self) -> Node | None:
        """The open node; None while a laptop's folder is locked."""
        return self._node

    def open(self, officer: str, phrase: str, *, from_afar: bool | None = None) -> None:
        """Open the folder.

        Args:
            officer: Who opens it.
            phrase: The officer's opening phrase.
            from_afar: Whether it was typed on a page seen on another machine; None where no
                page was, and nothing is counted.

        Raises:
            PhraseWrong: officer and phrase do not open it.
            DatabaseDamaged: they do, and its database is not whole.
            PhraseWait: too many wrong phrases were typed.
        """
        counted = from_afar is not None
        tries = PhraseTries(self._folder, from_afar=bool(from_afar)) if counted else None
        field = FieldFolder(self._folder).open(officer, phrase, tries)
        with self._guard:
            if self._node is None:
                self._node = self._open_checked(field)
            self._field = field
            self.touch()

    def _open_checked(self, field: OpenField) -> Node:
        """Open the node; of one whose database is damaged no key stays here."""
        try:
            node = open_parts(field_parts(field))
            check_at_start(node.alias)
        except BaseException:
            self._let_go()
            raise
        return node

    def add_phrase(self, officer: str, phrase: str) -> None:
        """Let one more officer open the laptop, while it is open.

        Raises:
            FolderLocked: it is not open.
            PhraseTooShort: the phrase has too few characters.
        """
        field = self._field
        if field is None:
            raise FolderLocked(folder=self._folder.name)
        field.add_phrase(officer, phrase)

    def touch(self) -> None:
        """Note that a signed-in officer is at work."""
        self._touched = self._seconds()

    def lock_if_idle(self) -> None:
        """Lock a laptop at which nobody has worked for long enough."""
        if self._node is not None and self._seconds() - self._touched >= self._lock_after_s:
            self.lock()

    def lock(self) -> None:
        """Lock a laptop: sessions end, node and keys are let go of; a centre stays open."""
        with self._guard:
            node = self._node
            if not self.is_field or node is None:
                return
            self._node = self._field = None
            # On a full disk the laptop locks all the same; opening ends sessions again.
            with suppress(Error, Refused):
                end_all_sessions(node.alias)
            if not self._under_way:
                self._let_go()
        del node
        gc.collect()

    @contextmanager
    def request(self) -> Iterator["ServedRequest"]:
        """Serve one request: it keeps the node it begins with, and its thread no key after it."""
        self.lock_if_idle()
        with self._guard:
            self._under_way += 1
            seen = ServedRequest(self, self._node)
        try:
            yield seen
        finally:
            self._end(seen)

    def _end(self, seen: "ServedRequest") -> None:
        with self._guard:
            self._under_way -= 1
            node, seen.node = seen.node, None
            if node is not None and self.is_field:
                node.let_go()
            if self.is_field and self._node is None and not self._under_way:
                self._let_go()

    def _let_go(self) -> None:
        """Forget this thread's connection and the database's description with its key."""
        forget(alias_of(self._folder))


class ServedRequest:
    """What one request sees of the folder (một yêu cầu): open or locked from begin to end.

    Args:
        served: The folder.
        node: The node at the request's beginning.
    """

    def __init__(self, served: ServedFolder, node: Node | None) -> None:
        self._served = served
        self.node = node
        self.is_field, self.practice = served.is_field, served.practice
        self.add_phrase, self.touch, self.lock = served.add_phrase, served.touch, served.lock

    def open(self, officer: str, phrase: str, *, from_afar: bool | None = None) -> None:
        """Open the folder, for this request and the next ones.

        Raises:
            PhraseWrong: officer and phrase do not open it.
            PhraseWait: too many wrong phrases were typed.
        """
        self._served.open(officer, phrase, from_afar=from_afar)
        self.node = self._served.node


def lock_after_s() -> float:
    """Return after how many seconds laptops lock, as ``VEBAN_LOCK_MINUTES`` (1 to 240) says."""
    text = os.environ.get(LOCK_MINUTES, "")
    minutes = int(text) if text.isdecimal() else DEFAULT_MINUTES
    return 60 * (minutes if 1 <= minutes <= 240 else DEFAULT_MINUTES)


def serve_folder(folder: Path) -> ServedFolder:
    """Return what a server serves; a laptop's folder opens with the environment, or later.

    One whose database is damaged stays locked: whoever opens it on the page reads why.
    """
    served = ServedFolder(folder, lock_after_s=lock_after_s())
    opening = opening_of_environment()
    if served.is_field and opening is not None:
        with suppress(DatabaseDamaged):
            served.open(opening.officer, opening.phrase)
    return served
