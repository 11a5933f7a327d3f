"""A full disk and one that can only be read, on real mounts: told first, nothing half."""

import pytest

from veban.store import ready  # isort: skip  # noqa: F401  # Django is set up first.

from tests.worlds.lines import receive_command
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.nodes.found import Founding
from veban.actions.people.add_officer import add_officer
from veban.core.nodes.events import NodeKind
from veban.core.people.roles import Role
from veban.core.people.unit_settings import Mode
from veban.core.shared.disk import DiskFull, DiskNearlyFull, DiskReadOnly
from veban.edges.clocks import VARIABLE
from veban.wiring.founding import NewCentre, found_node
from veban.wiring.opening import open_node

pytestmark = pytest.mark.needs("mount")


def found(folder, monkeypatch):
    clock = folder.parent / "clock"
    clock.write_text("2026-11-23T09:00:00+07:00", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(clock))
    new = NewCentre("03172", NodeKind.CENTRE, Founding(Mode.FULL), practice=True)
    node = found_node(folder / "centre", new)
    add_officer(node.world, "lan", "Lò Thị Lan", [Role.RECEIVER], "03172")
    return node


def test_a_disk_with_little_room_is_told_and_a_full_one_leaves_nothing_half(mount, monkeypatch):
    disk = mount("-t", "tmpfs", "-o", "size=12m", "none")
    node = found(disk, monkeypatch)
    with pytest.raises(DiskNearlyFull):
        node.check_disk()
    filler = fill(disk)
    before = [entry.hash for _, entry in node.journal.arrived_after()]
    with pytest.raises(DiskFull):
        for n in range(2000):
            receive_dossier(node.world, receive_command(f"k{n}"))
    with pytest.raises(DiskFull):
        node.check_disk()
    with pytest.raises(DiskFull):
        node.blobs.put(b"a scan" * 100_000)
    assert list(node.folder.rglob("*.half")) == []
    kept = [entry.hash for _, entry in node.journal.arrived_after()]
    assert kept[: len(before)] == before
    assert node.journal.verify() == (len(kept), [])
    filler.unlink()
    assert receive_dossier(node.world, receive_command("after"))["code"]
    assert node.journal.rebuild() == (len(kept) + 1, True)
    node.close()


def fill(disk):
    filler = disk / "films"
    with filler.open("wb", buffering=0) as file, pytest.raises(OSError, match="No space"):
        while True:
            file.write(b"0" * 4096)
    return filler


def test_a_folder_that_can_only_be_read_is_told_when_it_is_opened(mount, tmp_path, monkeypatch):
    node = found(tmp_path, monkeypatch)
    node.close()
    place = mount("--bind", "-o", "ro", tmp_path / "centre")
    with pytest.raises(DiskReadOnly):
        open_node(place)
    assert open_node(tmp_path / "centre").journal.verify()[1] == []
