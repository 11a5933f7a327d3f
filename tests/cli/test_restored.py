"""A restored or copied folder gives no number before it goes on under a new writer's name.

Reason for its length: each story opens folders in some ten processes.
"""

import json
import shutil

import pytest

from tests.cli.running import Centre, Served, reception
from tests.cli.test_field import Laptop, joined
from tests.cli.test_sunk_boat import words


@pytest.fixture
def desk(centre):
    """A practice centre that keeps a mark outside its folder, as real nodes do."""
    return Marked(centre.folder, "centre", "state")


class Marked(Centre):
    """A node on a machine whose state lies in a folder of its own."""

    def __init__(self, folder, data, state):
        super().__init__(folder)
        self.data, self.state = folder / data, folder / state

    def run(self, *arguments, **variables):
        return super().run(*arguments, VEBAN_STATE=str(self.state), **variables)

    def served(self):
        return Served(
            self.data, VEBAN_CLOCK=str(self.folder / "clock"), VEBAN_STATE=str(self.state)
        )


class MarkedLaptop(Laptop):
    def __init__(self, desk, name):
        super().__init__(desk, name)
        self.state = desk.folder / f"{name}-state"

    def run(self, *arguments, **variables):
        return super().run(*arguments, VEBAN_STATE=str(self.state), **variables)


def codes(node):
    ran = node.run("dossiers", "export", "--format", "portal")
    assert ran.code == 0, ran.err
    return sorted(line["MaHoSo"] for line in ran.answers)


def received(node, key, **other):
    answer = node.play("receive", reception(key, **other)).answer
    return answer.get("code") or answer["refused"]


def test_a_restored_centre_gives_no_number_twice_and_gets_back_what_its_laptops_hold(desk):
    with desk.served() as served:
        desk.url = served.url
        laptop = joined(desk, "may-1")
        first = received(desk, "c1")
        assert desk.run("backup", "make", "-o", "b").code == 0
        after_backup = received(desk, "c2")
        from_laptop = received(laptop, "l1")
        assert laptop.run("sync").code == 0
        assert codes(desk) == sorted([first, after_backup, from_laptop])
        later = received(laptop, "l2")
    shutil.rmtree(desk.data)

    restored = desk.run("backup", "restore", "b", "--json")
    assert (restored.code, restored.answer["reclaimed"]) == (0, 1), restored.err
    assert codes(desk) == [first]
    new = received(desk, "c3")
    assert new not in {first, after_backup}
    assert new.endswith("-15001")
    with desk.served() as served:
        again = laptop.run("sync", "--to", served.url, "--json")
        assert (again.code, again.answer["left"]) == (0, 0), again.err
        assert codes(desk) == sorted([first, from_laptop, later, new])
        for code in (first, from_laptop, later, new):
            assert desk.run("dossiers", "show", code, "--json").answer["holder"] != laptop.node
        assert laptop.run("sync", "--json").answer["entries_sent"] == 0
    for node in (desk, laptop):
        assert node.run("journal", "verify", "--json").answer["broken"] == []
        assert node.run("journal", "rebuild", "--json").answer["identical"] is True


def test_a_folder_that_is_behind_its_mark_or_has_a_twin_writes_nothing(desk):
    received(desk, "c1")
    shutil.copytree(desk.data, desk.folder / "old")
    given = received(desk, "c2")
    shutil.rmtree(desk.data)
    shutil.copytree(desk.folder / "old", desk.data)
    shutil.rmtree(desk.folder / "old")
    assert received(desk, "c3") == "folder.restored"
    assert desk.run("journal", "verify", "--json").code == 0
    assert desk.run("backup", "renew", "--json").answer["reclaimed"] == 1
    assert received(desk, "c3") not in {given, "folder.restored"}

    shutil.copytree(desk.data, desk.folder / "twin")
    twin = Marked(desk.folder, "twin", "state")
    assert received(twin, "c4") == "folder.copied"
    assert received(desk, "c5").startswith("H18")
    elsewhere = Marked(desk.folder, "twin", "another-machine")
    assert received(elsewhere, "c6") == "folder.copied"


def test_a_copied_laptop_waits_for_numbers_of_its_own_and_both_are_heard(desk):
    with desk.served() as served:
        desk.url = served.url
        joined(desk, "may-2")
        laptop = MarkedLaptop(desk, "may-2")
        one = received(laptop, "l1")
        shutil.copytree(laptop.data, desk.folder / "may-2-copy")
        copy = MarkedLaptop(desk, "may-2-copy")
        assert received(copy, "l2") == "folder.copied"
        assert copy.run("backup", "renew", "--json").code == 0
        assert received(copy, "l2") == "numbers.no_lane_yet"
        assert copy.run("sync").code == 0
        two, three = received(copy, "l2"), received(laptop, "l3")
        assert len({one, two, three}) == 3
        assert copy.run("sync", "--json").code == 0
        assert laptop.run("sync", "--json").code == 0
        assert codes(desk) == sorted([one, two, three])
    assert desk.run("journal", "verify", "--json").answer["broken"] == []
    lost = desk.run("field", "lost", laptop_id(laptop), "--officer", "hoa", "-o", "lost.pdf")
    assert lost.code == 0, lost.err
    assert "dữ liệu trên máy (3)" in words(desk.folder / "lost.pdf")


def laptop_id(laptop):
    return json.loads((laptop.data / "node.json").read_text(encoding="utf-8"))["node"]


def test_a_laptop_that_joined_after_the_backup_is_taken_back_by_its_file(desk):
    with desk.served() as served:
        desk.url = served.url
        assert desk.run("backup", "make", "-o", "b").code == 0
        laptop = joined(desk, "may-3")
        given = received(laptop, "l1")
        assert laptop.run("sync").code == 0
    shutil.rmtree(desk.data)
    assert desk.run("backup", "restore", "b").code == 0
    with desk.served() as served:
        desk.url = served.url
        unknown = laptop.run("sync", "--to", served.url, "--json")
        assert (unknown.code, "exchange.unknown_node" in unknown.out) == (1, True)
        assert received(joined(desk, "may-4"), "l1") != given
        assert laptop.run("bundle", "make", "-o", "home.bundle").code == 0
        taken = desk.run("field", "recognise", "home.bundle", "--officer", "hoa", "--json")
        assert (taken.code, taken.answer.get("node")) == (0, laptop.node), taken.err
        again = laptop.run("sync", "--to", served.url, "--json")
        assert (again.code, again.answer["left"]) == (0, 0), again.err
    assert given in codes(desk)
    assert desk.run("journal", "verify", "--json").answer["broken"] == []


def test_a_laptop_restored_twice_from_one_backup_gets_numbers_and_packs(desk):
    with desk.served() as served:
        desk.url = served.url
        laptop = joined(desk, "may-5")
        assert laptop.run("backup", "make", "-o", "fb").code == 0
        given = []
        for name in ("fa", "fb2"):
            folder = MarkedLaptop(desk, name)
            assert folder.run("backup", "restore", "fb").code == 0
            assert folder.run("sync", "--to", served.url).code == 0
            given.append(received(folder, name))
        assert len(set(given)) == 2
        plan = ("--name", "Đợt", "--days", "2026-11-24", "--villages", "Na Pheo")
        who = ("--node", laptop.node, "--officers", "lan", "--json")
        opened = desk.run("rounds", "open", *plan, *who)
        made = desk.run("pack", "make", "--round", opened.answer["round"], "-o", "p.pack", "--json")
        assert made.code == 0, made.err
