"""Scans of finished dossiers can be read by the centre only; nothing of them is lost."""

import io
from contextlib import suppress
from dataclasses import replace

import pytest

from tests.exchange.breaking import Meter, PowerCut, breaking
from tests.exchange.nodes import PACKING
from tests.exchange.scanning import NODE_KEY, OTHER, SCAN, Scanning
from tests.worlds.lines import move_command
from veban.actions.dossiers.do import do_move
from veban.actions.exchange.make_bundle import make_bundle
from veban.actions.exchange.seal_scans import seal_scans
from veban.actions.exchange.take_bundle import take_file
from veban.edges.blobs.blob_files import BlobFiles


@pytest.fixture
def play(tmp_path):
    return Scanning(tmp_path)


class HeldOpen(BlobFiles):
    """Files that Windows does not let go while somebody reads them."""

    def drop_plain(self, digest):
        """Nothing happens."""


def everything_the_laptop_can_open(play, files):
    """Return what a thief with the phrase has: the folder, what its keys open, and both again."""
    found = [path.read_bytes() for path in play.folder.rglob("*") if path.is_file()]
    for file in files:
        for read in (play.blobs.get, play.blobs.sealed):
            with suppress(KeyError):
                found.append(read(file))
    for content in list(found):
        with suppress(ValueError):
            found.append(play.laptop.world.keys.open_sealed(content))
    return b"".join(found)


def test_a_scan_is_readable_while_its_dossier_is_worked_on_and_sealed_once_it_is_released(play):
    code, (file,) = play.receive("k1", SCAN)
    do_move(play.laptop.world, move_command(code, "keep", "lan", "2026-11-23T08:40:00+07:00"))
    assert play.sync().done
    assert play.blobs.get(file) == SCAN
    assert seal_scans(play.laptop) == 0
    assert play.told() == []
    do_move(play.laptop.world, move_command(code, "let_go", "lan", "2026-11-23T08:50:00+07:00"))
    synced = play.sync()
    assert (synced.left, synced.reason) == (0, None)
    assert play.centre.world.blobs.get(file) == SCAN
    assert not play.blobs.is_readable(file)
    assert play.blobs.is_whole(file)
    assert play.told() == ["ScansSealed"]


def test_nothing_that_the_laptop_can_open_holds_a_piece_of_a_sealed_scan(play):
    _, files = play.receive("k1", SCAN, OTHER)
    found = everything_the_laptop_can_open(play, files)
    assert SCAN in found
    assert OTHER in found
    assert play.sync().done
    found = everything_the_laptop_can_open(play, files)
    assert SCAN[:19] not in found
    assert OTHER[:17] not in found
    opened = play.centre.world.keys.open_sealed(play.blobs.sealed(files[0]))
    assert PACKING.unpack(opened, 99_999) == SCAN


def test_a_scan_sealed_before_it_was_sent_goes_up_by_line_and_by_stick(play, tmp_path):
    _, (by_line,) = play.receive("k1", SCAN)
    play.laptop.follow.release(play.laptop.world, "centre")
    assert seal_scans(play.laptop) == 1
    assert not play.blobs.is_readable(by_line)
    assert play.sync().done
    assert play.centre.world.blobs.get(by_line) == SCAN
    _, (by_stick,) = play.receive("k2", OTHER)
    bundle = b"".join(make_bundle(play.laptop, "centre"))
    assert not play.blobs.is_readable(by_stick)
    take_file(play.centre, io.BytesIO(bundle))
    assert play.centre.world.blobs.get(by_stick) == OTHER


def test_a_scan_that_another_dossier_here_still_needs_stays_readable(play):
    first, (file,) = play.receive("k1", SCAN)
    second, _ = play.receive("k2", SCAN)
    do_move(play.laptop.world, move_command(second, "keep", "lan", "2026-11-23T08:40:00+07:00"))
    assert play.sync().done
    assert play.blobs.get(file) == SCAN
    do_move(play.laptop.world, move_command(second, "let_go", "lan", "2026-11-23T08:50:00+07:00"))
    assert play.sync().done
    assert not play.blobs.is_readable(file)
    assert first != second


def test_a_kept_dossier_goes_and_is_sealed_when_its_round_closes(play):
    code, (file,) = play.receive("k1", SCAN)
    do_move(play.laptop.world, move_command(code, "keep", "lan", "2026-11-23T08:40:00+07:00"))
    assert play.sync().done
    play.close()
    assert play.sync().done
    assert play.sync().done
    assert not play.blobs.is_readable(file)


def test_the_same_paper_scanned_again_stays_sealed_and_is_whole(play):
    _, (file,) = play.receive("k1", SCAN)
    assert play.sync().done
    _, again = play.receive("k2", SCAN)
    assert again == [file]
    assert not play.blobs.is_readable(file)
    assert play.sync().done
    assert play.blobs.is_whole(file)


def test_wherever_the_power_goes_the_next_run_finishes_and_nothing_is_lost(tmp_path):
    cut_at = 0
    while True:
        cut_at += 1
        play = Scanning(tmp_path / f"at-{cut_at}")
        _, files = play.receive("k1", SCAN, OTHER)
        play.laptop.follow.release(play.laptop.world, "centre")
        try:
            seal_scans(breaking(play.laptop, Meter(cut_at)))
        except PowerCut:
            pass
        else:
            break
        assert all(BlobFiles(play.folder, NODE_KEY).is_whole(file) for file in files)
        seal_scans(play.laptop)
        assert not any(play.blobs.is_readable(file) for file in files)
        assert play.told()[:1] == ["ScansSealed"]
        assert seal_scans(play.laptop) == 0
        assert play.sync().done
        assert [play.centre.world.blobs.get(file) for file in files] == [SCAN, OTHER]
    assert cut_at > len(files) * 2 * 2, "each file is written once and dropped once"


def test_a_file_that_could_not_be_dropped_is_not_told_to_be_sealed(play):
    _, (file,) = play.receive("k1", SCAN)
    play.laptop.follow.release(play.laptop.world, "centre")
    held_open = replace(play.laptop.world, blobs=HeldOpen(play.folder, NODE_KEY))
    seal_scans(replace(play.laptop, world=held_open))
    assert play.told() == []
    assert seal_scans(play.laptop) == 1
    assert not play.blobs.is_readable(file)
    assert play.told() == ["ScansSealed"]


def test_many_scans_are_sealed_in_several_runs_and_told_of_by_the_last(play):
    _, files = play.receive("k1", *(SCAN + bytes([n]) for n in range(5)))
    play.laptop.follow.release(play.laptop.world, "centre")
    sealed = []
    while not play.told():
        sealed.append(seal_scans(play.laptop, most=2))
    assert sealed == [2, 2, 1]
    assert not any(play.blobs.is_readable(file) for file in files)


def test_a_centre_seals_nothing(play):
    play.receive("k1", SCAN)
    assert play.sync().done
    assert seal_scans(play.centre) == 0
