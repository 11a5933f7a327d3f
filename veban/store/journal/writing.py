"""One open write transaction of the journal (giao dịch ghi)."""

import json
from collections.abc import Iterable, Sequence
from datetime import date

from veban.actions.ports import Answer, Step, UsedSerials
from veban.core.journal.entry import Entry, stamp
from veban.core.journal.history import Placed, placed
from veban.core.journal.refusals import KeyTaken, StreamMoved
from veban.core.shared.canonical import canonical
from veban.core.shared.refused import Refused
from veban.store.databases.batch import Batch
from veban.store.journal.arriving import receive_entries
from veban.store.journal.bench import Bench
from veban.store.journal.codes import find_stream, find_streams, used_serials
from veban.store.journal.folding import extend_rows, refold
from veban.store.journal.heads import lock_head, make_head, save_head
from veban.store.journal.keeping import erase_stream, keep_entries, keep_places
from veban.store.journal.placement import place_streams, waiting_beyond
from veban.store.journal.reading import entries_of_stream, fetch
from veban.store.journal.sealing import Head, moved_head, seal_steps, told_time

_INSERT_ANSWER = "INSERT INTO journal_answer (key, digest, body) VALUES"


class DjangoWriting:
    """Numbers, seals and folds under the head's lock; the transaction is the journal's.

    Args:
        bench: The journal's world.
        stopped: Why nothing may be written; None where it may.
    """

    def __init__(self, bench: Bench, stopped: Refused | None = None) -> None:
        self._bench = bench
        self._stopped = stopped
        self.written: Head | None = None
        self._head: Head | None = None
        self._histories: dict[str, list[Placed]] = {}
        self.erased = False

    def answer(self, key: str) -> Answer | None:
        found = fetch(
            self._bench.alias, "SELECT digest, body FROM journal_answer WHERE key = %s", [key]
        )
        if found:
            return Answer(key, found[0][0], json.loads(found[0][1]))
        if self._stopped is not None:
            # Said before anything else that such a folder lacks, as numbers.
            raise self._stopped
        return None

    def history(self, stream: str) -> Sequence[Placed]:
        if stream not in self._histories:
            meaning = self._bench.meaning
            entries = entries_of_stream(self._bench.alias, stream)
            self._histories[stream] = [placed(entry, meaning.event(entry)) for entry in entries]
        return tuple(self._histories[stream])

    def find_streams(self, code: str) -> Sequence[str]:
        return find_streams(self._bench.alias, code)

    def find_stream(self, code: str) -> str | None:
        return find_stream(self._bench.alias, code)

    def used_serials(self, agency: str, day: date, low: int, high: int | None) -> UsedSerials:
        # Two receptions must not read the same highest serial, so the lock is taken here.
        self._locked_head()
        return used_serials(self._bench.alias, agency, day, (low, high))

    def write(self, key: str, steps: Sequence[Step], answer: Answer | None = None) -> None:
        if self._stopped is not None:
            raise self._stopped
        bench, head = self._bench, self._locked_head()
        waiting = self._check_versions(steps)
        now = told_time(head, steps, bench.now(), self.history)
        entries = seal_steps(head, key, steps, now, bench.salt)
        erasing = [entry for entry in entries if bench.meaning.erases(entry.header.type)]
        batch = Batch(bench.alias)
        once = self._keep_answer(batch, answer) + self._keep(batch, head, entries)
        if not (waiting or erasing):
            self._extend(batch, entries)
        counts = batch.run()
        if sum(counts[index] for index in once) != len(entries) + (answer is not None):
            raise KeyTaken(key=key)
        if waiting or erasing:
            self._settle(sorted({step.stream for step in steps}), erasing)

    def receive(self, entries: Iterable[Entry]) -> int:
        head = self._locked_head()
        self._histories.clear()
        arrival = receive_entries(self._bench, head, entries)
        self._head, self.erased = arrival.head, self.erased or arrival.erased
        return arrival.new

    def _locked_head(self) -> Head:
        if self._head is None:
            alias, me = self._bench.alias, self._bench.me
            self._head = lock_head(alias, me)
            if self._head is None:
                make_head(alias, me)
                self._head = lock_head(alias, me)
            if self._head is None:
                raise ValueError(f"the head of {me} is gone")
        return self._head

    def _check_versions(self, steps: Sequence[Step]) -> bool:
        """Refuse where a stream has moved; tell whether entries wait behind these steps.

        A history read before the lock was given may be short of what others have committed
        since; then the tables hold a place beyond it.
        """
        waits = False
        for step in steps:
            known = self.history(step.stream) if step.version else ()
            taken, waiting = waiting_beyond(self._bench.alias, step.stream, step.version)
            if taken or len(known) != step.version:
                raise StreamMoved(stream=step.stream)
            waits = waits or waiting
        return waits

    def _keep_answer(self, batch: Batch, answer: Answer | None) -> list[int]:
        """Insert the answer; return the statements that do nothing where its key is taken."""
        if answer is None:
            return []
        values = (answer.key, answer.digest, canonical(answer.body).decode())
        return batch.insert(_INSERT_ANSWER, [values], "ON CONFLICT DO NOTHING")

    def _keep(self, batch: Batch, head: Head, entries: Sequence[Entry]) -> list[int]:
        """Insert the entries; return the statements that pass over those whose key is taken."""
        if not entries:
            return []
        arrived_at = stamp(entries[-1].header.recorded_at)
        kept = [e.without_person() if self._is_erased(e.header.stream) else e for e in entries]
        once = keep_entries(batch, kept, head.position, own=True, arrived_at=arrived_at)
        keep_places(batch, [(e.header.stream, e.header.version, e.hash) for e in entries])
        self._head = self.written = moved_head(head, entries)
        save_head(batch, self._head)
        return once

    def _settle(self, streams: Sequence[str], erasing: Sequence[Entry]) -> None:
        """Erase, let what waited follow, and fold the streams from the tables."""
        bench = self._bench
        self.erased = self.erased or bool(erasing)
        for entry in erasing:
            erase_stream(bench.alias, entry.header.stream, entry.hash)
        place_streams(bench, streams)
        refold(bench.alias, bench.meaning, (), streams)
        self._histories.clear()

    def _is_erased(self, stream: str) -> bool:
        known = self._histories.get(stream, ())
        return any(self._bench.meaning.erases(step.header.type) for step in known)

    def _extend(self, batch: Batch, entries: Sequence[Entry]) -> None:
        """Rewrite the rows of the streams touched, from what was sealed."""
        meaning = self._bench.meaning
        before: dict[str, Sequence[Placed]] = {}
        after: dict[str, list[Placed]] = {}
        for entry in entries:
            stream = entry.header.stream
            if stream not in before:
                known = self._histories.get(stream, ()) if entry.header.version > 1 else ()
                before[stream], after[stream] = known, list(known)
            seen = entry.without_person() if self._is_erased(stream) else entry
            after[stream].append(placed(seen, meaning.event(seen)))
        extend_rows(batch, meaning, before, after)
        self._histories.update(after)
