"""Is the laptop ready to leave (kiểm tra trước khi đi): from what was measured or said."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from veban.core.journal.clock import ClockBehindCentre
from veban.core.journal.clock_ahead import ClockDoubt, DoubtWhy
from veban.core.journal.refusals import ClockBehind
from veban.core.shared.refused import Refused


class Level(StrEnum):
    """How a line stands: ready, go with care, do not go."""

    OK = "ok"
    WARN = "warn"
    STOP = "stop"


HEARD_GOOD, HEARD_OLD = timedelta(hours=12), timedelta(days=2)
NUMBERS_GOOD = 50
DISK_GOOD_BYTES, DISK_LEAST_BYTES = 2 * 10**9, 300 * 10**6
CLOCK_GOOD, CLOCK_WORST = timedelta(minutes=2), timedelta(minutes=15)
POWER_GOOD_PERCENT, POWER_LEAST_PERCENT = 80, 30
SAID_GOOD = timedelta(hours=24)
"""What an officer confirmed counts for so long: paper and power do not last."""

CLOCK = "clock"
"""The line that an officer answers only where the clock may be far ahead."""

ASKED = ("disk_encryption", "power", "paper", "test_print", "wifi")
"""What cannot be measured from here on every machine; an officer looks and says so."""


@dataclass(frozen=True, slots=True)
class Power:
    """What the machine says of its battery: percent, and whether it is charging."""

    percent: int
    plugged: bool


@dataclass(frozen=True, slots=True)
class Said:
    """Who confirmed a line, by code, and when."""

    officer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ReadyFacts:
    """What is known before leaving.

    Args:
        now: The laptop's clock.
        heard_at: When the centre last spoke, in an answer or in a file; None for never.
        clock_ahead: How far the laptop's clock was before the centre's then; None where the
            centre did not answer at once.
        numbers: Local day → numbers left on it; 0 where the lease does not reach.
        free_bytes: Free on the disk that holds the data folder.
        unsent_entries: Entries that the centre does not hold.
        unsent_files: Files that it misses.
        power: None where the machine does not tell.
        clock_doubt: Why the clock may be far ahead; None where nothing speaks against it.
        database_whole: Whether the database's file is; None where that is not known yet.
        barred: Why this node may write nothing now; None where it may.
        refused: Code of the centre's no to this laptop, where that was its last word.
        said: Line → who confirmed it when.
    """

    now: datetime
    heard_at: datetime | None
    clock_ahead: timedelta | None
    numbers: Mapping[date, int]
    free_bytes: int
    unsent_entries: int
    unsent_files: int
    power: Power | None
    clock_doubt: ClockDoubt | None = None
    database_whole: bool | None = True
    said: Mapping[str, Said] = field(default_factory=dict)
    barred: Refused | None = None
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class ReadyLine:
    """One line of the list.

    Args:
        name: Stable: ``heard``, ``numbers`` …
        level: How it stands.
        details: Figures behind it, JSON-able but for instants and days.
        asks: An officer may confirm it.
    """

    name: str
    level: Level
    details: Mapping[str, Any] = field(default_factory=dict)
    asks: bool = False


def judge_readiness(facts: ReadyFacts) -> tuple[ReadyLine, ...]:
    """Return every line, measured ones first."""
    return (
        _heard(facts),
        _numbers(facts),
        _disk(facts),
        _unsent(facts),
        _clock(facts),
        _folder(facts),
        _database(facts),
        *_asked(facts),
    )


def is_fresh(said: Said | None, now: datetime) -> bool:
    """Tell whether what an officer confirmed still counts."""
    return said is not None and timedelta() <= now - said.at <= SAID_GOOD


def _heard(facts: ReadyFacts) -> ReadyLine:
    if facts.refused:
        return ReadyLine("heard", Level.STOP, {"why": facts.refused})
    if facts.heard_at is None:
        return ReadyLine("heard", Level.STOP)
    age = facts.now - facts.heard_at
    if age < -CLOCK_WORST:
        return ReadyLine("heard", Level.STOP, {"at": facts.heard_at, "why": ClockBehindCentre.code})
    level = Level.WARN if age > HEARD_GOOD else Level.OK
    level = Level.STOP if age > HEARD_OLD else level
    return ReadyLine("heard", level, {"at": facts.heard_at})


def _numbers(facts: ReadyFacts) -> ReadyLine:
    least = min(facts.numbers.values(), default=0)
    level = Level.WARN if least < NUMBERS_GOOD else Level.OK
    level = Level.STOP if least <= 0 else level
    return ReadyLine("numbers", level, {"least": least, "days": dict(facts.numbers)})


def _disk(facts: ReadyFacts) -> ReadyLine:
    free = facts.free_bytes
    level = Level.WARN if free < DISK_GOOD_BYTES else Level.OK
    level = Level.STOP if free < DISK_LEAST_BYTES else level
    return ReadyLine("disk", level, {"free_mb": free // 10**6})


def _unsent(facts: ReadyFacts) -> ReadyLine:
    entries, files = facts.unsent_entries, facts.unsent_files
    level = Level.WARN if entries or files else Level.OK
    return ReadyLine("unsent", level, {"entries": entries, "files": files})


def _folder(facts: ReadyFacts) -> ReadyLine:
    if facts.barred is None or isinstance(facts.barred, ClockBehind):
        return ReadyLine("folder", Level.OK)
    return ReadyLine("folder", Level.STOP, {"why": facts.barred.code, **facts.barred.details})


def _clock(facts: ReadyFacts) -> ReadyLine:
    if isinstance(facts.barred, ClockBehind):
        return ReadyLine("clock", Level.STOP, {"why": facts.barred.code, **facts.barred.details})
    doubt, said = facts.clock_doubt, facts.said.get(CLOCK)
    if doubt is not None and said is not None and is_fresh(said, facts.now):
        return ReadyLine(CLOCK, Level.OK, {"officer": said.officer, "at": said.at}, asks=True)
    if doubt is not None and doubt.why is not DoubtWhy.MEASURED:
        found = {"shows": doubt.now, "last_known": doubt.since, "days_ahead": doubt.ahead.days}
        return ReadyLine(CLOCK, Level.STOP, found, asks=True)
    if facts.clock_ahead is None:
        return ReadyLine(CLOCK, Level.WARN)
    off = abs(facts.clock_ahead)
    level = Level.WARN if off > CLOCK_GOOD else Level.OK
    level = Level.STOP if off > CLOCK_WORST else level
    ahead_s = round(facts.clock_ahead.total_seconds())
    return ReadyLine(CLOCK, level, {"ahead_s": ahead_s}, asks=doubt is not None)


def _database(facts: ReadyFacts) -> ReadyLine:
    levels = {True: Level.OK, None: Level.WARN, False: Level.STOP}
    return ReadyLine("database", levels[facts.database_whole])


def _asked(facts: ReadyFacts) -> Iterator[ReadyLine]:
    for name in ASKED:
        if name == "power" and facts.power is not None:
            yield _measured_power(facts.power)
            continue
        said = facts.said.get(name)
        if said is None or not is_fresh(said, facts.now):
            yield ReadyLine(name, Level.WARN, asks=True)
        else:
            details = {"officer": said.officer, "at": said.at}
            yield ReadyLine(name, Level.OK, details, asks=True)


def _measured_power(power: Power) -> ReadyLine:
    level = Level.WARN if power.percent < POWER_GOOD_PERCENT else Level.OK
    if power.percent < POWER_LEAST_PERCENT and not power.plugged:
        level = Level.STOP
    return ReadyLine("power", level, {"percent": power.percent, "plugged": power.plugged})
