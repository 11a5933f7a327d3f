"""``veban journal verify`` and ``rebuild``: what is broken or missing is counted and named."""

import shutil
import sqlite3

from tests.cli.running import reception


def test_a_file_that_is_gone_or_damaged_counts_as_missing(centre):
    for name in ("a.jpg", "b.jpg"):
        (centre.folder / name).write_bytes(name.encode())
    papers = [{"name": "x", "file": "a.jpg"}, {"name": "y", "file": "b.jpg"}]
    centre.play("receive", reception("k1", papers=papers))
    gone, damaged = (path for path in (centre.data / "blobs").rglob("*") if path.is_file())
    gone.unlink()
    damaged.write_bytes(b"other")
    ran = centre.run("journal", "verify", "--json")
    assert ran.code == 1
    assert set(ran.answer) == {"entries", "files", "missing_files", "broken"}
    assert (ran.answer["files"], ran.answer["missing_files"]) == (2, 2)


def test_a_changed_entry_is_named_by_node_and_number(centre):
    centre.play("receive", reception("k1"))
    with sqlite3.connect(centre.data / "veban.sqlite3") as database:
        database.execute("UPDATE journal_entry SET actor = 'thief' WHERE type = 'DossierReceived'")
    database.close()
    ran = centre.run("journal", "verify", "--json")
    assert ran.code == 1
    [broken] = ran.answer["broken"]
    assert set(broken) == {"node", "seq", "code"}
    assert broken["seq"] == ran.answer["entries"]


def test_rebuilding_says_how_many_entries_and_whether_rows_were_identical(centre):
    centre.play("receive", reception("k1"), reception("k2"))
    ran = centre.run("journal", "rebuild", "--json")
    assert (ran.code, set(ran.answer)) == (0, {"entries", "identical"})
    assert ran.answer["identical"] is True
    with sqlite3.connect(centre.data / "veban.sqlite3") as database:
        database.execute("UPDATE row_dossier SET fee_vnd = 1")
    database.close()
    assert centre.run("journal", "rebuild", "--json").code == 1
    assert centre.run("journal", "rebuild", "--json").answer["identical"] is True


def test_a_folder_works_under_a_name_with_spaces_and_tone_marks(centre):
    other = centre.folder / "Về Bản (máy 2)"
    shutil.copytree(centre.data, other)
    centre.data = other
    assert centre.play("receive", reception("k1")).code == 0
    assert centre.run("journal", "verify", "--json").code == 0
