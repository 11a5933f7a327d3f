"""A result is drafted, signed or sent back, issued; or it was made elsewhere and is here."""

from datetime import datetime

import pytest

from tests.worlds.lines import receive_command
from tests.worlds.memory import NA_SANG, staffed_centre
from tests.worlds.moving import do, history, row
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.people.add_officer import add_officer
from veban.core.dossiers.offer import moves_offered
from veban.core.dossiers.refusals import MoveTooEarly, SignerReceivedIt
from veban.core.dossiers.result import DraftNotSigned, IssuedOutside, NoDraft
from veban.core.dossiers.result_known import known_result
from veban.core.dossiers.state import fold
from veban.core.people.roles import Role
from veban.core.people.unit_settings import Mode

AT = "2026-11-23T{}:00+07:00"
FILE, OTHER = "ab" * 32, "cd" * 32


@pytest.fixture
def centre():
    return staffed_centre()


@pytest.fixture
def code(centre):
    made = receive_dossier(centre, receive_command())["code"]
    do(centre, made, "transfer", "lan", "09:10")
    return made


def offered(world, code, role, mode=Mode.FULL):
    return {move.name for move in moves_offered(fold(history(world, code)), {role}, mode)}


def test_the_clock_ends_when_the_result_is_issued_and_not_when_it_is_signed(centre, code):
    do(centre, code, "draft", "pao", "09:20", result="Giấy xác nhận", number="7/XN", file=FILE)
    assert row(centre, code).draft == "drafted"
    signed = do(centre, code, "sign_draft", "hoa", "09:30")
    assert signed["state"] == 4
    assert (row(centre, code).ended_at, row(centre, code).draft) == (None, "signed")
    assert do(centre, code, "issue", "lan", "09:40")["state"] == 9
    after = row(centre, code)
    assert after.ended_at == datetime.fromisoformat(AT.format("09:40"))
    assert after.draft is None
    known = known_result(history(centre, code))
    assert (known.name, known.number, known.file) == ("Giấy xác nhận", "7/XN", FILE)


def test_the_signed_file_takes_the_place_of_the_drafts_and_the_number_comes_last(centre, code):
    do(centre, code, "draft", "pao", "09:20", result="Giấy xác nhận", file=FILE)
    do(centre, code, "sign_draft", "hoa", "09:30", file=OTHER)
    do(centre, code, "issue", "pao", "09:40", number="8/XN")
    known = known_result(history(centre, code))
    assert (known.number, known.file) == ("8/XN", OTHER)


def test_a_draft_that_was_sent_back_is_drafted_anew_before_anybody_signs(centre, code):
    do(centre, code, "draft", "pao", "09:20", result="Giấy xác nhận")
    do(centre, code, "send_draft_back", "hoa", "09:30", reason="Sai năm sinh")
    assert row(centre, code).draft == "sent_back"
    with pytest.raises(NoDraft):
        do(centre, code, "sign_draft", "hoa", "09:40")
    do(centre, code, "draft", "pao", "09:50", result="Giấy xác nhận")
    do(centre, code, "sign_draft", "hoa", "10:00")
    do(centre, code, "issue", "pao", "10:10")
    assert row(centre, code).state == 9


def test_nothing_is_issued_that_nobody_signed(centre, code):
    with pytest.raises(DraftNotSigned):
        do(centre, code, "issue", "pao", "09:20")
    do(centre, code, "draft", "pao", "09:20", result="Giấy xác nhận")
    with pytest.raises(DraftNotSigned):
        do(centre, code, "issue", "pao", "09:30")
    do(centre, code, "send_draft_back", "hoa", "09:30", reason="Sai năm sinh")
    with pytest.raises(NoDraft):
        do(centre, code, "send_draft_back", "hoa", "09:40", reason="Sai tên")


def test_a_result_is_not_issued_earlier_than_it_was_signed(centre, code):
    do(centre, code, "draft", "pao", "09:20", result="Giấy xác nhận")
    do(centre, code, "sign_draft", "hoa", "09:40")
    with pytest.raises(MoveTooEarly):
        do(centre, code, "issue", "pao", "09:30")


def test_pages_offer_what_comes_next_of_a_draft(centre, code):
    assert {"sign"} == offered(centre, code, Role.SIGNER) & DRAFT_MOVES
    assert {"draft"} == offered(centre, code, Role.HANDLER) & DRAFT_MOVES
    do(centre, code, "draft", "pao", "09:20", result="Giấy xác nhận")
    assert offered(centre, code, Role.SIGNER) & DRAFT_MOVES == {"sign_draft", "send_draft_back"}
    do(centre, code, "sign_draft", "hoa", "09:30")
    assert offered(centre, code, Role.HANDLER) & DRAFT_MOVES == {"issue"}


