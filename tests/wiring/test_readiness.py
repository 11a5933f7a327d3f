"""What is known before a laptop leaves: by line, by stick, and after it was copied."""

import io
import shutil
from datetime import timedelta

import pytest

from tests.web.laptop import PHRASE, pair
from tests.worlds.lines import receive_command
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.exchange.make_bundle import make_bundle
from veban.actions.exchange.take_bundle import take_bundle
from veban.actions.nodes.revoke import revoke_node
from veban.actions.nodes.set_clock_right import set_clock_right
from veban.core.shared.local_time import parse_instant
from veban.edges.clocks import VARIABLE
from veban.edges.marks.high_water import STATE
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


def lines_of(node):
    return {
        line.name: (line.level.value, line.details.get("why")) for line in check_readiness(node)
    }


def test_a_folder_that_was_copied_is_not_ready(both, monkeypatch, tmp_path):
    monkeypatch.setenv(STATE, str(tmp_path / "state"))
    first = open_node(both.folder, Opening("lan", PHRASE))
    receive_dossier(first.world, receive_command())
    first.close()
    twin = tmp_path / "twin"
    shutil.copytree(both.folder, twin)
    copy = open_node(twin, Opening("lan", PHRASE))
    lines = lines_of(copy)
    copy.close()
    assert lines["folder"] == ("stop", "folder.copied")


def test_a_clock_behind_the_last_entry_is_not_ready_until_somebody_says_it_is_right(both, clock):
    laptop = both.laptop.node
    assert lines_of(laptop)["clock"] == ("ok", None)
    clock.write_text("2026-11-27T09:00:00+07:00", encoding="utf-8")
    receive_dossier(laptop.world, receive_command("ahead"))
    clock.write_text(MORNING, encoding="utf-8")
    assert lines_of(laptop)["clock"] == ("stop", "clock.behind_last_entry")
    set_clock_right(laptop.world, "lan")
    assert lines_of(laptop)["clock"] == ("ok", None)


def test_a_centre_heard_in_the_future_is_not_ready(both, clock):
    clock.write_text("2026-11-19T09:00:00+07:00", encoding="utf-8")
    lines = lines_of(both.laptop.node)
    assert lines["heard"] == ("stop", "clock.behind_centre")


def test_a_laptop_that_was_told_of_its_revocation_is_not_ready(both):
    centre, laptop = both.centre.node, both.laptop.node
    revoke_node(centre.world, laptop.world.me.node, "admin", "lost")
    assert both.exchange().reason == "exchange.revoked"
    assert lines_of(laptop)["heard"] == ("stop", "exchange.revoked")


def test_a_copied_laptop_is_told_that_it_has_no_numbers(both):
    renew_node(both.folder, both.laptop.node, "copied")
    copy = open_node(both.folder, Opening("lan", PHRASE))
    levels = {line.name: line.level.value for line in check_readiness(copy)}
    copy.close()
    assert levels["numbers"] == "stop"
