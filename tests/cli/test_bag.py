"""``veban bag``: opened, packed and sent from the command line."""

import json

import pytest

from tests.worlds.lines import receive_line


@pytest.fixture
def laptop(centre):
    invited = centre.run("field", "add", "Máy 1", "--officers", "lan", "--json")
    return invited.answer["node"]


@pytest.fixture
def code(centre, tmp_path):
    lines = tmp_path / "in.jsonl"
    lines.write_text(json.dumps(receive_line("bagged")), encoding="utf-8")
    return centre.run("dossiers", "receive", str(lines)).answer["code"]


def test_a_bag_is_opened_packed_and_sent(centre, laptop, code):
    opening = ["bag", "open", "--to", laptop, "--officer", "lan", "--key", "k-open", "--json"]
    opened = centre.run(*opening)
    assert (opened.code, set(opened.answer)) == (0, {"bag", "number"})
    assert centre.run(*opening).answer == opened.answer
    bag, who = opened.answer["bag"], ["--officer", "lan", "--json"]
    assert centre.run("bag", "close", bag, *who).answer["refused"] == "bag.empty"
    assert centre.run("bag", "add", bag, code, *who).answer == {"bag": bag, "code": code}
    differs = centre.run("bag", "close", bag, "--expect", "H18.03.172-261123-0009", *who)
    assert (differs.code, differs.answer["refused"]) == (1, "bag.needs_note")
    sent = centre.run("bag", "close", bag, *who)
    assert (sent.code, sent.answer["envelopes"], sent.answer["left"]) == (0, 1, 0)
    away = centre.run("bag", "receive", bag, code, *who)
    assert (away.code, away.answer["refused"]) == (1, "bag.not_for_here")


def test_a_centre_has_to_say_where_the_bag_goes(centre):
    assert centre.run("bag", "open", "--officer", "lan").code == 2


def test_a_bag_for_a_machine_that_nobody_knows_is_not_opened(centre):
    opened = centre.run("bag", "open", "--to", "may-khong-co", "--officer", "lan", "--json")
    assert (opened.code, opened.answer["refused"]) == (1, "node.unknown")
