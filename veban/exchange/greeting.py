"""The greeting (lời chào): who is there, what is held, what is wanted; signed, both ways."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from veban.core.shared.shape import read_shape, write_shape
from veban.exchange.excerpt import Mark
from veban.exchange.refusals import PeerTooOld
from veban.exchange.run import Position

SPEAKS = (1,)
"""Versions of the exchange spoken here: the current one and, from the second on, the previous.

A new key of a greeting, a new kind of entry and a new door need no new version: they are passed
over, stored unread, and not called by those who do not know them.
"""

WANTED_AT_ONCE = 256
"""How many missing files one greeting asks for."""


@dataclass(frozen=True, slots=True)
class Greeting:
    """What one node tells another before they exchange.

    Args:
        node: Who greets.
        to: Who is greeted.
        speaks: Versions of the exchange.
        practice: Whether the node is one for practice.
        at: By its clock.
        nonce: Random; the answer repeats it in ``answers``.
        positions: Node → [last seq, hash] of every chain held whole.
        mark_count: How many entries of the excerpt made by ``to`` are held.
        mark_digest: The digest over their hashes; empty where none is held.
        wants: SHA-256 of files that entries name and that are missing, so many at once.
        offers: File wanted → name under which its sealed part can be fetched.
        missing_files: How many files are missing in all.
        answers: The nonce answered.
        backed_up: Node → [last seq, hash] of what the node's last verified backup holds.
        holds: Ends of chains that ``to`` named in its last greeting and of which more is held.
        writer: Under which name the greeting node writes now; empty: it did not say.
        introduces: What a centre that does not know the node any more may be shown; by file only.
        invites: Officer's code → [hash of the open invite or nothing, when it was given]; from a
            centre to its laptop only.
    """

    WHAT: ClassVar[str] = "greeting"

    node: str
    to: str
    practice: bool
    at: datetime
    nonce: str
    speaks: tuple[int, ...] = SPEAKS
    positions: Mapping[str, Any] = field(default_factory=dict)
    mark_count: int = 0
    mark_digest: str = ""
    wants: tuple[str, ...] = ()
    offers: Mapping[str, Any] = field(default_factory=dict)
    missing_files: int = 0
    answers: str | None = None
    backed_up: Mapping[str, Any] = field(default_factory=dict)
    holds: tuple[str, ...] = ()
    writer: str = ""
    introduces: Mapping[str, Any] = field(default_factory=dict)
    invites: Mapping[str, Any] = field(default_factory=dict)

    @property
    def mark(self) -> Mark:
        """How far the excerpt made by the greeted node is held."""
        return Mark(self.mark_count, self.mark_digest) if self.mark_count else Mark()

    def position(self, node: str) -> Position | None:
        """Return how far a node's chain is held by the greeting node.

        Raises:
            ValueError: the greeting is malformed.
        """
        return _position(self.positions, node)

    def backup(self, node: str) -> Position | None:
        """Return how far a verified backup of the greeting node holds a node's chain.

        Raises:
            ValueError: the greeting is malformed.
        """
        return _position(self.backed_up, node)


def _position(positions: Mapping[str, Any], node: str) -> Position | None:
    if (found := positions.get(node)) is None:
        return None
    seq, entry_hash = found
    return int(seq), str(entry_hash)


def greeting_json(greeting: Greeting) -> dict[str, Any]:
    """Write a greeting as JSON."""
    return write_shape(greeting)


def read_greeting(body: Mapping[str, Any]) -> Greeting:
    """Read a greeting; keys of a newer version are passed over.

    Raises:
        PeerTooOld: no version in common.
        Refused: ``input.wrong``, it is no greeting.
    """
    known = {key: value for key, value in body.items() if key in Greeting.__dataclass_fields__}
    greeting = read_shape(Greeting, known)
    common_version(greeting.speaks)
    return greeting


def common_version(theirs: Sequence[int], ours: Sequence[int] = SPEAKS) -> int:
    """Return the version that two nodes speak with each other: the newest both know.

    Raises:
        PeerTooOld: there is none; ``speaks`` tells which of the two is the older.

    Example:
        >>> common_version((2, 1), ours=(3, 2)), common_version((1,), ours=(2, 1))
        (2, 1)
    """
    known = set(theirs) & set(ours)
    if not known:
        raise PeerTooOld(speaks=list(theirs))
    return max(known)
