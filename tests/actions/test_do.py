"""Moves: from received to handed back, with the clock, the roles and the holder."""

import pytest

from tests.actions.joining import join_laptop
from tests.worlds.lines import receive_command
from tests.worlds.memory import carry, staffed_centre
from tests.worlds.moving import do, row
from veban.actions.dossiers.erase import erase_dossier
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.dossiers.release import accept_releases, release_ready
from veban.actions.dossiers.settle import settle_messages
from veban.actions.people.add_officer import add_officer
from veban.core.dossiers.refusals import (
    MoveNotAllowed,
    MoveTooEarly,
    MoveUnknown,
    ReappointedTooLate,
    SecondReappointment,
    SecondSupplement,
    SignerReceivedIt,
)
from veban.core.people.officers import OfficerLacksRole
from veban.core.people.roles import Role


@pytest.fixture
def centre():
    return staffed_centre()


@pytest.fixture
def code(centre):
    return receive_dossier(centre, receive_command())["code"]


def test_a_dossier_goes_from_the_desk_to_the_hand(centre, code):
    assert do(centre, code, "transfer", "lan", "2026-11-23T09:10:00+07:00")["state"] == 4
    signed = do(centre, code, "sign", "hoa", "2026-11-25T09:00:00+07:00", result="Giấy xác nhận")
    assert signed["state"] == 9
    back = do(centre, code, "hand_back", "lan", "2026-11-26T08:00:00+07:00", to="Vàng Thị Dua")
    assert back["state"] == 10
    assert row(centre, code).ended_at == row(centre, code).ended_at is not None


def test_waiting_for_the_citizen_gives_the_days_back(centre, code):
    do(centre, code, "transfer", "lan", "2026-11-23T09:10:00+07:00")
    asked = do(
        centre,
        code,
        "request_supplement",
        "pao",
        "2026-11-25T09:00:00+07:00",
        papers=["Giấy tờ tùy thân"],
        reason="Chưa có",
    )
    assert asked["state"] == 5
    taken = do(
        centre,
        code,
        "take_supplement",
        "lan",
        "2026-11-27T09:00:00+07:00",
        papers=[{"name": "Giấy tờ tùy thân"}],
    )
    assert taken["state"] == 4
    assert taken["due_at"] == "2026-12-01T17:00:00+07:00"


def test_a_second_supplement_needs_a_leader(centre, code):
    ask = {"papers": ["Bản sao"], "reason": "Chưa có"}
    do(centre, code, "request_supplement", "pao", "2026-11-23T10:00:00+07:00", **ask)
    do(centre, code, "take_supplement", "lan", "2026-11-23T11:00:00+07:00", papers=[{"name": "A"}])
    with pytest.raises(SecondSupplement):
        do(centre, code, "request_supplement", "pao", "2026-11-23T14:00:00+07:00", **ask)
    ordered = do(centre, code, "request_supplement", "minh", "2026-11-23T14:00:00+07:00", **ask)
    assert ordered["state"] == 5
    assert row(centre, code).supplements == 2


def test_nobody_signs_what_he_received(centre):
    add_officer(centre, "hoa", "Nguyễn Thị Hoa", [Role.RECEIVER, Role.SIGNER], "03172")
    code = receive_dossier(centre, receive_command(officer="hoa"))["code"]
    do(centre, code, "transfer", "hoa", "2026-11-23T09:10:00+07:00")
    with pytest.raises(SignerReceivedIt):
        do(centre, code, "sign", "hoa", "2026-11-23T10:00:00+07:00", result="Giấy")


