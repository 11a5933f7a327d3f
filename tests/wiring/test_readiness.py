"""What is known before a laptop leaves: by line, by stick, and after it was copied."""

import io
from datetime import timedelta

import pytest

from tests.web.laptop import PHRASE, pair
from veban.actions.exchange.make_bundle import make_bundle
from veban.actions.exchange.take_bundle import take_bundle
from veban.core.shared.local_time import parse_instant
from veban.edges.clocks import VARIABLE
from veban.wiring.opening import Opening, open_node
from veban.wiring.readiness import check_readiness, gather_readiness
from veban.wiring.renewing import renew_node

MORNING = "2026-11-23T09:00:00+07:00"


@pytest.fixture
def clock(tmp_path, monkeypatch):
    path = tmp_path / "clock.txt"
    path.write_text(MORNING, encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(path))
    return path


@pytest.fixture
def both(tmp_path, clock):
    with pair(tmp_path) as made:
        yield made


def test_an_answer_over_the_line_tells_the_clock(both):
    facts = gather_readiness(both.laptop.node)
    assert (facts.heard_at, facts.clock_ahead) == (parse_instant(MORNING), timedelta(0))


def test_a_file_is_as_old_as_when_it_was_written_and_says_nothing_of_the_clock(both, clock):
    centre, laptop = both.centre.node, both.laptop.node
    bundle = b"".join(make_bundle(centre.exchange.x, laptop.world.me.node))
    clock.write_text("2026-11-24T09:00:00+07:00", encoding="utf-8")
    take_bundle(laptop.exchange.x, io.BytesIO(bundle))
    facts = gather_readiness(laptop)
    assert (facts.heard_at, facts.clock_ahead) == (parse_instant(MORNING), None)


def test_a_copied_laptop_is_told_that_it_has_no_numbers(both):
    renew_node(both.folder, both.laptop.node, "copied")
    copy = open_node(both.folder, Opening("lan", PHRASE))
    levels = {line.name: line.level.value for line in check_readiness(copy)}
    copy.close()
    assert levels["numbers"] == "stop"
