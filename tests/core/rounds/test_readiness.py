"""The list before leaving says what is so, and no more."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from veban.core.journal.clock_ahead import ClockDoubt, DoubtWhy
from veban.core.journal.refusals import ClockBehind
from veban.core.rounds.readiness import (
    ASKED,
    Power,
    ReadyFacts,
    Said,
    judge_readiness,
)
from veban.edges.folder.refusals import FolderCopied

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
DAY = date(2026, 11, 23)
GOOD = ReadyFacts(
    now=NOW,
    heard_at=NOW - timedelta(hours=1),
    clock_ahead=timedelta(seconds=3),
    numbers={DAY: 500, DAY + timedelta(1): 480},
    free_bytes=50 * 10**9,
    unsent_entries=0,
    unsent_files=0,
    power=Power(95, plugged=False),
    said={name: Said("lan", NOW - timedelta(hours=2)) for name in ASKED},
)


def level(name, **changed):
    return next(
        line.level.value for line in judge_readiness(replace(GOOD, **changed)) if line.name == name
    )


def doubt(why):
    return ClockDoubt(why, NOW, NOW - timedelta(days=20), timedelta(days=20))


@pytest.mark.parametrize("why", list(DoubtWhy))
def test_a_clock_in_doubt_is_ready_once_an_officer_found_it_right_for_a_day(why):
    changed = {"clock_doubt": doubt(why), "clock_ahead": timedelta(hours=2)}
    assert level("clock", **changed) == "stop"
    for hours, expected in ((23, "ok"), (25, "stop"), (-1, "stop")):
        said = {"clock": Said("lan", NOW - timedelta(hours=hours))}
        assert level("clock", said=said, **changed) == expected


def test_what_an_officer_said_of_a_clock_hides_no_measured_one_without_a_doubt():
    said = {"clock": Said("lan", NOW)}
    assert level("clock", said=said, clock_ahead=-timedelta(minutes=16)) == "stop"


def test_a_laptop_that_lacks_nothing_is_ready():
    assert {line.level.value for line in judge_readiness(GOOD)} == {"ok"}


@pytest.mark.parametrize(
    "name, changed, expected",
    [
        ("heard", {"heard_at": None}, "stop"),
        ("heard", {"heard_at": NOW - timedelta(hours=13)}, "warn"),
        ("heard", {"heard_at": NOW - timedelta(hours=49)}, "stop"),
        ("heard", {"heard_at": NOW + timedelta(minutes=16)}, "stop"),
        ("heard", {"refused": "exchange.revoked"}, "stop"),
        ("folder", {"barred": FolderCopied(folder="may-1")}, "stop"),
        ("folder", {"barred": ClockBehind()}, "ok"),
        ("clock", {"barred": ClockBehind()}, "stop"),
        ("numbers", {"numbers": {}}, "stop"),
        ("numbers", {"numbers": {DAY: 500, DAY + timedelta(1): 0}}, "stop"),
        ("numbers", {"numbers": {DAY: 49}}, "warn"),
        ("disk", {"free_bytes": 10**9}, "warn"),
        ("disk", {"free_bytes": 10**8}, "stop"),
        ("unsent", {"unsent_entries": 1}, "warn"),
        ("unsent", {"unsent_files": 1}, "warn"),
        ("database", {"database_whole": None}, "warn"),
        ("database", {"database_whole": False}, "stop"),
        ("clock", {"clock_ahead": None}, "warn"),
        ("clock", {"clock_ahead": -timedelta(minutes=3)}, "warn"),
        ("clock", {"clock_ahead": timedelta(minutes=16)}, "stop"),
        ("power", {"power": Power(79, plugged=True)}, "warn"),
        ("power", {"power": Power(29, plugged=True)}, "warn"),
        ("power", {"power": Power(29, plugged=False)}, "stop"),
        ("power", {"power": None, "said": {}}, "warn"),
        ("paper", {"said": {"paper": Said("lan", NOW - timedelta(hours=25))}}, "warn"),
        ("paper", {"said": {"paper": Said("lan", NOW + timedelta(hours=1))}}, "warn"),
    ],
)
def test_what_is_lacking_is_said_as_hard_as_it_is(name, changed, expected):
    assert level(name, **changed) == expected


def test_what_cannot_be_measured_is_asked_and_says_who_looked():
    lines = {line.name: line for line in judge_readiness(replace(GOOD, power=None))}
    assert {name for name, line in lines.items() if line.asks} == set(ASKED)
    assert lines["wifi"].details["officer"] == "lan"
