"""Importing national records: once, by any code, in any order, never refused for a state."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.worlds.lines import move_command, receive_command
from tests.worlds.memory import carry, joined_laptop, memory_world, staffed_centre
from tests.worlds.records import BACK, DONE, exported, record, take, take_all, the_one
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.erase import erase_dossier
from veban.actions.dossiers.import_records import Imported
from veban.actions.dossiers.link_code import link_code
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.dossiers.release import accept_releases, release_ready
from veban.actions.dossiers.settle import settle_messages
from veban.actions.numbers.lease import renew_lane
from veban.actions.once import Decided, once
from veban.actions.ports import Step
from veban.core.dossiers.codes import DossierState
from veban.core.dossiers.refusals import AlreadyThere
from veban.core.dossiers.rows import CodeRow, DossierRow
from veban.core.nodes.events import NodeInvited, NodeJoined, NodeKind, node_stream
from veban.core.nodes.rows import node_rows

CODE = record()["MaHoSo"]


@pytest.fixture
def centre():
    return staffed_centre()


def rows(world, kind=DossierRow):
    journal = world.journal
    return [r for s in journal.streams() for r in journal.rows(s) if isinstance(r, kind)]


def row(world) -> DossierRow:
    [found] = rows(world)
    return found


def entries(world) -> int:
    return world.journal.verify()[0]


def do(world, code, move, officer, **details):
    world.clock.move_by(timedelta(minutes=1))
    return do_move(world, move_command(code, move, officer, world.clock.at.isoformat(), **details))


def test_an_open_record_of_ours_is_work_and_can_be_moved(centre):
    assert take(centre, record(TrangThaiHoSo=1, NgayTiepNhan=None)) == Imported(new=1)
    assert (row(centre).holder, row(centre).state) == ("centre", 1)
    for move, officer in (("accept", "lan"), ("transfer", "lan")):
        do(centre, CODE, move, officer)
    do(centre, CODE, "sign", "hoa", result="Giấy xác nhận")
    assert do(centre, CODE, "hand_back", "lan", to="Lò Văn Pâng")["state"] == 10
    assert the_one(centre)["TrangThaiHoSo"] == 10
    assert the_one(centre)["NgayTra"] == "2026-11-23T09:04:00+07:00"


@pytest.mark.parametrize("state", [3, 7, 8, 10])
def test_a_closed_record_is_history_that_nobody_holds(centre, state):
    take(centre, record(TrangThaiHoSo=state))
    assert row(centre).holder is None


def test_a_record_is_not_passed_on_to_the_unit_where_it_is(centre):
    take(centre, record())
    with pytest.raises(AlreadyThere):
        do(centre, row(centre).code, "pass_on", "pao", to_unit="03172")


def test_work_of_another_unit_is_known_but_not_held(centre):
    take(centre, record(DonViXuLy="03175"))
    assert row(centre).holder is None


def test_a_province_holds_the_open_records_of_all_its_units():
    province = memory_world("province", NodeKind.PROVINCE)
    take(province, record(), record(MaHoSo="X", DonViXuLy="24-khong-co"))
    assert sorted(str(r.holder) for r in rows(province)) == ["None", "province"]


def test_an_equal_record_again_is_the_same_and_writes_nothing(centre):
    take(centre, record())
    before = entries(centre)
    assert take(centre, record()) == Imported(same=1)
    assert entries(centre) == before


def test_a_changed_record_is_one_new_version(centre):
    take(centre, record())
    before = entries(centre)
    assert take(centre, record(**DONE)) == Imported(updated=1)
    assert entries(centre) == before + 1
    assert (row(centre).state, the_one(centre)["TrangThaiHoSo"]) == (9, 9)


def test_a_record_that_closes_leaves_the_inbox(centre):
    take(centre, record())
    take(centre, record(**BACK))
    assert row(centre).holder is None


def test_one_record_makes_one_entry(centre):
    before = entries(centre)
    take(centre, *(record(MaHoSo=f"X-{n}") for n in range(450)))
    assert entries(centre) == before + 450


def test_a_corrected_name_counts_though_nothing_dates_it(centre):
    take(centre, record())
    take(centre, record(ChuHoSo="Lò Văn Pánh"))
    assert row(centre).full_name == "Lò Văn Pánh"
    assert take(centre, record()) == Imported(updated=1)
    assert row(centre).full_name == "Lò Văn Pâng"


def test_a_file_with_two_versions_imported_again_changes_nothing(centre):
    file = [record(ChuHoSo="Lò Văn Pánh"), record(MaHoSo="Y"), record()]
    assert take(centre, *file) == Imported(new=2, updated=1)
    assert take(centre, *file) == Imported(same=3)
    assert take(centre, *file[:2]) == Imported(updated=1, same=1)


def test_an_older_file_imported_later_turns_nothing_back(centre):
    take(centre, record(**BACK))
    assert take(centre, record()) == Imported(updated=1)
    assert take(centre, record()) == Imported(same=1)
    assert (row(centre).state, row(centre).holder) == (10, None)
    assert the_one(centre)["NgayTra"] == BACK["NgayTra"]


LIFE = [
    record(TrangThaiHoSo=1, NgayTiepNhan=None),
    record(TrangThaiHoSo=2),
    record(),
    record(
        TrangThaiHoSo=5,
        DanhSachHoSoBoSung=[{"HoSoBoSungId": "1", "NgayBoSung": "2026-11-17T08:00:00+07:00"}],
    ),
    record(**DONE, GhiChu="Xong"),
    record(**BACK),
]


@given(st.lists(st.sampled_from(LIFE), max_size=4), st.lists(st.sampled_from(LIFE), max_size=4))
@settings(max_examples=60)
def test_the_order_of_files_never_matters(one, other):
    files = (one, other)
    answers = []
    for first, second in (files, files[::-1]):
        world = staffed_centre()
        take(world, *first)
        take(world, *second)
        assert take(world, *first, *second) == Imported(same=len(first) + len(second))
        answers.append([replace(r, stream="", version=0) for r in rows(world)])
        answers.append(exported(world))
    assert answers[:2] == answers[2:]


def test_refused_lines_are_told_and_the_others_go_on(centre):
    lines = [record(), [], record(MaHoSo=""), record(MaHoSo="Y", TrangThaiHoSo=11)]
    counts, problems = take_all(centre, lines)
    assert counts == Imported(new=1, refused=3)
    assert [(p.line, p.refusal.code, p.code) for p in problems] == [
        (2, "input.wrong", None),
        (3, "input.wrong", ""),
        (4, "input.wrong", "Y"),
    ]


def test_a_clock_set_back_refuses_the_file_and_writes_nothing(centre):
    take(centre, record())
    before = entries(centre)
    centre.clock.move_by(timedelta(days=-3))
    with pytest.raises(Exception, match="clock"):
        take(centre, record(MaHoSo="Y"))
    assert entries(centre) == before


# A dossier received here.


@pytest.fixture
def code(centre):
    return receive_dossier(centre, receive_command())["code"]


@pytest.mark.parametrize("state", list(DossierState))
def test_a_fact_seen_elsewhere_is_taken_in_every_state(centre, code, state):
    link_code(centre, code, "dvcqg", CODE)
    for seen in DossierState:
        take(centre, record(TrangThaiHoSo=int(seen), GhiChu=f"sau {state}"))
    counts = take(centre, record(TrangThaiHoSo=int(state), NgayTra="2026-12-01T08:00:00+07:00"))
    assert counts == Imported(updated=1)
    assert row(centre).state == int(state)


def test_a_record_of_our_reception_is_found_by_our_code(centre, code):
    assert take(centre, record(MaHoSo=code, **DONE)) == Imported(updated=1)
    assert (row(centre).state, row(centre).holder) == (9, "centre")


def test_unknown_keys_of_a_record_of_ours_are_exported_again(centre, code):
    take(centre, record(MaHoSo=code, GhiChu="Từ Cổng", KhoaLa={"b": 1, "a": [2]}))
    assert the_one(centre)["KhoaLa"] == {"a": [2], "b": 1}
    assert the_one(centre)["code"] == code


def test_a_code_linked_before_its_record_comes_finds_the_dossier(centre, code):
    linked = link_code(centre, code, "dvcqg", CODE)
    assert linked == {"code": code, "official_codes": [CODE], "state": 2}
    assert take(centre, record(**DONE)) == Imported(updated=1)
    assert (row(centre).code, row(centre).state) == (code, 9)


def test_a_code_linked_after_its_record_came_brings_the_record_along(centre, code):
    take(centre, record(**DONE))
    linked = link_code(centre, code, "dvcqg", CODE)
    assert linked["official_codes"] == [CODE]
    assert (row(centre).code, row(centre).state) == (code, 9)
    assert the_one(centre)["MaHoSo"] == CODE
    assert take(centre, record(**DONE)) == Imported(same=1)


def test_linking_a_code_twice_writes_one_entry(centre, code):
    link_code(centre, code, "dvcqg", CODE)
    before = entries(centre)
    assert link_code(centre, CODE, "dvcqg", CODE)["official_codes"] == [CODE]
    assert entries(centre) == before


def test_two_records_that_share_a_code_are_one_dossier(centre):
    take(centre, record(), record(MaHoSo="mc-1", **DONE))
    take(centre, record(official_codes=[CODE, "mc-1"], **BACK))
    assert row(centre).state == 10
    assert {r.code for r in rows(centre, CodeRow)} == {CODE, "mc-1"}
    assert the_one(centre)["official_codes"] == [CODE, "mc-1"]


def test_two_receptions_under_one_official_code_stay_two(centre, code):
    other = receive_dossier(centre, receive_command("k2"))["code"]
    link_code(centre, code, "dvcqg", CODE)
    link_code(centre, other, "dvcqg", CODE)
    assert {r.code for r in rows(centre)} == {code, other}


def test_our_own_export_imported_again_is_the_same(centre, code):
    link_code(centre, code, "dvcqg", CODE)
    old = the_one(centre)
    do(centre, code, "transfer", "lan")
    do(centre, code, "sign", "hoa", result="Giấy xác nhận")
    before = entries(centre)
    assert take(centre, the_one(centre), old) == Imported(same=2)
    assert entries(centre) == before
    assert row(centre).contradiction is None


def test_an_erased_record_stays_erased_when_it_comes_again(centre):
    take(centre, record(**BACK))
    erase_dossier(centre, CODE, "minh", "Luật 91/2025/QH15")
    before = entries(centre)
    assert take(centre, record(**BACK)) == Imported(same=1)
    assert entries(centre) == before
    assert "Pâng" not in exported(centre)[0]


def test_erasing_reaches_the_stream_that_a_record_came_from(centre, code):
    take(centre, record(**DONE))
    link_code(centre, code, "dvcqg", CODE)
    erase_dossier(centre, code, "minh", "Luật 91/2025/QH15")
    persons = [e.person for e in centre.journal.chain("centre") if e.header.stream[:4] == "doss"]
    assert persons and set(map(str, persons)) == {"None"}


# Another node holds the dossier.


@pytest.fixture
def laptop(centre):
    world = joined_laptop(centre)
    carry(centre, world)
    return world


def test_a_record_of_a_dossier_held_elsewhere_becomes_one_message(centre, laptop, code):
    carry(centre, laptop)
    assert take(laptop, record(MaHoSo=code, **DONE)) == Imported(updated=1)
    assert take(laptop, record(MaHoSo=code, **DONE)) == Imported(same=1)
    carry(laptop, centre)
    assert settle_messages(centre) == 1
    assert row(centre).state == 9
    assert the_one(centre)["TenTTHC"] == record()["TenTTHC"]


def test_a_fact_is_taken_though_the_officer_is_unknown_here_and_the_clock_ahead(centre, code):
    laptop = memory_world("laptop", NodeKind.FIELD)
    carry(centre, laptop)
    laptop.clock.at = centre.clock.at + timedelta(hours=5)
    link_code(laptop, code, "dvcqg", CODE)
    seen = {"state": 9, "seen_at": "2026-11-23T13:00:00+07:00", "source": "tay", "system": "mc"}
    do(laptop, code, "seen", "lan", **seen)
    carry(laptop, centre)
    assert settle_messages(centre) == 2
    assert (row(centre).state, the_one(centre)["MaHoSo"]) == (9, CODE)


def test_a_fact_about_history_is_settled_by_the_centre(centre):
    take(centre, record(**BACK))
    laptop = memory_world("laptop", NodeKind.FIELD)
    carry(centre, laptop)
    assert link_code(laptop, CODE, "mc", "mc-1")["state"] == "sent"
    carry(laptop, centre)
    assert settle_messages(centre) == 1
    assert the_one(centre)["official_codes"] == [CODE, "mc-1"]


@pytest.fixture
def numbered(centre, laptop):
    """The laptop after it joined: it has numbers of its own."""
    keys = (laptop.keys.public_key, laptop.keys.recipient)
    invited = NodeInvited("laptop", "Máy 2", "03172", ("lan",))
    stream = node_stream("laptop")
    step = Step(stream, 0, [invited, NodeJoined("laptop", *keys)], centre.clock.now(), "node")
    once(centre, "join", "join", lambda _: Decided([step], {}))
    renew_lane(centre, node_rows(stream, centre.journal.history(stream))[0])
    carry(centre, laptop)
    return laptop


def test_a_record_that_came_before_the_laptop_did_goes_into_its_reception(centre, numbered):
    village = {"kind": "village", "village": "Na Pheo"}
    code = receive_dossier(numbered, receive_command(place=village))["code"]
    take(centre, record(MaHoSo=code, **DONE))
    carry(numbered, centre)
    settle_messages(centre)
    assert (row(centre).code, row(centre).holder) == (code, "laptop")
    carry(centre, numbered)
    assert settle_messages(numbered) == 1
    assert row(numbered).state == 9
    release_ready(numbered, "centre")
    carry(numbered, centre)
    accept_releases(centre)
    assert (row(centre).state, row(centre).holder) == (9, "centre")
    assert the_one(centre) == the_one(numbered)


def test_a_later_record_that_denies_what_we_decided_wins_and_is_shown(centre):
    take(centre, record())
    do(centre, CODE, "sign", "hoa", result="Giấy xác nhận")
    asked = [{"NgayBoSung": "2026-11-24T08:00:00+07:00"}]
    take(centre, record(TrangThaiHoSo=5, DanhSachHoSoBoSung=asked))
    assert (row(centre).state, row(centre).contradiction) == (5, 9)
    do(centre, CODE, "take_supplement", "lan", papers=[{"name": "Bản sao"}])
    assert (row(centre).state, row(centre).contradiction) == (4, None)


def test_our_hand_back_of_a_record_that_is_done_is_no_contradiction(centre):
    take(centre, record(**DONE))
    do(centre, CODE, "hand_back", "lan", to="Lò Văn Pâng")
    take(centre, record(**DONE, GhiChu="Đã ký số"))
    assert (row(centre).state, row(centre).contradiction) == (10, None)
    assert the_one(centre)["GhiChu"] == "Đã ký số"


def test_a_record_overtakes_what_somebody_saw_before_it_came(centre):
    take(centre, record())
    seen = {"state": 6, "seen_at": "2026-11-23T09:00:00+07:00", "source": "tay", "system": "mc"}
    do(centre, CODE, "seen", "lan", **seen)
    assert row(centre).state == 6
    centre.clock.move_by(timedelta(hours=1))
    take(centre, record(GhiChu="Đã nộp tiền"))
    assert row(centre).state == 4
