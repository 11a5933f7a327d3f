"""Torn, truncated and copied files: what is promised holds, and what is broken is named."""

import io
import shutil
from datetime import timedelta

import pytest

from tests.exchange.nodes import sync
from tests.exchange.on_disk import close, prepare
from tests.worlds.lines import receive_command
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.exchange.make_bundle import make_bundle
from veban.actions.exchange.take_bundle import take_bundle
from veban.core.dossiers.rows import DossierRow
from veban.core.journal.refusals import ClockBehind
from veban.core.shared.refused import Refused
from veban.exchange.refusals import BundleBroken
from veban.store.rows.tables import find_rows

SCAN = b"a scan of a paper " * 4000


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    return prepare(tmp_path_factory.mktemp("torn") / "prepared")


@pytest.fixture
def prepared(template, tmp_path):
    return template.copy(tmp_path / "work")


@pytest.fixture
def team(prepared):
    nodes = prepared.open()
    yield nodes
    close(*nodes)


def receive(node, key, **changes):
    return receive_dossier(node.world, receive_command(key, **changes))["code"]


def receive_with_scan(node, key="k1"):
    papers = [{"name": "Tờ khai", "file": node.world.blobs.put(SCAN)}]
    return receive(node, key, papers=papers)


def codes(node):
    return sorted(row.code for row in find_rows(DossierRow, node.world.journal.alias))


def test_half_written_files_left_in_the_outbox_are_no_parts(team, prepared):
    centre, laptop = team
    code = receive_with_scan(laptop)
    folder = prepared.folder / "outbox" / laptop.world.me.node / "centre"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ".run.x.1.part.1a2b.half").write_bytes(b"half of a part")
    assert sync(laptop, centre).done
    assert codes(centre) == [code]


def test_a_truncated_file_is_named_as_missing_and_holds_up_nothing_else(team, prepared):
    centre, laptop = team
    code = receive_with_scan(laptop)
    [blob] = [path for path in (prepared.folder / f"{laptop.world.me.node}.blobs").rglob("*")
              if path.is_file()]  # fmt: skip
    blob.write_bytes(blob.read_bytes()[:1000])
    synced = sync(laptop, centre)
    assert (synced.reason, synced.left, synced.files_sent) == (None, 1, 0)
    assert codes(centre) == [code]
    laptop.world.blobs.put(SCAN)
    assert sync(laptop, centre).done
    [digest] = [digest for digest, _ in centre.world.journal.files()]
    assert centre.world.blobs.get(digest) == SCAN


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.99])
def test_a_truncated_bundle_is_refused_whole(team, share):
    centre, laptop = team
    receive_with_scan(laptop)
    made = b"".join(make_bundle(laptop, "centre"))
    with pytest.raises(BundleBroken):
        take_bundle(centre, io.BytesIO(made[: int(len(made) * share)]))
    assert codes(centre) == []
    take_bundle(centre, io.BytesIO(made))
    assert len(codes(centre)) == 1


@pytest.mark.parametrize("lost", [1, 100, 4096, 20_000, 10**9])
def test_a_torn_log_opens_to_a_whole_journal_and_the_centre_gives_nothing_twice(prepared, lost):
    """A power cut never takes what was synced; a bad disk may: what is left is a beginning."""
    centre, laptop = prepared.open()
    sent = receive(laptop, "sent")
    assert sync(laptop, centre).done
    kept = [receive(laptop, f"k{number}") for number in range(3)]
    node = laptop.world.me.node
    for file in prepared.folder.glob(f"{node}.db*"):
        shutil.copy(file, prepared.folder / f"killed-{file.name}")
    close(centre, laptop)
    for file in prepared.folder.glob(f"killed-{node}.db*"):
        file.replace(prepared.folder / file.name.removeprefix("killed-"))
    log = prepared.folder / f"{node}.db-wal"
    content = log.read_bytes()
    log.write_bytes(content[: max(0, len(content) - lost)])
    (prepared.folder / f"{node}.db-shm").unlink(missing_ok=True)
    centre, laptop = prepared.open()
    held = laptop.world.journal
    assert held.verify()[1] == []
    assert held.rebuild()[1]
    entries = [entry.header.seq for entry in held.chain(node)]
    assert entries == list(range(1, len(entries) + 1))
    assert set(codes(laptop)) <= {sent, *kept}
    assert codes(centre) == [sent]
    assert centre.world.journal.verify()[1] == []
    close(centre, laptop)


def test_everything_committed_is_there_after_a_kill_with_a_whole_log(prepared):
    centre, laptop = prepared.open()
    given = [receive(laptop, f"k{number}") for number in range(3)]
    node = laptop.world.me.node
    killed = prepared.copy(prepared.folder.with_name("killed"))
    close(centre, laptop)
    centre, laptop = killed.open()
    assert codes(laptop) == sorted(given)
    assert laptop.world.journal.chains()[node][0] > 0
    assert sync(laptop, centre).done
    assert codes(centre) == sorted(given)
    close(centre, laptop)


def test_two_laptops_with_one_folder_show_as_a_fork_and_both_dossiers_exist(prepared):
    twin = prepared.copy(prepared.folder.with_name("twin"))
    centre, laptop = prepared.open()
    unused, copied = twin.open()
    first, second = receive(laptop, "one"), receive(copied, "two")
    assert sync(laptop, centre).done
    sync(copied, centre)
    _, broken = centre.world.journal.verify()
    assert "journal.forked" in {found.code for found in broken}
    keys = {entry.header.key for _, entry in centre.world.journal.arrived_after()}
    assert {"one", "two"} <= {key.split("#")[0] for key in keys}
    assert codes(centre) == sorted([first, second])
    close(centre, laptop, unused, copied)


def test_a_clock_that_jumps_gives_no_entry_out_of_order(team):
    centre, laptop = team
    clock = laptop.world.clock
    first = receive(laptop, "k1")
    clock.move_by(timedelta(hours=-3))
    with pytest.raises(Refused) as refusal:
        receive(laptop, "k2", received_at="2026-11-23T05:30:00+07:00")
    assert refusal.value.code == ClockBehind.code
    clock.move_by(timedelta(hours=4))
    second = receive(laptop, "k2")
    assert sync(laptop, centre).done
    assert codes(centre) == sorted([first, second])
    times = [e.header.recorded_at for e in laptop.world.journal.chain(laptop.world.me.node)]
    assert times == sorted(times)
