"""The power is cut at each write point of two nodes on SQLite; then the work goes on, whole."""

import os

import pytest

from tests.exchange.breaking import UPLOADS, Breaking, Meter, PowerCut, breaking
from tests.exchange.nodes import PACKING, entries_by
from tests.exchange.on_disk import PieceLine, close, prepare, uploads_of
from tests.worlds.lines import move_command, receive_command
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.exchange.check_excerpts import check_excerpts
from veban.actions.exchange.sync import Sync
from veban.core.dossiers.rows import DossierRow
from veban.store.rows.tables import find_rows

SCANS = (b"scan one " * 900, b"scan two " * 900)
RESULT = b"the result, scanned"
DAY = "2026-11-23T{}:00+07:00"
STRIDE = 13
"""The short run cuts at every thirteenth point; the long one at every one."""
DIED = 9


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    return prepare(tmp_path_factory.mktemp("points") / "prepared")


class Play:
    """Receive with files, exchange, decide, hand back, exchange: each act with its key."""

    def __init__(self, prepared, meter=None):
        self.nodes = prepared.open()
        uploads = uploads_of(prepared.folder)
        meter = meter or Meter()
        self.centre, self.laptop = (breaking(x, meter) for x in self.nodes)
        self.line = PieceLine(
            self.centre, self.laptop.world.me.node, Breaking(uploads, UPLOADS, meter)
        )

    def run(self):
        world, codes = self.laptop.world, []
        for number, scan in enumerate(SCANS):
            papers = [{"name": "Tờ khai", "file": world.blobs.put(scan)}]
            command = receive_command(f"k{number}", papers=papers)
            codes.append(receive_dossier(world, command)["code"])
        self.sync()
        office = self.centre.world
        for move, officer, at, details in (
            ("transfer", "pao", "08:40", {}),
            ("sign", "hoa", "08:45", {"result": "Giấy", "file": office.blobs.put(RESULT)}),
        ):
            do_move(office, move_command(codes[0], move, officer, DAY.format(at), **details))
        self.sync()
        at = DAY.format("08:50")
        do_move(world, move_command(codes[0], "hand_back", "lan", at, to="Vàng Thị Dua"))
        self.sync()
        return codes

    def sync(self):
        return Sync(self.laptop, self.line, pause=lambda seconds: None).run()

    def close(self):
        close(*self.nodes)


def by_exception(prepared, at):
    """Play until the n-th write point; tell whether it was reached."""
    play = Play(prepared, Meter(at))
    try:
        play.run()
        return False
    except PowerCut:
        return True
    finally:
        play.close()


def by_death(prepared, at):
    """The same in a process of its own that ends there without a word."""
    child = os.fork()
    if child == 0:
        try:
            Play(prepared, Meter(at, lambda: os._exit(DIED))).run()
            os._exit(0)
        finally:
            os._exit(1)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, DIED)
    return code == DIED


CUTS = [by_exception, by_death] if hasattr(os, "fork") else [by_exception]


def finish_and_judge(prepared):
    play = Play(prepared)
    codes = play.run()
    assert play.sync().done
    centre, laptop = play.nodes
    node = laptop.world.me.node
    held = [{row.code: row for row in find_rows(DossierRow, x.world.journal.alias)}
            for x in play.nodes]  # fmt: skip
    assert sorted(held[0]) == sorted(codes)
    assert held[0] == held[1]
    assert {row.holder for row in held[0].values()} == {"centre"}
    assert [held[0][code].state for code in codes] == [10, 2]
    assert entries_by(centre, node) == entries_by(laptop, node)
    for x in play.nodes:
        journal = x.world.journal
        assert journal.verify()[1] == []
        assert check_excerpts(x, [entry for _, entry in journal.arrived_after()]) == []
        assert journal.unplaced() == []
        assert journal.rebuild()[1]
        wanted = {digest for digest, _ in journal.files()}
        assert all(x.world.blobs.is_whole(digest) for digest in wanted)
    assert {centre.world.blobs.get(digest) for digest in wanted} == {*SCANS, RESULT}
    assert_sealed_for(centre, laptop, wanted)
    play.close()


def assert_sealed_for(centre, laptop, wanted):
    """Only the centre opens the scans on the laptop; the result that it carried is readable."""
    kept = laptop.world.blobs
    sealed = [kept.sealed(digest) for digest in wanted if not kept.is_readable(digest)]
    opened = [centre.world.keys.open_sealed(one) for one in sealed]
    assert sorted(PACKING.unpack(one, 99_999) for one in opened) == sorted(SCANS)
    assert {kept.get(digest) for digest in wanted if kept.is_readable(digest)} == {RESULT}
    with pytest.raises(ValueError, match="not sealed to this node"):
        laptop.world.keys.open_sealed(sealed[0])


def cut_at_each(prepared, tmp_path, cut, points):
    """Cut at points until one is beyond the end; return how many were cut."""
    for count, at in enumerate(points):
        copy = prepared.copy(tmp_path / f"at-{at}")
        reached = cut(copy, at)
        finish_and_judge(copy)
        if not reached:
            return count
    raise AssertionError("the scenario never came to its end")


def count_points(prepared, tmp_path):
    meter = Meter()
    play = Play(prepared.copy(tmp_path / "counted"), meter)
    play.run()
    play.close()
    return meter.count


def test_after_a_cut_at_a_write_point_the_work_goes_on_and_nothing_is_lost(prepared, tmp_path):
    total = count_points(prepared, tmp_path)
    cut = cut_at_each(prepared, tmp_path, by_exception, range(STRIDE // 2, 9999, STRIDE))
    print(f"{cut} of {total} write points cut")
    assert cut == len(range(STRIDE // 2, total + 1, STRIDE))


@pytest.mark.long
@pytest.mark.parametrize("cut", CUTS)
def test_after_a_cut_at_every_write_point_the_work_goes_on(prepared, tmp_path, cut):
    count = cut_at_each(prepared, tmp_path, cut, range(1, 9999))
    print(f"{count} write points cut")
    assert count == count_points(prepared, tmp_path)
