"""Laptop and centre killed on a cutting road (cắt điện giữa chừng), and a third received twice."""

import json
import random
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.faults.judging import Expected, judge
from bench.faults.machines import Machine, Server, cut_power, opened, write_lines
from bench.faults.road import road_to
from bench.faults.weather import Weather
from bench.laptop import OPENING, join_laptop
from bench.office import make_centre, served
from bench.people import MARITAL_STATUS, make_reception

VICTIMS = ("receiving", "laptop", "centre", "both")
LEAST_BYTES = 500
"""What passes before a kill at the earliest: some of a greeting."""
ATTEMPTS = 4
"""For each kill wanted; what ended before its hour was not killed."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One schedule.

    Args:
        seed: Of everything by chance in it.
        kills: How many processes die.
        dossiers: How many are received in all.
        scan_bytes: Of the one scan of each.
    """

    seed: int
    kills: int = 25
    dossiers: int = 30
    scan_bytes: int = 20_000


@dataclass(slots=True)
class Ran:
    """What a schedule did, and what was found wrong after it.

    Args:
        full: Receptions that a full disk refused, and exchanges in which it was full.
    """

    seed: int
    kills: dict[str, int] = field(default_factory=lambda: dict.fromkeys(VICTIMS, 0))
    received_again: int = 0
    broken_lines: int = 0
    twice: int = 0
    late: int = 0
    full: int = 0
    found: list[str] = field(default_factory=list)


class Schedule:
    """Plays a plan in an empty folder."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        self._plan = plan
        self._folder = folder
        self._chance = random.Random(plan.seed)
        self.codes: dict[str, str] = {}
        self.ran = Ran(plan.seed)
        self.centre = Machine(folder / "centre")
        self.laptop = Machine(folder / "laptop", opened(OPENING))
        self._lines = [self._line(number) for number in range(plan.dossiers)]

    def play(self) -> Ran:
        """Play it and judge what is left."""
        self._join()
        given, killed = 0, 0
        for attempt in range(self._plan.kills * ATTEMPTS):
            if killed == self._plan.kills:
                break
            share = -(-self._plan.dossiers * (killed + 1) // self._plan.kills)
            new, old = self._lines[given:share], self._lines[:given]
            given = max(given, share)
            victim = VICTIMS[attempt % len(VICTIMS)]
            again = self._chance.sample(old, len(old) // 3) if old else []
            self.ran.received_again += len(again)
            if self._kill(victim, [*new, *again]):
                self.ran.kills[victim] += 1
                killed += 1
        self._finish()
        return self.ran

    @property
    def scans(self) -> list[Path]:
        """Return the files handed in."""
        return [self._folder / f"scan-{number}.jpg" for number in range(self._plan.dossiers)]

    def _line(self, number: int) -> dict[str, Any]:
        name = f"scan-{number}.jpg"
        (self._folder / name).write_bytes(self._chance.randbytes(self._plan.scan_bytes))
        papers = [{"name": "Tờ khai", "file": name}]
        made = make_reception(self._chance, datetime.now(UTC))
        return {**made, **MARITAL_STATUS, "papers": papers, "key": f"k{number}"}

    def _join(self) -> None:
        centre = make_centre(self.centre.folder)
        with served(centre.folder) as server:
            laptop = join_laptop(centre, server.port, self.laptop.folder)
        laptop.close()
        centre.close()

    def _kill(self, victim: str, lines: Sequence[Any]) -> bool:
        if victim == "receiving":
            until = self._chance.randrange(len(lines)) if lines else 0
            return self._receive(lines, until)
        self._receive(lines)
        with Server(self.centre) as server, road_to(server.port, self._weather()) as road:
            sync = self.laptop.start("sync", "--to", road.url)
            after = LEAST_BYTES + self._chance.randrange(
                4_000 + max(1, len(lines)) * self._plan.scan_bytes
            )
            while road.passed.bytes < after and sync.poll() is None:
                time.sleep(0.005)
            died = sync.poll() is None and cut_power(sync if victim == "laptop" else server.process)
            if victim == "both":
                cut_power(sync)
            elif victim == "centre" and died:
                server.start()
            sync.wait()
            self.ran.broken_lines += road.passed.broken
            self.ran.twice += road.passed.twice
            self.ran.late += road.passed.late
        return died

    def _weather(self) -> Weather:
        seed = self._chance.randrange(2**32)
        cuts = sorted(self._chance.randrange(400, 300_000) for _ in range(2))
        return Weather(cuts=tuple(cuts), twice=0.1, late=0.05, seed=seed)

    def _receive(self, lines: Sequence[Any], until: int | None = None) -> bool:
        """Receive lines, or kill the laptop after ``until`` answers; each answer is a promise."""
        killed = False
        with self._receiving(lines) as (process, answers):
            for count, answer in enumerate(answers):
                self._promise(answer)
                if count == until:
                    killed = cut_power(process)
        return killed

    @contextmanager
    def _receiving(
        self, lines: Sequence[Any]
    ) -> Iterator[tuple[subprocess.Popen[str], Iterator[dict[str, Any]]]]:
        """Receive lines in a process of the laptop; it, and its whole answers as they come."""
        path = write_lines(self._folder / "lines.jsonl", lines)
        with self.laptop.start("dossiers", "receive", str(path), listen=True) as process:
            out = process.stdout or ()
            yield process, (json.loads(line) for line in out if line.endswith("\n"))

    def _promise(self, answer: dict[str, Any]) -> None:
        if str(answer.get("refused")).startswith("disk."):
            self.ran.full += 1
            return
        key, code = str(answer.get("key")), str(answer.get("code", answer.get("refused")))
        if self.codes.setdefault(key, code) != code:
            self.ran.found.append(f"{key} was answered {self.codes[key]} and then {code}")

    def _finish(self) -> None:
        """Let both run in peace, with every line once more, and judge."""
        self._receive(self._lines)
        with Server(self.centre) as server:
            code, answers = self.laptop.ask(
                "sync", "--to", f"http://127.0.0.1:{server.port}", "--json"
            )
        if code:
            self.ran.found.append(f"the last exchange left something: {answers}")
        self.ran.found += judge(self.centre, self.laptop, Expected(self.codes, self.scans))
