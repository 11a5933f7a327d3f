"""``veban pack``: one sealed file for a round's laptop, made from a complete state only."""

import sqlite3
from contextlib import closing

import pytest
from pypdf import PdfReader

from tests.cli.running import Served
from tests.cli.test_field import joined
from tests.cli.test_roster import HEAD, entries, lay, opened_round

GOOD = (
    HEAD + "x,Sùng A Páo,p1,Na Pheo,1950,M,12,03172,1\nx,Mùa Thị Dợ,p2,Na Pheo,2025,F,12,03172,0\n"
)


@pytest.fixture
def desk(centre):
    with Served(centre.data, VEBAN_CLOCK=str(centre.folder / "clock")) as served:
        centre.url = served.url
        centre.laptop = joined(centre, "may-p")
        yield centre


def make(desk, round_id, name="r.pack"):
    return desk.run("pack", "make", "--round", round_id, "-o", name, "--json")


def test_a_pack_brings_the_round_to_its_laptop_and_is_taken_once(desk):
    round_id = opened_round(desk, desk.laptop.node)
    assert lay(desk, round_id, text=GOOD).code == 0
    made = make(desk, round_id)
    assert made.code == 0, made.err
    assert (made.answer["people"], made.answer["round"]) == (2, round_id)
    assert made.answer["lane_until"] >= "2026-11-24"
    assert "Páo".encode() not in (desk.folder / "r.pack").read_bytes()
    opened = desk.laptop.run("pack", "open", "r.pack", "--json")
    assert opened.code == 0, opened.err
    assert opened.answer["entries_taken"] >= 2
    assert opened.answer["same_law"] is True
    again = desk.laptop.run("pack", "open", "r.pack", "--json")
    assert (again.code, again.answer["entries_taken"]) == (0, 0)
    assert desk.laptop.run("journal", "verify").code == 0
    assert desk.laptop.run("sync", "--json").code == 0


def test_opening_a_pack_prints_blank_slips_of_the_laptops_own_lane_and_the_return_list(desk):
    assert make(desk, opened_round(desk, desk.laptop.node)).code == 0
    words = ["--blanks", 3, "--slips", "slips.pdf", "--return-list", "back.pdf", "--json"]
    opened = desk.laptop.run("pack", "open", "r.pack", *words)
    assert opened.code == 0, opened.err
    serials = opened.answer["serials"]
    assert len(PdfReader(desk.folder / "slips.pdf").pages) == len(serials) == 3
    assert serials == list(range(serials[0], serials[0] + 3))
    assert f"{serials[0]:04d}" in PdfReader(desk.folder / "slips.pdf").pages[0].extract_text()
    assert "BẢNG BÀN GIAO" in PdfReader(desk.folder / "back.pdf").pages[0].extract_text().upper()
    again = desk.laptop.run("pack", "open", "r.pack", *words)
    assert again.answer["serials"] == serials


def test_rows_that_are_not_those_of_the_journal_stop_a_pack(desk):
    round_id = opened_round(desk, desk.laptop.node)
    with closing(sqlite3.connect(desk.data / "veban.sqlite3")) as database, database:
        database.execute("UPDATE row_officer SET name = 'x' WHERE officer = 'lan'")
    ran = make(desk, round_id)
    assert (ran.code, ran.answer["refused"]) == (1, "pack.incomplete")
    assert ran.answer["details"] == {"what": ["rows_differ 1"]}
    assert "1 dòng trong bảng không khớp với nhật ký" in ran.err
    assert desk.run("journal", "rebuild").code == 1
    assert make(desk, round_id).code == 0


@pytest.mark.parametrize("harm", ["cut", "changed"])
def test_a_half_copied_or_altered_pack_is_refused_whole(desk, harm):
    made = make(desk, opened_round(desk, desk.laptop.node))
    assert made.code == 0, made.err
    whole = (desk.folder / "r.pack").read_bytes()
    middle = len(whole) // 2
    changed = whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :]
    (desk.folder / "r.pack").write_bytes(whole[:-200] if harm == "cut" else changed)
    before = entries(desk.laptop)
    ran = desk.laptop.run("pack", "open", "r.pack", "--json")
    assert (ran.code, ran.answer["refused"]) == (1, "bundle.broken")
    assert entries(desk.laptop) == before


def test_a_bundle_is_no_pack_and_another_laptop_cannot_open_one(desk):
    round_id = opened_round(desk, desk.laptop.node)
    bundle = desk.run("bundle", "make", "--for", desk.laptop.node, "-o", "r.pack", "--json")
    assert bundle.code == 0
    ran = desk.laptop.run("pack", "open", "r.pack", "--json")
    assert ran.answer["refused"] == "pack.none"
    assert make(desk, round_id).code == 0
    other = joined(desk, "may-q")
    ran = other.run("pack", "open", "r.pack", "--json")
    assert ran.answer["refused"] == "bundle.not_for_us"


def test_no_pack_is_made_of_a_round_that_is_over_or_unknown(desk):
    round_id = opened_round(desk, desk.laptop.node)
    assert desk.run("rounds", "close", round_id).code == 0
    ran = make(desk, round_id)
    assert (ran.code, ran.answer["refused"]) == (1, "pack.incomplete")
    assert ran.answer["details"] == {"what": ["round_closed 1"]}
    assert not (desk.folder / "r.pack").exists()
    assert make(desk, "none").answer["refused"] == "round.unknown"
