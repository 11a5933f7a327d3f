"""Five wrong phrases, then wait; from the network nobody can keep the team out."""

from datetime import UTC, datetime, timedelta

import pytest

from veban.edges.folder.phrase_tries import TRIES, PhraseTries
from veban.edges.folder.refusals import PhraseWait

MORNING = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


class Clock:
    def __init__(self):
        self.at = MORNING

    def now(self):
        return self.at


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def tries(tmp_path, clock):
    return PhraseTries(tmp_path, from_afar=True, now=clock.now)


def wrong(tries, times, officer="lan"):
    for _ in range(times):
        tries.count(officer)


def waits(tries, officer="lan"):
    with pytest.raises(PhraseWait) as refusal:
        tries.count(officer)
    return refusal.value.details["minutes"]


def test_after_five_wrong_tries_one_waits_longer_each_time_but_an_hour_at_most(tries, clock):
    told = []
    for _ in range(6):
        wrong(tries, 5)
        told.append(waits(tries))
        clock.at += timedelta(minutes=told[-1])
    assert told == [5, 10, 20, 40, 60, 60]


def test_what_was_counted_outlives_the_program(tries, tmp_path, clock):
    wrong(tries, 5)
    assert waits(PhraseTries(tmp_path, from_afar=True, now=clock.now)) == 5


def test_a_right_phrase_forgets_what_was_wrong(tries):
    wrong(tries, 4)
    tries.forget("lan")
    wrong(tries, 5)


def test_trying_while_one_waits_makes_it_no_longer(tries, clock):
    wrong(tries, 5)
    clock.at += timedelta(minutes=3)
    assert waits(tries) == waits(tries) == 2


def test_tries_over_the_network_keep_nobody_from_opening_at_the_laptop(tries, tmp_path, clock):
    wrong(tries, 5)
    waits(tries)
    wrong(PhraseTries(tmp_path, from_afar=False, now=clock.now), 5)


def test_one_officers_wrong_tries_keep_no_other_out(tries):
    wrong(tries, 5)
    wrong(tries, 5, "mai")


def test_a_clock_that_is_set_back_makes_nobody_wait_until_it_has_passed(tries, clock):
    wrong(tries, 5)
    clock.at -= timedelta(days=30)
    assert waits(tries) == 5
    clock.at += timedelta(minutes=5)
    tries.count("lan")


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"network": 3}', '{"network": {"lan": {"tries": "x"}}}']
)
def test_a_damaged_file_keeps_nobody_out(tries, tmp_path, content):
    (tmp_path / TRIES).parent.mkdir()
    (tmp_path / TRIES).write_text(content, encoding="utf-8")
    wrong(tries, 5)
    assert waits(tries) == 5


def test_a_disk_that_takes_no_bytes_does_not_keep_the_laptop_shut(tries, tmp_path):
    (tmp_path / "keys").write_text("no folder", encoding="utf-8")
    wrong(tries, 7)
