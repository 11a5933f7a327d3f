"""The scans of a closed round go from the laptop, never before the centre's backup holds them."""

from datetime import timedelta

import pytest

from tests.exchange.breaking import Meter, PowerCut, breaking
from tests.exchange.scanning import OTHER, SCAN, Scanning
from tests.worlds.lines import move_command
from veban.actions.dossiers.do import do_move
from veban.actions.rounds.erase_scans import erase_scans
from veban.actions.rounds.open_round import close_round
from veban.actions.slips.lost_report import gather_lost

RESULT = b"the result, scanned"


@pytest.fixture
def play(tmp_path):
    return Scanning(tmp_path)


def erase(play):
    """Run the retention and the sweep that follows it; return how many files went."""
    count, journal = erase_scans(play.laptop, play.rounds()), play.laptop.world.journal
    for file in journal.files_to_remove():
        play.blobs.remove(file)
        journal.file_removed(file)
    return count


def closed_and_due(play):
    assert play.sync().done
    play.close()
    assert play.sync().done
    play.laptop.world.clock.move_by(timedelta(days=3))


def test_scans_wait_for_the_closing_the_days_and_a_backup_and_then_go_from_the_laptop(play):
    _, files = play.receive("k1", SCAN, OTHER)
    assert play.sync().done
    play.back_up()
    assert play.sync().done
    assert erase(play) == 0, "the round goes on"
    play.close()
    assert play.sync().done
    assert erase(play) == 0, "it was closed a moment ago"
    play.laptop.world.clock.move_by(timedelta(days=3))
    assert (erase(play), erase(play)) == (2, 0)
    assert not any(play.blobs.has(file) for file in files)
    assert play.told()[-1] == "ScansErased"
    assert [play.centre.world.blobs.get(file) for file in files] == [SCAN, OTHER]
    assert play.laptop.world.journal.verify()[1] == []


def test_no_scan_goes_before_a_verified_backup_of_the_centre_holds_it(play):
    play.receive("k1", SCAN)
    play.back_up()
    closed_and_due(play)
    assert erase(play) == 0, "the backup is older than the reception"
    play.back_up()
    assert erase(play) == 0, "the laptop has not heard of the new backup"
    assert play.sync().done
    assert erase(play) == 1


def test_what_a_backup_lost_again_does_not_count(play):
    play.receive("k1", SCAN)
    closed_and_due(play)
    play.back_up()
    play.centre.book.backup[play.me] = [99, "f" * 64]
    assert play.sync().done
    assert erase(play) == 0, "the backup holds another chain than ours"


def test_nothing_goes_while_a_dossier_of_the_round_is_still_worked_on_here(play):
    code, _ = play.receive("k1", SCAN)
    do_move(play.laptop.world, move_command(code, "keep", "lan", "2026-11-23T08:40:00+07:00"))
    assert play.sync().done
    play.back_up()
    assert play.sync().done
    close_round(play.laptop.world, play.round, "lan")
    play.laptop.world.clock.move_by(timedelta(days=3))
    assert play.rounds()
    assert erase(play) == 0
    assert play.sync().done
    play.back_up()
    assert play.sync().done
    assert erase(play) == 1


def test_what_was_erased_is_not_fetched_again_when_the_centre_numbers_anew(play):
    _, (file,) = play.receive("k1", SCAN)
    closed_and_due(play)
    play.back_up()
    assert play.sync().done
    assert erase(play) == 1
    play.centre.book.restart_excerpt(play.me)
    synced = play.sync()
    assert (synced.files_received, synced.left) == (0, 0)
    assert not play.blobs.has(file)


@pytest.mark.parametrize("cut_at", [1, 2])
def test_a_power_cut_around_the_entry_is_made_good_by_the_next_run(play, cut_at):
    _, (file,) = play.receive("k1", SCAN)
    closed_and_due(play)
    play.back_up()
    assert play.sync().done
    with pytest.raises(PowerCut):
        erase_scans(breaking(play.laptop, Meter(cut_at)), play.rounds())
    assert play.blobs.has(file)
    assert erase(play) == 1
    assert not play.blobs.has(file)
    assert play.told().count("ScansErased") == 1


def test_files_that_nobody_swept_are_removed_by_the_next_run(play):
    _, (file,) = play.receive("k1", SCAN)
    closed_and_due(play)
    play.back_up()
    assert play.sync().done
    erase_scans(play.laptop, play.rounds())
    assert play.blobs.has(file)
    assert erase(play) == 0
    assert not play.blobs.has(file)


def kinds(play):
    (person,) = gather_lost(play.centre.world, play.centre.book, play.me).exposed
    return person.kinds & {"scans", "sealed_scans"}


def test_the_report_on_a_lost_laptop_knows_what_was_readable_sealed_and_erased(play):
    code, _ = play.receive("k1", SCAN)
    do_move(play.laptop.world, move_command(code, "keep", "lan", "2026-11-23T08:40:00+07:00"))
    assert play.sync().done
    assert kinds(play) == {"scans"}
    do_move(play.laptop.world, move_command(code, "let_go", "lan", "2026-11-23T08:50:00+07:00"))
    assert play.sync().done
    assert kinds(play) == {"sealed_scans"}
    play.close()
    play.back_up()
    assert play.sync().done
    play.laptop.world.clock.move_by(timedelta(days=3))
    assert erase(play) == 1
    assert kinds(play) == {"sealed_scans"}, "the laptop has not told yet"
    assert play.sync().done
    assert kinds(play) == set()


def test_the_result_that_is_carried_out_again_stays_until_it_is_handed_back(play):
    code, _ = play.receive("k1", SCAN)
    assert play.sync().done
    office = play.centre.world
    file = office.blobs.put(RESULT)
    for move, officer, at, details in (
        ("transfer", "pao", "08:40", {}),
        ("sign", "hoa", "08:45", {"result": "Giấy", "file": file}),
        ("hand_over", "lan", "08:50", {"to": f"node:{play.me}"}),
    ):
        at = f"2026-11-23T{at}:00+07:00"
        do_move(office, move_command(code, move, officer, at, **details))
    closed_and_due(play)
    play.back_up()
    assert play.sync().done
    assert erase(play) == 0
    assert play.blobs.get(file) == RESULT
    assert kinds(play) == {"scans", "sealed_scans"}
    at = "2026-11-26T08:50:00+07:00"
    do_move(play.laptop.world, move_command(code, "hand_back", "lan", at, to="Vàng Thị Dua"))
    assert play.sync().done
    play.back_up()
    assert play.sync().done
    assert erase(play) == 2
    assert not play.blobs.has(file)
    assert office.blobs.get(file) == RESULT
