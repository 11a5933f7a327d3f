"""Backups: made beside a running server, checked whole, restored; half of one is none."""

import shutil

import pytest

from tests.cli.running import Centre, Served, reception, veban
from tests.cli.test_field import LAN, joined


@pytest.fixture
def desk(centre):
    (centre.folder / "scan.jpg").write_bytes(b"a scan of an invented paper")
    papers = [{"name": "Tờ khai", "file": "scan.jpg"}]
    assert centre.play("receive", reception("b1", papers=papers), reception("b2")).code == 0
    return centre


def test_a_backup_is_checked_and_restored_to_the_same_node(desk):
    (desk.folder / "stick").mkdir()
    with Served(desk.data, VEBAN_CLOCK=str(desk.folder / "clock")):
        made = desk.run("backup", "make", "-o", "stick/b", "--json")
    assert made.code == 0, made.err
    assert (made.answer["files"], made.answer["verified"]) == (1, True)
    checked = check(desk, "stick/b")
    assert checked.answer == made.answer
    again = Centre(desk.folder)
    again.data = desk.folder / "again"
    assert again.run("backup", "restore", "stick/b", "--json").code == 0
    taken = again.run("backup", "restore", "stick/b", "--json")
    assert (taken.code, taken.answer["refused"]) == (1, "folder.taken")
    for node in (desk, again):
        found = node.run("journal", "verify", "--json")
        assert (found.code, found.answer["files"]) == (0, 1), found.err
    assert exported(again) == exported(desk)
    assert again.run("journal", "rebuild", "--json").answer["identical"] is True


def exported(node):
    return node.run("dossiers", "export", "--format", "portal").out


def test_a_second_backup_copies_only_what_is_new_and_drops_what_is_gone(desk):
    assert desk.run("backup", "make", "-o", "b").code == 0
    scan = next(p for p in (desk.folder / "b/blobs").rglob("*") if p.is_file())
    before = scan.stat().st_mtime_ns
    assert desk.play("receive", reception("b3")).code == 0
    assert desk.run("backup", "make", "-o", "b", "--json").answer["entries"] > 0
    assert scan.stat().st_mtime_ns == before
    assert len(list((desk.folder / "b/database").iterdir())) == 1
    assert check(desk, "b").code == 0


@pytest.mark.parametrize("harm", ["cut", "gone", "half", "other"])
def test_a_damaged_or_unfinished_backup_is_refused_with_its_reason(desk, harm):
    assert desk.run("backup", "make", "-o", "b").code == 0
    folder = desk.folder / "b"
    database = next((folder / "database").iterdir())
    match harm:
        case "cut":
            database.write_bytes(database.read_bytes()[:-100])
        case "gone":
            next(p for p in (folder / "blobs").rglob("*") if p.is_file()).unlink()
        case "half":
            (folder / "backup.json").unlink()
        case "other":
            shutil.rmtree(folder)
            folder.mkdir()
            (folder / "notes.txt").write_text("of somebody")
    code = {"half": "backup.missing", "other": "backup.missing"}.get(harm, "backup.broken")
    node = Centre(desk.folder)
    node.data = desk.folder / "new"
    for ran in (check(desk, "b"), node.run("backup", "restore", "b", "--json")):
        assert (ran.code, ran.answer["refused"]) == (1, code)
    assert not node.data.exists()


def check(desk, folder, **variables):
    return veban("backup", "check", folder, "--json", cwd=desk.folder, **variables)


def test_another_nodes_backup_is_not_overwritten(desk):
    folder = desk.folder / "full"
    folder.mkdir()
    (folder / "notes.txt").write_text("of somebody")
    ran = desk.run("backup", "make", "-o", "full", "--json")
    assert (ran.code, ran.answer["refused"]) == (1, "backup.taken")
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]


def test_a_laptops_backup_gives_nothing_away_and_needs_its_phrase(desk):
    with Served(desk.data, VEBAN_CLOCK=str(desk.folder / "clock")) as served:
        desk.url = served.url
        laptop = joined(desk, "may-b")
        papers = [{"name": "Tờ khai", "file": "scan.jpg"}]
        assert laptop.play("receive", reception("l1", papers=papers)).code == 0
        made = laptop.run("backup", "make", "-o", "lb", "--json")
        assert (made.code, made.answer["verified"]) == (0, True), made.err
        everything = b"".join(
            path.read_bytes() for path in (desk.folder / "lb").rglob("*") if path.is_file()
        )
        assert b"an invented paper" not in everything
        assert "Sùng A Páo".encode() not in everything
        assert b"SQLite format 3" not in everything
        locked = check(desk, "lb")
        assert (locked.code, locked.answer["verified"]) == (0, False)
        wrong = check(desk, "lb", **{**LAN, "VEBAN_PHRASE": "một câu khác hẳn"})
        assert wrong.answer["refused"] == "folder.phrase_wrong"
        laptop.data = desk.folder / "restored"
        assert laptop.run("backup", "restore", "lb").code == 0
        assert laptop.run("journal", "verify", "--json").code == 0
