"""A clock that may be far ahead is doubted for a reason that can be named, and only then."""

from datetime import UTC, datetime, timedelta

import pytest

from veban.core.journal.clock_ahead import AHEAD_MUCH, SILENT_LONG, TimesKnown, doubt_clock

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
BIT = timedelta(seconds=1)


def why(now=NOW, entry=NOW, centre=None, measured=None, law=2026):
    found = doubt_clock(now, TimesKnown(entry, centre, measured, law))
    return found and found.why.value


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({}, None),
        ({"entry": None}, None),
        ({"entry": NOW - SILENT_LONG}, None),
        ({"entry": NOW - SILENT_LONG - BIT}, "silent"),
        ({"entry": NOW - timedelta(60), "centre": NOW - timedelta(2)}, None),
        ({"entry": NOW - timedelta(60), "centre": NOW - timedelta(20)}, "silent"),
        ({"centre": NOW - AHEAD_MUCH, "measured": NOW}, None),
        ({"centre": NOW - AHEAD_MUCH - BIT, "measured": NOW}, "measured"),
        ({"centre": NOW - timedelta(hours=2), "measured": NOW + timedelta(hours=1)}, None),
        ({"centre": NOW - timedelta(hours=2), "measured": None}, None),
        ({"entry": NOW + timedelta(days=3)}, None),
        ({"law": 2025}, None),
        ({"law": 2024}, "law"),
    ],
)
def test_the_reason_is_what_the_clock_contradicts(known, expected):
    assert why(**known) == expected


def test_a_doubt_says_since_when_and_how_far():
    since = NOW - timedelta(days=100)
    doubt = doubt_clock(NOW, TimesKnown(since, None, None, 2026))
    assert (doubt.now, doubt.since, doubt.ahead.days) == (NOW, since, 100)


def test_the_year_of_the_law_is_counted_on_the_local_day():
    last = datetime(2027, 12, 31, 16, 59, tzinfo=UTC)
    assert why(now=last, entry=last) is None
    assert why(now=last + timedelta(minutes=1), entry=last) == "law"