def test_a_dossier_is_reappointed_once_and_before_its_date(centre, code):
    new = {"due_at": "2026-12-02T17:00:00+07:00", "reason": "Chờ xác minh"}
    moved = do(centre, code, "reappoint", "pao", "2026-11-26T09:00:00+07:00", **new)
    assert moved["due_at"] == new["due_at"]
    with pytest.raises(SecondReappointment):
        do(centre, code, "reappoint", "pao", "2026-11-26T10:00:00+07:00", **new)
    other = receive_dossier(centre, receive_command("k2", received_at="2026-11-23T08:00:00+07:00"))
    with pytest.raises(ReappointedTooLate):
        do(centre, other["code"], "reappoint", "pao", "2026-11-30T09:00:00+07:00", **new)


def test_moves_obey_state_role_and_time(centre, code):
    with pytest.raises(MoveNotAllowed):
        do(centre, code, "sign", "hoa", "2026-11-23T09:10:00+07:00", result="Giấy")
    with pytest.raises(OfficerLacksRole):
        do(centre, code, "transfer", "hoa", "2026-11-23T09:10:00+07:00")
    with pytest.raises(MoveTooEarly):
        do(centre, code, "transfer", "lan", "2026-11-23T08:00:00+07:00")
    with pytest.raises(MoveUnknown):
        do(centre, code, "teleport", "lan", "2026-11-23T09:10:00+07:00")


def test_a_code_given_elsewhere_finds_the_dossier_in_every_state(centre, code):
    do(centre, code, "withdraw", "lan", "2026-11-23T09:10:00+07:00", reason="Không cần nữa")
    linked = do(
        centre,
        code,
        "link_code",
        "lan",
        "2026-11-23T09:20:00+07:00",
        system="mot-cua",
        official="H18.3-261123-0042",
    )
    assert linked["state"] == 7
    again = do(
        centre,
        "H18.3-261123-0042",
        "link_code",
        "lan",
        "2026-11-23T09:30:00+07:00",
        system="dvcqg",
        official="000.00.19.H18-261123-0007",
    )
    assert again["code"] == "H18.3-261123-0042"


@pytest.fixture
def laptop(centre):
    return join_laptop(centre, "laptop")


def test_a_laptop_receives_with_numbers_of_its_own_lane(laptop):
    village = {"kind": "village", "village": "Na Pheo"}
    answer = receive_dossier(laptop, receive_command(place=village))
    assert answer["code"] == "H18.03.172-261123-0001"


def test_what_the_laptop_lets_go_the_centre_holds(centre, laptop):
    code = receive_dossier(laptop, receive_command())["code"]
    assert release_ready(laptop, "centre") == 1
    assert row(laptop, code).holder is None
    carry(laptop, centre)
    assert accept_releases(centre) == 1
    assert row(centre, code).holder == "centre"
    assert do(centre, code, "transfer", "lan", "2026-11-23T10:00:00+07:00")["state"] == 4


def test_a_dossier_kept_on_the_laptop_stays_there(centre, laptop):
    code = receive_dossier(laptop, receive_command())["code"]
    do(laptop, code, "keep", "lan", "2026-11-23T09:30:00+07:00")
    assert release_ready(laptop, "centre") == 0
    do(laptop, code, "let_go", "lan", "2026-11-23T09:40:00+07:00")
    assert release_ready(laptop, "centre") == 1


def handed_back_in_the_village(centre, laptop):
    code = receive_dossier(laptop, receive_command())["code"]
    release_ready(laptop, "centre")
    carry(laptop, centre)
    accept_releases(centre)
    do(centre, code, "transfer", "lan", "2026-11-23T10:00:00+07:00")
    do(centre, code, "sign", "hoa", "2026-11-25T10:00:00+07:00", result="Giấy xác nhận")
    carry(centre, laptop)
    sent = do(laptop, code, "hand_back", "lan", "2026-11-26T10:00:00+07:00", to="Vàng Thị Dua")
    assert sent == {"key": sent["key"], "code": code, "state": "sent"}
    return code


def test_a_hand_back_in_the_village_reaches_the_holder_as_of_its_time(centre, laptop):
    code = handed_back_in_the_village(centre, laptop)
    carry(laptop, centre)
    assert settle_messages(centre) == 1
    done = row(centre, code)
    assert (done.state, done.returned_at.isoformat()) == (10, "2026-11-26T03:00:00+00:00")


