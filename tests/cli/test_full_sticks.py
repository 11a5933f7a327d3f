"""Results on a stick that is full, can only be read, or is not there: told before any act."""

import pytest

from tests.cli.running import Served, reception
from tests.cli.test_field import joined

HOA = ("--officer", "hoa")


@pytest.fixture
def desk(centre):
    with Served(centre.data, VEBAN_CLOCK=str(centre.folder / "clock")) as served:
        centre.url = served.url
        centre.laptop = joined(centre, "may-usb")
    centre.code = centre.play("receive", reception("k1")).answer["code"]
    return centre


def writing(desk, stick):
    """Every command of the centre that writes what somebody named."""
    node, laptop = desk.laptop.node, desk.laptop
    return [
        (desk, "bundle", "make", "--for", node, "-o", stick / "down.bundle"),
        (desk, "slip", desk.code, "--kind", "receipt", "-o", stick / "r.pdf"),
        (desk, "dossiers", "export", "-o", stick / "records.jsonl"),
        (desk, "backup", "make", "-o", stick / "b"),
        (desk, "backup", "place", stick / "b"),
        (laptop, "slip", "--blanks", "2", "-o", stick / "blanks.pdf"),
        (desk, "field", "lost", node, *HOA, "-o", stick / "lost.pdf"),
    ]


def entries(desk):
    return [n.run("journal", "verify", "--json").answer["entries"] for n in (desk, desk.laptop)]


def check_refused(desk, stick, code):
    before = entries(desk)
    for node, *words in writing(desk, stick):
        ran = node.run(*words, "--json")
        assert (ran.code, ran.answer["refused"]) == (1, code), (words, ran.err)
        assert "không lường trước" not in ran.err
    assert entries(desk) == before


@pytest.mark.needs("mount")
def test_a_full_stick_is_told_before_any_act_and_holds_no_half_file(desk, mount):
    stick = mount("-t", "tmpfs", "-o", "size=64k", "none")
    with (stick / "films").open("wb", buffering=0) as film, pytest.raises(OSError, match="space"):
        while True:
            film.write(b"0" * 4096)
    check_refused(desk, stick, "disk.full")
    assert [path.name for path in stick.iterdir()] == ["films"]


@pytest.mark.needs("mount")
def test_a_stick_that_fills_while_it_is_written_holds_no_half_file(desk, mount):
    stick = mount("-t", "tmpfs", "-o", "size=16k", "none")
    old = stick / "r.pdf"
    old.write_bytes(b"what was there")
    for words in (
        ("slip", desk.code, "--kind", "receipt", "-o", old),
        ("backup", "make", "-o", stick / "b"),
    ):
        ran = desk.run(*words, "--json")
        assert (ran.code, ran.answer["refused"]) == (1, "disk.full"), (words, ran.err)
    assert [path.name for path in stick.rglob("*") if path.is_file()] == ["r.pdf"]
    assert old.read_bytes() == b"what was there"


@pytest.mark.needs("mount")
def test_a_sheet_after_an_act_needs_room_before_it(desk, mount):
    stick = mount("-t", "tmpfs", "-o", "size=64k", "none")
    before = entries(desk)
    lost = desk.run("field", "lost", desk.laptop.node, *HOA, "-o", stick / "l.pdf", "--json")
    blanks = desk.laptop.run("slip", "--blanks", "2", "-o", stick / "b.pdf", "--json")
    assert [ran.answer["refused"] for ran in (lost, blanks)] == ["disk.full"] * 2
    assert (entries(desk), list(stick.iterdir())) == (before, [])


@pytest.mark.needs("mount")
def test_a_stick_that_can_only_be_read_is_told(desk, mount, tmp_path):
    (tmp_path / "source").mkdir()
    stick = mount("--bind", "-o", "ro", tmp_path / "source")
    check_refused(desk, stick, "disk.read_only")


def test_a_stick_that_is_not_there_gets_no_folder_on_the_own_disk(desk):
    stick = desk.folder / "media" / "USB"
    check_refused(desk, stick, "file.folder_missing")
    assert not stick.parent.exists()
    ran = desk.run("slip", desk.code, "--kind", "receipt", "-o", desk.folder, "--json")
    assert (ran.code, ran.answer["refused"]) == (1, "file.is_folder")


def test_a_backup_place_that_was_pulled_out_is_told_and_not_made_anew(desk):
    stick = desk.folder / "USB"
    stick.mkdir()
    placed = desk.run("backup", "place", stick / "b", "--json")
    assert placed.code == 0, placed.err
    stick.rename(desk.folder / "pulled out")
    desk.set_clock("2026-11-23T17:00:00+07:00")
    ticked = desk.run("tick", "--json")
    assert "file.folder_missing" in ticked.out
    assert not stick.exists()
