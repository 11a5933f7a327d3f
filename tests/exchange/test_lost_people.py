"""The report on a lost laptop names everybody who was on it: dossiers, records and rosters."""

from datetime import timedelta

import pytest

from tests.exchange.scanning import SCAN, Scanning
from tests.worlds.lines import move_command
from tests.worlds.records import record, take
from veban.actions.dossiers.do import do_move
from veban.actions.rounds.lay_roster import LayRoster, lay_round_roster
from veban.actions.rounds.retain import erase_rosters
from veban.actions.slips.lost_report import gather_lost
from veban.core.rounds.roster import RosterPerson

PAO = RosterPerson("p1", "Sùng A Páo", "1950", "M", "Na Pheo", "12", ("disabled",))
DO = RosterPerson("p2", "Mùa Thị Dợ", "1961", "F", "Na Pheo", "12")
LIA = RosterPerson("p3", "Vàng Thị Lia", "1990", "F", "Na Pheo", "13")


@pytest.fixture
def play(tmp_path):
    return Scanning(tmp_path)


def lost(play):
    return gather_lost(play.centre.world, play.centre.book, play.me)


def lay(play, *people):
    lay_round_roster(play.centre.world, LayRoster(play.round, people))
    assert play.sync().done


def test_the_people_of_the_roster_are_named_those_of_an_earlier_edition_too(play):
    lay(play, PAO, DO)
    play.receive("k1", SCAN)
    lay(play, DO, LIA)
    report = lost(play)
    assert [(one.code[:3], one.full_name) for one in report.exposed][1:] == [
        ("", "Sùng A Páo"),
        ("", "Mùa Thị Dợ"),
        ("", "Vàng Thị Lia"),
    ]
    assert report.exposed[0].code
    assert report.exposed[1].kinds == {"roster", "groups"}
    assert report.exposed[2].kinds == {"roster"}
    assert report.erased_of_rosters == 0


def test_a_roster_that_never_went_down_was_not_on_the_laptop(play):
    lay_round_roster(play.centre.world, LayRoster(play.round, [PAO]))
    assert lost(play).exposed == ()


def test_an_erased_roster_is_counted_since_the_laptop_may_still_have_it(play):
    lay(play, PAO, DO)
    play.close()
    play.centre.world.clock.move_by(timedelta(days=3))
    assert play.sync().done
    play.back_up()
    rows = play.centre.world.journal.rows(f"round/{play.round}")
    assert erase_rosters(play.centre, rows) == 1
    report = lost(play)
    assert (report.exposed, report.erased_of_rosters) == ((), 2)


def test_an_imported_record_that_is_carried_out_is_named_by_its_owner(play):
    office = play.centre.world
    take(office, record())
    code = record()["MaHoSo"]
    hand_over = {"to": f"node:{play.me}"}
    do_move(
        office, move_command(code, "hand_over", "lan", "2026-11-23T08:40:00+07:00", **hand_over)
    )
    assert lost(play).exposed == ()
    assert play.sync().done
    (person,) = lost(play).exposed
    assert (person.code, person.full_name) == (code, "Lò Văn Pâng")
    assert person.kinds == {"identity", "record"}