def test_a_message_twice_is_one_hand_back(centre, laptop):
    handed_back_in_the_village(centre, laptop)
    carry(laptop, centre)
    settle_messages(centre)
    entries, _ = centre.journal.verify()
    carry(laptop, centre)
    assert settle_messages(centre) == 0
    assert centre.journal.verify() == (entries, [])


def test_a_message_that_is_refused_stays_with_its_code(centre, laptop):
    code = handed_back_in_the_village(centre, laptop)
    do(centre, code, "hand_back", "lan", "2026-11-26T09:00:00+07:00", to="Người khác")
    carry(laptop, centre)
    settle_messages(centre)
    settled = [r for r in centre.journal.rows(row(centre, code).stream) if hasattr(r, "refused")]
    assert [r.refused for r in settled] == ["dossier.move_not_allowed"]


def test_erasing_removes_the_person_everywhere_and_moves_no_figure(centre, laptop):
    code = handed_back_in_the_village(centre, laptop)
    carry(laptop, centre)
    settle_messages(centre)
    before = row(centre, code)
    centre.clock.move_to("2026-11-27T08:00:00+07:00")
    erase_dossier(centre, code, "admin", "91/2025/QH15")
    carry(centre, laptop)
    for world in (centre, laptop):
        after = row(world, code)
        assert (after.full_name, after.search, after.tracking) == (None, None, None)
        texts = [str(e.person) for n in world.journal.chains() for e in world.journal.chain(n)]
        assert not any("Dua" in text for text in texts)
        assert world.journal.verify()[1] == []
        assert world.journal.rebuild()[1]
    assert (row(centre, code).state, row(centre, code).due_at) == (before.state, before.due_at)


def test_a_leader_takes_a_dossier_back_from_a_lost_laptop(centre, laptop):
    code = receive_dossier(laptop, receive_command())["code"]
    do(laptop, code, "keep", "lan", "2026-11-23T09:30:00+07:00")
    carry(laptop, centre)
    assert row(centre, code).holder == "laptop"
    with pytest.raises(OfficerLacksRole):
        do(centre, code, "reclaim", "lan", "2026-11-24T08:00:00+07:00", reason="Mất máy")
    do(centre, code, "reclaim", "minh", "2026-11-24T08:00:00+07:00", reason="Mất máy")
    assert row(centre, code).holder == "centre"
    assert do(centre, code, "transfer", "lan", "2026-11-24T08:10:00+07:00")["state"] == 4


def test_what_a_lost_laptop_wrote_late_is_kept_beside_and_changes_nothing(centre, laptop):
    code = receive_dossier(laptop, receive_command())["code"]
    carry(laptop, centre)
    withdrawn = do(
        laptop, code, "withdraw", "lan", "2026-11-23T10:00:00+07:00", reason="Không cần nữa"
    )
    assert withdrawn["state"] == 7
    do(centre, code, "reclaim", "minh", "2026-11-24T08:00:00+07:00", reason="Mất máy")
    do(centre, code, "transfer", "lan", "2026-11-24T08:10:00+07:00")
    carry(laptop, centre)
    assert row(centre, code).state == 4
    assert [entry.header.type for entry in centre.journal.unplaced()] == ["DossierEnded"]
    assert centre.journal.verify()[1] == []


def test_a_message_about_a_dossier_on_its_way_waits_for_its_holder(centre, laptop):
    code = receive_dossier(laptop, receive_command())["code"]
    release_ready(laptop, "centre")
    sent = do(laptop, code, "withdraw", "lan", "2026-11-23T10:00:00+07:00", reason="Không cần nữa")
    assert sent["state"] == "sent"
    carry(laptop, centre)
    accept_releases(centre)
    assert settle_messages(centre) == 1
    assert row(centre, code).state == 7
