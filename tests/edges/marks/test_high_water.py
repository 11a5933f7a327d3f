"""The mark outside a folder: it may stay behind, and never makes what is written fail."""

import pytest

from veban.edges.folder.refusals import FolderRestored
from veban.edges.marks.high_water import STATE, HighWater


@pytest.fixture
def mark(tmp_path, monkeypatch):
    monkeypatch.setenv(STATE, str(tmp_path / "state"))
    (tmp_path / "node").mkdir()
    made = HighWater(tmp_path / "node", "may-1")
    made.check(0, lambda entry_hash: False)
    return made


def test_a_folder_behind_its_mark_is_noticed(mark):
    mark.move(4, "d")
    mark.check(4, lambda entry_hash: entry_hash == "d")
    with pytest.raises(FolderRestored):
        mark.check(3, lambda entry_hash: False)


def test_a_mark_that_cannot_be_moved_stays_behind_without_a_word(mark, tmp_path):
    mark.move(4, "d")
    (tmp_path / "state" / "may-1.json").unlink()
    (tmp_path / "state" / "may-1.json").mkdir()
    mark.move(5, "e")
    mark.check(5, lambda entry_hash: True)