DRAFT_MOVES = {"draft", "sign", "sign_draft", "send_draft_back", "issue"}


def test_signing_in_one_act_still_ends_the_clock(centre, code):
    assert do(centre, code, "sign", "hoa", "09:20", result="Giấy xác nhận")["state"] == 9


@pytest.fixture
def alone(centre):
    """A dossier that the only manager, who also signs, received."""
    add_officer(centre, "tam", "Hà Văn Tám", [Role.RECEIVER, Role.SIGNER, Role.MANAGER], NA_SANG)
    made = receive_dossier(centre, receive_command(officer="tam"))["code"]
    do(centre, made, "transfer", "tam", "09:10")
    return made


def test_a_manager_who_received_it_signs_only_with_a_reason_which_is_recorded(centre, alone):
    for given in ({}, {"override_reason": "   "}):
        with pytest.raises(SignerReceivedIt):
            do(centre, alone, "sign", "tam", "09:20", result="Giấy xác nhận", **given)
    why = "Cả xã chỉ còn một người trực"
    do(centre, alone, "sign", "tam", "09:20", result="Giấy xác nhận", override_reason=why)
    signed = history(centre, alone)[-1].event
    assert signed.overridden
    assert signed.person.override == why


def test_the_reason_covers_a_draft_and_a_correction_too(centre, alone):
    why = "Cả xã chỉ còn một người trực"
    do(centre, alone, "draft", "pao", "09:20", result="Giấy xác nhận")
    with pytest.raises(SignerReceivedIt):
        do(centre, alone, "sign_draft", "tam", "09:30")
    do(centre, alone, "sign_draft", "tam", "09:30", override_reason=why)
    do(centre, alone, "issue", "tam", "09:40")
    do(centre, alone, "find_fault", "tam", "09:50", reason="Sai tên", promised_on="2026-11-24")
    with pytest.raises(SignerReceivedIt):
        do(centre, alone, "correct", "tam", "10:00", result="Giấy xác nhận")
    do(centre, alone, "correct", "tam", "10:00", result="Giấy xác nhận", override_reason=why)
    assert [
        s.event.overridden for s in history(centre, alone) if hasattr(s.event, "overridden")
    ] == [
        True,
        True,
    ]


def test_a_reason_does_not_help_a_receiver_who_is_no_manager(centre):
    add_officer(centre, "tam", "Hà Văn Tám", [Role.RECEIVER, Role.SIGNER], NA_SANG)
    made = receive_dossier(centre, receive_command(officer="tam"))["code"]
    do(centre, made, "transfer", "tam", "09:10")
    with pytest.raises(SignerReceivedIt):
        do(centre, made, "sign", "tam", "09:20", result="Giấy", override_reason="Vắng người")


def test_a_reason_that_nobody_needs_is_not_recorded(centre, code):
    do(centre, code, "sign", "hoa", "09:20", result="Giấy xác nhận", override_reason="Thừa")
    signed = history(centre, code)[-1].event
    assert not signed.overridden
    assert signed.person.override is None


def test_a_result_made_elsewhere_ends_the_clock_when_that_system_issued_it(centre, code):
    answer = do(
        centre, code, "result_here", "lan", "10:00",
        result="Giấy khai sinh", issued_at=AT.format("09:30"), number="7/KS",
    )  # fmt: skip
    assert answer["state"] == 9
    assert row(centre, code).ended_at == datetime.fromisoformat(AT.format("09:30"))
    assert known_result(history(centre, code)).number == "7/KS"


@pytest.mark.parametrize("issued", ["08:00", "10:30"])
def test_a_result_is_not_issued_before_the_reception_or_after_it_came(centre, code, issued):
    with pytest.raises(IssuedOutside):
        do(
            centre, code, "result_here", "lan", "10:00",
            result="Giấy khai sinh", issued_at=AT.format(issued),
        )  # fmt: skip


def test_a_companion_desk_is_offered_only_what_happens_there(centre, code):
    everything = set().union(*(offered(centre, code, role, Mode.COMPANION) for role in Role))
    assert everything == {
        "result_here", "withdraw", "hand_over", "pass_on", "keep", "let_go", "reclaim",
        "link_code", "seen", "tell", "attach_scan",
    }  # fmt: skip
    do(centre, code, "result_here", "lan", "10:00", result="Giấy khai sinh")
    receiver = offered(centre, code, Role.RECEIVER, Mode.COMPANION)
    assert {"hand_back", "find_fault", "not_handed_back", "hand_over"} <= receiver
