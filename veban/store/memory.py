"""A journal in memory, for tests and previews: the same contract as the databases'.

Reason for its length: it is held line by line against the databases' journal, in one piece.
"""

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from veban.actions.ports import Answer, Clock, Randomness, Step, UsedSerials
from veban.core.dossiers.rows import CodeRow, SerialRow
from veban.core.journal.chain import Broken, is_unchanged
from veban.core.journal.entry import Entry
from veban.core.journal.files import files_of
from veban.core.journal.history import Placed, placed
from veban.core.journal.placing import newly_placed
from veban.core.journal.refusals import KeyTaken, StreamMoved
from veban.store.journal.meaning import Meaning
from veban.store.journal.sealing import Head, moved_head, seal_steps, told_time
from veban.store.journal.verifying import broken_in
from veban.store.shelf import Shelf


class MemoryJournal:
    """A node's journal that is gone with the process; any number of threads may use it."""

    def __init__(self, me: str, clock: Clock, random: Randomness, meaning: Meaning) -> None:
        self.me = me
        self.clock = clock
        self.random = random
        self.meaning = meaning
        self._shelf = Shelf(heads={me: Head(me)})
        self._lock = threading.RLock()

    @contextmanager
    def writing(self) -> Iterator["MemoryWriting"]:
        with self._lock:
            before = self._shelf
            self._shelf = before.copy()
            try:
                yield MemoryWriting(self, self._shelf)
            except BaseException:
                self._shelf = before
                raise

    def history(self, stream: str) -> Sequence[Placed]:
        return self._history(self._shelf, stream)

    def entry(self, entry_hash: str) -> Entry | None:
        return self._shelf.entries.get(entry_hash)

    def chain(self, node: str, after: int = 0) -> Iterator[Entry]:
        found = [e for e in self._shelf.entries.values() if e.header.node == node]
        yield from sorted(
            (e for e in found if e.header.seq > after), key=lambda entry: entry.header.seq
        )

    def chains(self) -> dict[str, tuple[int, str]]:
        heads = self._shelf.heads.values()
        return {head.node: (head.seq, head.hash) for head in heads if head.seq}

    def entries_of(self, streams: Iterable[str]) -> Iterator[Entry]:
        shelf = self._shelf
        for stream in streams:
            yield from shelf.placed_entries(stream)

    def unplaced(self) -> list[Entry]:
        shelf = self._shelf
        return [entry for entry in shelf.entries.values() if not shelf.has_place(entry)]

    def streams(self) -> list[str]:
        return sorted(self._shelf.streams)

    def rows(self, stream: str) -> tuple[Any, ...]:
        return self._shelf.rows.get(stream, ())

    def files_to_remove(self) -> list[str]:
        return sorted(self._shelf.unwanted)

    def file_removed(self, digest: str) -> None:
        with self._lock:
            self._shelf.unwanted.discard(digest)

    def let_go_of_files(self, streams: Iterable[str]) -> int:
        with self._lock:
            shelf = self._shelf
            named = shelf.named_files()
            shelf.let_go |= {entry for stream in streams for entry in shelf.streams.get(stream, ())}
            gone = named - shelf.named_files()
            shelf.unwanted |= gone
            return len(gone)

    def verify(self) -> tuple[int, list[Broken]]:
        shelf, broken = self._shelf, []
        for node in sorted({entry.header.node for entry in shelf.entries.values()}):
            head = shelf.heads.get(node, Head(node))
            broken += broken_in(head, self.chain(node))
        broken += [
            Broken(entry.header.node, entry.header.seq, "journal.person_missing")
            for entry in shelf.entries.values()
            if self.meaning.persons
            and entry.person_digest is not None
            and entry.person is None
            and entry.header.stream not in shelf.erased
        ]
        return len(shelf.entries), broken

    def rebuild(self) -> tuple[int, bool]:
        with self._lock:
            shelf = self._shelf
            rows = {}
            for stream in shelf.streams:
                if made := self.meaning.rows(stream, self._history(shelf, stream)):
                    rows[stream] = made
            identical = rows == shelf.rows
            shelf.rows = rows
            return len(shelf.entries), identical

    def differing_rows(self) -> Sequence[str]:
        shelf = self._shelf
        found = set()
        for stream in shelf.streams:
            made = set(self.meaning.rows(stream, self._history(shelf, stream)))
            found |= made ^ set(shelf.rows.get(stream, ()))
        return sorted({type(row).__name__ for row in found})

    def _history(self, shelf: Shelf, stream: str) -> list[Placed]:
        meaning = self.meaning
        return [placed(entry, meaning.event(entry)) for entry in shelf.placed_entries(stream)]


