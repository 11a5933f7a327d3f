"""A disk that fills up while laptop and centre work on it (đĩa đầy giữa chừng)."""

import errno
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.faults.killing import LEAST_BYTES, Ran, Schedule
from bench.faults.machines import Server
from bench.faults.road import road_to

BLOCKS = (1024 * 1024, 4096, 1)


class Filling(Schedule):
    """Plays a plan in a folder that is a small disk of its own; it fills up where others die.

    The disk must have some 100 MB: below 64 MB free a laptop receives nothing.
    """

    def play(self) -> Ran:
        """Fill the disk by turns while dossiers are received and while they are exchanged."""
        self._join()
        turns = self._plan.kills
        for turn in range(turns):
            share = -(-self._plan.dossiers // turns)
            lines = self._lines[turn * share : (turn + 1) * share]
            if turn % 2:
                self._receive(lines)
                self._exchange(len(lines))
            else:
                self._receive_until_full(lines)
        self._finish()
        return self.ran

    def _receive_until_full(self, lines: Sequence[Any]) -> None:
        with self._receiving(lines) as (_, answers):
            self._promise(next(answers))
            with full(self._folder):
                for answer in answers:
                    self._promise(answer)

    def _exchange(self, count: int) -> None:
        with Server(self.centre) as server, road_to(server.port, self._weather()) as road:
            sync = self.laptop.start("sync", "--to", road.url)
            after = LEAST_BYTES + self._chance.randrange(4_000 + count * self._plan.scan_bytes)
            while road.passed.bytes < after and sync.poll() is None:
                time.sleep(0.005)
            self.ran.full += sync.poll() is None
            with full(self._folder):
                sync.wait()


@contextmanager
def full(folder: Path) -> Iterator[None]:
    """Leave nothing free on a folder's disk until the end of the block."""
    films = folder / "films"
    with films.open("wb", buffering=0) as file:
        for size in BLOCKS:
            _write_all(file, bytes(size))
    try:
        yield
    finally:
        films.unlink()


def _write_all(file: Any, block: bytes) -> None:
    try:
        while True:
            file.write(block)
    except OSError as problem:
        if problem.errno != errno.ENOSPC:
            raise
