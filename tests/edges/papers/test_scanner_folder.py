"""The scanner's folder is emptied as it is read: whole files, once each, nothing lost."""

from contextlib import suppress

import pytest

from tests.worlds import scans
from veban.core.dossiers.paper_refusals import ScansFolderNotOurs
from veban.core.shared.disk import DiskFull
from veban.edges.papers.checking import LARGEST_BYTES
from veban.edges.papers.scanner_folder import ScannerFolder

PAGE = scans.picture(size=(900, 1200))


class PowerCut(Exception):
    """The power goes."""


class Desk:
    """A scanner's folder, a clock, and what was kept."""

    def __init__(self, path):
        self.path, self.kept, self.later = path, [], 0.0
        self.folder = ScannerFolder(path, lambda: self.newest() + self.later)
        self.folder.claim()

    def newest(self):
        return max([p.stat().st_mtime for p in self.files()], default=0.0)

    def files(self):
        return [p for p in self.path.iterdir() if not p.name.startswith(".")]

    def save(self, name, content):
        (self.path / name).write_bytes(content)

    def look(self, later=0.0):
        self.later = later
        return [
            (one.name, one.refusal.code)
            for one in self.folder.take(lambda c, _: self.kept.append(c))
        ]


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path / "scans")


def test_a_file_is_taken_at_the_second_look_and_is_gone(desk):
    desk.save("a.jpg", PAGE)
    assert (desk.look(), desk.kept) == ([], [])
    assert (desk.look(), desk.kept) == ([], [PAGE])
    assert desk.files() == []


def test_a_file_that_was_finished_a_second_ago_is_taken_at_once(desk):
    desk.save("a.jpg", PAGE)
    desk.look(later=1.0)
    assert desk.kept == [PAGE]


def test_a_file_that_grows_is_left_alone_until_it_is_whole(desk):
    for part in (500, 900, 1500):
        desk.save("a.jpg", PAGE[:part])
        assert desk.look() == []
    assert desk.look(later=5) == []
    assert desk.kept == []
    desk.save("a.jpg", PAGE)
    desk.look()
    desk.look()
    assert desk.kept == [PAGE]


def test_a_torn_a_huge_and_a_wrong_file_stay_with_their_reason(desk):
    desk.save("1.jpg", PAGE[:900])
    desk.save("2.pdf", bytes(LARGEST_BYTES + 1))
    desk.save("3.jpg", b"<svg/>")
    assert desk.look(later=31) == [
        ("1.jpg", "paper.torn"),
        ("2.pdf", "paper.too_large"),
        ("3.jpg", "paper.type_unknown"),
    ]
    assert (len(desk.files()), desk.kept) == (3, [])


def test_an_officer_removes_a_file_that_is_not_taken(desk):
    desk.save("3.jpg", b"<svg/>")
    desk.later = 31
    left = desk.folder.take(lambda *_: None)
    desk.folder.remove(left[0].key)
    assert desk.files() == []


@pytest.mark.parametrize("problem", [PowerCut(), DiskFull()])
def test_a_file_that_could_not_be_kept_is_still_there(desk, problem):
    def cut(*_):
        raise problem

    desk.save("a.jpg", PAGE)
    desk.later = 5
    with suppress(PowerCut):
        desk.folder.take(cut)
    assert len(desk.files()) == 1
    desk.look(later=5)
    assert desk.kept == [PAGE]


def test_folders_below_and_links_are_none_of_its_business(desk, tmp_path):
    (desk.path / "below").mkdir()
    (desk.path / "below" / "a.jpg").write_bytes(PAGE)
    desk.look(later=5)
    assert desk.kept == []
    assert (desk.path / "below" / "a.jpg").is_file()


def test_a_folder_with_somebodys_files_is_not_emptied(tmp_path):
    mine = tmp_path / "Pictures"
    mine.mkdir()
    (mine / "wedding.jpg").write_bytes(PAGE)
    with pytest.raises(ScansFolderNotOurs):
        ScannerFolder(mine).claim()


def test_a_claimed_folder_keeps_its_scans_over_a_restart(desk):
    desk.save("a.jpg", PAGE)
    ScannerFolder(desk.path).claim()
    assert len(desk.files()) == 1
