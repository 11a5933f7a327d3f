"""``veban slip --blanks N``: numbered receipts to be filled by hand, at the laptop and for it."""

import io

import pytest
from pypdf import PdfReader

from tests.cli.running import veban
from tests.web.laptop import PHRASE, pair
from veban.edges.clocks import VARIABLE


@pytest.fixture
def both(tmp_path, monkeypatch):
    clock = tmp_path / "clock.txt"
    clock.write_text("2026-11-23T09:00:00+07:00", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(clock))
    with pair(tmp_path) as made:
        return made.folder, made.centre.node.folder, made.laptop.node.world.me.node


def test_each_call_takes_new_numbers_and_the_pages_carry_them(both, tmp_path):
    folder, _centre, _node = both
    opening = {"VEBAN_OFFICER": "lan", "VEBAN_PHRASE": PHRASE}
    words = ("slip", "--blanks", 3, "-o", tmp_path / "a.pdf", "--data", folder, "--json")
    first = veban(*words, cwd=tmp_path, **opening)
    assert first.answer["serials"] == [401, 402, 403]
    assert veban(*words, cwd=tmp_path, **opening).answer["serials"] == [404, 405, 406]
    pages = PdfReader(io.BytesIO((tmp_path / "a.pdf").read_bytes())).pages
    assert [f"040{n}" in page.extract_text() for n, page in enumerate(pages, 4)] == [True] * 3


def test_a_centre_prints_for_a_laptop_and_not_for_its_own_desk(both, tmp_path):
    _folder, centre, node = both
    words = ("slip", "--blanks", 2, "-o", tmp_path / "b.pdf", "--data", centre, "--json")
    made = veban(*words, "--for", node, cwd=tmp_path)
    assert made.answer["serials"] == [301, 302]
    own = veban(*words, cwd=tmp_path)
    assert (own.code, own.answer["refused"]) == (1, "numbers.lane_without_blanks")


def test_blanks_for_a_machine_that_nobody_knows_are_refused_as_such(both, tmp_path):
    _folder, centre, _node = both
    words = ("slip", "--blanks", 2, "--for", "may-khong-co", "-o", tmp_path / "c.pdf", "--json")
    ran = veban(*words, "--data", centre, cwd=tmp_path)
    assert (ran.code, ran.answer["refused"]) == (1, "node.unknown")


@pytest.mark.parametrize("wrong", [["--blanks", "0"], ["--blanks", "2", "H18-261123-0001"], []])
def test_wrong_usage_is_exit_two(tmp_path, wrong):
    assert veban("slip", *wrong, "-o", "x.pdf", cwd=tmp_path).code == 2
