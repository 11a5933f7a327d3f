"""A full disk and one that can only be read, on real mounts: told first, nothing half."""

import io
from threading import Semaphore

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
from veban.edges.transport.carried import FileBox
from veban.edges.transport.uploads import FileUploads
from veban.store.jobs.runs import RunOutcome, list_runs
from veban.wiring.founding import NewCentre, found_node
from veban.wiring.jobs import jobs_of
from veban.wiring.opening import open_node
from veban.wiring.served import ServedFolder
from veban.wiring.ticking import Ticker

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


class Watched(ServedFolder):
    """A served folder that tells how often the ticker has looked at it."""

    def __init__(self, folder):
        super().__init__(folder)
        self.looks = Semaphore(0)

    def lock_if_idle(self):
        super().lock_if_idle()
        self.looks.release()


def test_what_is_due_on_a_full_disk_runs_once_there_is_room(mount, monkeypatch):
    disk = mount("-t", "tmpfs", "-o", "size=12m", "none")
    found(disk, monkeypatch).close()
    served = Watched(disk / "centre")
    filler, ticker = fill(disk), Ticker(served, look_every_s=0.001)
    alias, done = served.node.alias, {job.name: RunOutcome.DONE for job in jobs_of(served.node)}
    ticker.start()
    assert all(served.looks.acquire(timeout=30) for _ in range(20))
    assert list_runs(alias) == {}
    filler.unlink()
    looks = iter(lambda: served.looks.acquire(timeout=30), False)
    assert any({n: run.outcome for n, run in list_runs(alias).items()} == done for _ in looks)
    ticker.stop()
    served.node.close()


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


def test_a_full_disk_takes_no_carried_file_and_no_piece_of_an_upload(mount):
    disk = mount("-t", "tmpfs", "-o", "size=1m", "none")
    box, uploads = FileBox(disk / "carried"), FileUploads(disk / "uploads")
    begun = uploads.begin("may-1", "ab" * 32, 10**6)
    box.put(io.BytesIO(b"sealed"), "may-1", "may-2")
    filler = fill(disk)
    with pytest.raises(DiskFull):
        box.put(io.BytesIO(b"sealed" * 10_000), "may-3", "may-2")
    with pytest.raises(DiskFull):
        uploads.append(begun, 0, b"piece" * 10_000)
    assert [kept.sender for kept in box.list()] == ["may-1"]
    assert list(disk.rglob("*.half")) == []
    filler.unlink()
    stored = uploads.find("may-1", "ab" * 32).offset
    assert uploads.append(begun, stored, b"piece").offset == stored + 5
