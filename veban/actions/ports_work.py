"""What lies ready for the program itself to do (việc đang chờ): the port of its work lists."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from veban.core.numbers.lane import Lease


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file and an entry that names it (tệp đính kèm của một mục nhật ký).

    Args:
        file: Its SHA-256.
        writer: Who wrote the entry.
        seq: The entry's number.
        stream: The entry's stream.
    """

    file: str
    writer: str
    seq: int
    stream: str


class Work(Protocol):
    """What lies ready for the program itself to do (việc đang chờ)."""

    def ready_to_release(self) -> Sequence[str]:
        """Return the dossier streams held by this node and open, without those kept on it.

        What is kept goes too once its round is closed.
        """
        ...

    def released_here(self) -> Sequence[str]:
        """Return the dossier streams on their way to this node."""
        ...

    def held_by(self, node: str) -> Sequence[str]:
        """Return the open dossier streams that a node holds, or that are on their way to it."""
        ...

    def open_bags(self, desk: str) -> Sequence[str]:
        """Return the streams of the bags that are being packed at a desk."""
        ...

    def passed_on(self, units: Collection[str] | None) -> Sequence[tuple[str, str]]:
        """Return (stream, unit) of open dossiers held here that were passed on to a unit.

        Args:
            units: The units that count; None counts all but the node's own.
        """
        ...

    def centres(self) -> Mapping[str, str]:
        """Return unit → the node of its own that has joined, of units that have one."""
        ...

    def leases(self, agency: str) -> Sequence[Lease]:
        """Return all leases ever given under an agency code."""
        ...

    def messages_about(self, dossier: str) -> Sequence[str]:
        """Return the message streams about a dossier stream, settled or not."""
        ...

    def files_written(self, writer: str, after: int) -> Sequence[NamedFile]:
        """Return the files that a writer's entries behind a number name, once for each entry."""
        ...

    def files_named(self, streams: Collection[str]) -> Sequence[NamedFile]:
        """Return the files that the entries of streams name, once for each entry."""
        ...

    def done_with(self, round_id: str) -> Sequence[str]:
        """Return the streams of a closed round's dossiers, and of what was told about them.

        Left out are those whose result this node carries out to a village again.
        """
        ...

    def unsettled_messages(self) -> Sequence[str]:
        """Return the message streams, not yet settled, about dossiers of this node or of nobody.

        Nobody holds what is known from a closed record only.
        """
        ...

    def doubled(self) -> Sequence[tuple[str, ...]]:
        """Return the dossier streams that share a code, together."""
        ...

    def portal_codes(self) -> Sequence[tuple[str, str]]:
        """Return (code, stream) of every dossier, sorted: as the national record names it.

        The first official code where there is one, else ours.
        """
        ...
