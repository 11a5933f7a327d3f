"""What a journal in memory holds: containers of values that never change."""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from typing import Any

from veban.actions.ports import Answer
from veban.core.journal.entry import Entry
from veban.core.journal.files import files_of
from veban.core.journal.placing import Claim
from veban.store.journal.sealing import Head


@dataclass(slots=True)
class Shelf:
    """Everything held; values are immutable, so a copy of the containers is a snapshot."""

    entries: dict[str, Entry] = field(default_factory=dict)
    own_keys: set[str] = field(default_factory=set)
    streams: dict[str, tuple[str, ...]] = field(default_factory=dict)
    places: dict[tuple[str, int], str] = field(default_factory=dict)
    heads: dict[str, Head] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    erased: dict[str, str] = field(default_factory=dict)
    unwanted: set[str] = field(default_factory=set)
    let_go: set[str] = field(default_factory=set)
    rows: dict[str, tuple[Any, ...]] = field(default_factory=dict)

    def copy(self) -> "Shelf":
        return Shelf(*(getattr(self, item.name).copy() for item in fields(self)))

    def named_files(self) -> set[str]:
        """Return the files that entries name, without those that were let go of."""
        wanted = self.entries.keys() - self.let_go
        return {file for one in wanted for file in files_of(self.entries[one].person)}

    def placed_entries(self, stream: str) -> list[Entry]:
        """Return a stream's accepted entries in order."""
        found, version = [], 1
        while entry_hash := self.places.get((stream, version)):
            found.append(self.entries[entry_hash])
            version += 1
        return found

    def has_place(self, entry: Entry) -> bool:
        return self.places.get((entry.header.stream, entry.header.version)) == entry.hash

    def claims(self, stream: str, reclaims: Callable[[str, str], bool]) -> list[Claim]:
        """Return what every entry of a stream claims, in the order of arrival.

        Args:
            stream: ``kind/id``.
            reclaims: Tells whether an entry of a type, by a writer, takes its place from another's.
        """
        found = [self.entries[entry_hash] for entry_hash in self.streams.get(stream, ())]
        return [
            Claim(
                stream,
                e.header.version,
                e.header.node,
                e.hash,
                self.has_place(e),
                reclaims(e.header.type, e.header.node),
            )
            for e in found
        ]
