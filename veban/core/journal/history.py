"""A stream's accepted history: the entries that have a place, in order, with their events."""

from dataclasses import dataclass

from veban.core.journal.entry import Entry, Header
from veban.core.journal.event import Event


@dataclass(frozen=True, slots=True)
class Placed:
    """One accepted step of a stream.

    Args:
        header: Who, what, where, when.
        hash: The entry's identity.
        event: What happened; None where this program does not know the type.
    """

    header: Header
    hash: str
    event: Event | None


@dataclass(frozen=True, slots=True)
class Draft:
    """Something decided that is about to be written.

    Args:
        stream: ``kind/id``.
        version: The version it will have; the write is refused if that place is taken.
        event: What happened.
    """

    stream: str
    version: int
    event: Event


def placed(entry: Entry, event: Event | None) -> Placed:
    """Return the step that an entry with a place makes."""
    return Placed(entry.header, entry.hash, event)


def stream_kind(stream: str) -> str:
    """Return the kind in a stream's name.

    Example:
        >>> stream_kind("dossier/4f0c")
        'dossier'
    """
    return stream.partition("/")[0]