class MemoryWriting:
    """One open transaction on a snapshot of a memory journal."""

    def __init__(self, journal: MemoryJournal, shelf: Shelf) -> None:
        self._journal = journal
        self._shelf = shelf

    def answer(self, key: str) -> Answer | None:
        return self._shelf.answers.get(key)

    def history(self, stream: str) -> Sequence[Placed]:
        return self._journal._history(self._shelf, stream)

    def find_streams(self, code: str) -> Sequence[str]:
        found = [(row.part, row.stream) for row in self._rows(CodeRow) if row.code == code]
        return list(dict.fromkeys(stream for _, stream in sorted(found)))

    def find_stream(self, code: str) -> str | None:
        return next(iter(self.find_streams(code)), None)

    def used_serials(self, agency: str, day: date, low: int, high: int | None) -> UsedSerials:
        lane = (low, high)
        in_turn = self._serials(agency, day, lane, from_slip=False)
        slips = self._serials(agency, day, lane, from_slip=True)
        return UsedSerials(max(in_turn, default=None), frozenset(slips))

    def write(self, key: str, steps: Sequence[Step], answer: Answer | None = None) -> None:
        shelf, journal = self._shelf, self._journal
        if key in shelf.own_keys:
            raise KeyTaken(key=key)
        for step in steps:
            if len(shelf.placed_entries(step.stream)) != step.version:
                raise StreamMoved(stream=step.stream)
        head = shelf.heads[journal.me]
        now = told_time(head, steps, journal.clock.now(), self.history)
        salt = lambda: journal.random.token(16).hex()  # noqa: E731
        if entries := seal_steps(head, key, steps, now, salt):
            self._keep(entries)
            for entry in entries:
                # What was decided on the accepted order continues it, whatever waits beside.
                self._place(entry.header.stream, entry.header.version, entry.hash)
            shelf.heads[journal.me] = moved_head(head, entries)
            shelf.own_keys.add(key)
        if answer is not None:
            shelf.answers[key] = answer
        self._settle({step.stream for step in steps})

    def receive(self, entries: Iterable[Entry]) -> int:
        new = {}
        for entry in entries:
            if not is_unchanged(entry):
                raise ValueError(f"entry {entry.hash} is not what was sealed")
            if entry.hash not in self._shelf.entries:
                new[entry.hash] = entry
        self._keep(list(new.values()))
        for node in {entry.header.node for entry in new.values()} - {self._journal.me}:
            self._advance(node)
        self._settle({entry.header.stream for entry in new.values()})
        return len(new)

    def _keep(self, entries: Sequence[Entry]) -> None:
        shelf = self._shelf
        for entry in entries:
            stream = entry.header.stream
            gone = stream in shelf.erased
            shelf.entries[entry.hash] = entry.without_person() if gone else entry
            shelf.streams[stream] = (*shelf.streams.get(stream, ()), entry.hash)

    def _advance(self, node: str) -> None:
        """Move a node's head along what links to it without a gap."""
        shelf = self._shelf
        head = shelf.heads.get(node, Head(node))
        ends = {e.hash for e in self._journal.chain(node) if e.header.seq == head.seq} | {head.hash}
        for entry in self._journal.chain(node, head.seq):
            if entry.header.seq == head.seq + 1 and entry.prev_hash in ends:
                head = Head(node, entry.header.seq, entry.hash, entry.header.recorded_at)
                ends = {entry.hash}
            elif entry.header.seq == head.seq:
                ends.add(entry.hash)
        shelf.heads[node] = head

    def _settle(self, streams: Iterable[str]) -> None:
        """Give places in the streams, erase where that was said, fold their rows."""
        shelf, meaning = self._shelf, self._journal.meaning
        for stream in streams:
            given = newly_placed(shelf.claims(stream, meaning.reclaims))
            version = given[0].version if given else 0
            while given and (stream, version) in shelf.places:
                del shelf.places[stream, version]
                version += 1
            for claim in given:
                self._place(stream, claim.version, claim.hash)
            if rows := meaning.rows(stream, self.history(stream)):
                shelf.rows[stream] = rows
            else:
                shelf.rows.pop(stream, None)

    def _place(self, stream: str, version: int, entry_hash: str) -> None:
        self._shelf.places[stream, version] = entry_hash
        if self._journal.meaning.erases(self._shelf.entries[entry_hash].header.type):
            self._erase(stream, entry_hash)

    def _erase(self, stream: str, by: str) -> None:
        shelf = self._shelf
        shelf.erased.setdefault(stream, by)
        for entry_hash in shelf.streams[stream]:
            entry = shelf.entries[entry_hash]
            if entry_hash not in shelf.let_go:
                shelf.unwanted |= files_of(entry.person)
            shelf.entries[entry_hash] = entry.without_person()
            shelf.answers.pop(entry.header.key, None)
        shelf.unwanted -= shelf.named_files()

    def _serials(
        self, agency: str, day: date, lane: tuple[int, int | None], from_slip: bool
    ) -> set[int]:
        low, high = lane
        return {
            row.serial
            for row in self._rows(SerialRow)
            if (row.agency, row.day, row.from_slip) == (agency, day, from_slip)
            and low <= row.serial
            and (high is None or row.serial <= high)
        }

    def _rows(self, row_type: type) -> Iterator[Any]:
        for rows in self._shelf.rows.values():
            yield from (row for row in rows if isinstance(row, row_type))
