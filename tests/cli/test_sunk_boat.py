"""A boat sinks with a laptop in it: what is known, what is safe, what comes back a week later.

Reason for its length: some twenty processes, each opening a folder whose key is made slowly.
"""

import io
import shutil

import pytest
from pypdf import PdfReader

from tests.cli.running import Centre, Served, move, reception
from tests.cli.test_field import joined

SENT, UNSENT, SLIPS = 9, 11, 4
HOA = ("--officer", "hoa", "--json")


class Story:
    """A laptop lost with eleven dossiers that nobody else has."""

    def __init__(self, desk):
        self.desk = desk
        with Served(desk.data, VEBAN_CLOCK=str(desk.folder / "clock")) as served:
            desk.url = served.url
            self.laptop = joined(desk, "may-chim")
            self.sent = self._receive(range(SENT))
            kept = move("keep", self.sent[0], "keep", "lan", "10:00")
            assert self.laptop.play("do", kept).code == 0
            blanks = self.laptop.run("slip", "--blanks", 6, "-o", "blanks.pdf", "--json")
            self.blanks = blanks.answer["serials"]
            self.bag = self.laptop.run("bag", "open", "--officer", "lan", "--json").answer["bag"]
            self._bag("add", *self.sent[1:4])
            self._bag("close")
            assert self.laptop.run("sync").code == 0
        self.unsent = self._receive(range(SENT, SENT + UNSENT))
        drawn = move("draw", self.sent[0], "withdraw", "lan", "11:00", reason="Xin rút.")
        assert self.laptop.play("do", drawn).answer["state"] == 7

    def _bag(self, act, *codes):
        ran = self.laptop.run("bag", act, self.bag, *codes, "--officer", "lan", "--json")
        assert ran.code == 0, ran.err

    def by_hand(self):
        """Type at the centre what the team wrote on four of its six blank slips."""
        lines = [
            reception(
                f"p{serial}",
                applicant={"full_name": f"Lường Văn Giấy {serial}"},
                paper_slip=str(serial),
                received_at="2026-11-23T11:30:00+07:00",
            )
            for serial in self.blanks[:SLIPS]
        ]
        return [answer["code"] for answer in self.desk.play("receive", *lines).answers]

    def _receive(self, numbers):
        lines = [
            reception(f"s{n}", applicant={"full_name": f"Lường Văn Thử {n}", "ethnicity": "Thái"})
            for n in numbers
        ]
        return [answer["code"] for answer in self.laptop.play("receive", *lines).answers]


@pytest.fixture(scope="module")
def story(prepared, tmp_path_factory):
    folder = tmp_path_factory.mktemp("boat") / "work"
    shutil.copytree(prepared, folder)
    return Story(Centre(folder))


def test_the_sunk_boat_from_the_report_to_the_laptop_that_turns_up(story):
    desk, laptop = story.desk, story.laptop
    lost = desk.run("field", "lost", laptop.node, "-o", "lost.pdf", *HOA)
    assert (lost.code, lost.answer["state"]) == (0, "revoked"), lost.err
    assert lost.answer["reclaimed"] == [story.sent[0]]
    assert holder(desk, story.sent[0]) != laptop.node
    told = words(desk.folder / "lost.pdf")
    assert "dữ liệu trên máy (9)" in told
    assert all(f"Lường Văn Thử {n}" in told for n in range(SENT))
    assert "Lường Văn Thử 9" not in told
    assert "số 10 đến 500" in told
    assert "Dân tộc" in told

    desk.set_clock("2026-11-24T12:00:00+07:00")
    slips = story.by_hand()
    assert [int(code[-4:]) for code in slips] == story.blanks[:SLIPS]
    arrived = ("bag", "receive", story.bag, *story.sent[1:3], "--officer", "lan", "--json")
    assert desk.run(*arrived).answer["refused"] == "bag.needs_note"
    found = desk.run(*arrived, "--note", "Một bì ướt, đang tìm.").answer
    assert (found["missing"], found["extra"]) == ([story.sent[3]], [])
    assert desk.run("dossiers", "show", story.sent[3], "--json").answer["desk"] != "citizen"

    everything = b"".join(p.read_bytes() for p in laptop.data.rglob("*") if p.is_file())
    assert "Lường Văn Thử".encode() not in everything

    desk.set_clock("2026-11-30T12:00:00+07:00")
    assert laptop.run("bundle", "make", "-o", "late.bundle").code == 0
    ordinary = desk.run("bundle", "take", "late.bundle", "--json")
    assert (ordinary.code, ordinary.answer["refused"]) == (1, "exchange.revoked")
    unasked = desk.run("bundle", "take", "late.bundle", "--late", "lan", "--json")
    assert unasked.answer["refused"] == "officer.lacks_role"
    for new in (True, False):
        taken = desk.run("bundle", "take", "late.bundle", "--late", "hoa", "--json")
        assert (taken.code, taken.answer["entries"] > 0) == (0, new), taken.err
    exported = desk.run("dossiers", "export", "--format", "portal").answers
    assert sorted(line["MaHoSo"] for line in exported) == sorted(story.sent + story.unsent + slips)
    assert {holder(desk, code) for code in story.unsent} == {holder(desk, story.sent[0])}
    assert desk.run("dossiers", "show", story.sent[0], "--json").answer["state"] == 2
    book = desk.run("slip", "--book", "2026-11-23", "-o", "book.pdf", "--json")
    assert book.code == 0, book.err
    assert "phiếu trắng chưa dùng" in words(desk.folder / "book.pdf")
    assert desk.run("journal", "verify", "--json").code == 0
    assert desk.run("journal", "rebuild", "--json").answer["identical"] is True


def test_nothing_but_a_laptop_can_be_lost(story):
    me = story.desk.run("dossiers", "show", story.sent[1], "--json").answer["holder"]
    ran = story.desk.run("field", "lost", me, *HOA)
    assert (ran.code, ran.answer["refused"]) == (1, "node.not_a_laptop")
    assert story.desk.run("field", "lost", "no-such", *HOA).answer["refused"] == "node.unknown"


def holder(desk, code):
    return desk.run("dossiers", "show", code, "--json").answer["holder"]


def words(path):
    pages = PdfReader(io.BytesIO(path.read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())
