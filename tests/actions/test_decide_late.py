"""What came too late is decided once, by a leader, with both sides kept."""

import pytest

from tests.actions.joining import join_laptop
from tests.worlds.lines import move_command, receive_command
from tests.worlds.memory import carry, staffed_centre
from veban.actions.dossiers.decide_late import LateDecision, decide_late
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.dossiers.settle import settle_messages
from veban.actions.nodes.report_lost import LostReport, report_lost
from veban.core.dossiers.codes import DossierState
from veban.core.dossiers.late import LateNotRepeatable, LateReasonMissing, LateUnknown
from veban.core.dossiers.refusals import MoveNotAllowed
from veban.core.dossiers.state import fold
from veban.core.people.officers import OfficerLacksRole

AT = "2026-11-23T08:40:00+07:00"


@pytest.fixture
def lost():
    """A centre that reclaimed a dossier, and what its laptop did with it meanwhile."""
    centre = staffed_centre()
    laptop = join_laptop(centre, "laptop")
    code = receive_dossier(laptop, receive_command("l1"))["code"]
    carry(laptop, centre)
    answer = report_lost(centre, LostReport("r1", "laptop", "minh"))
    assert answer["reclaimed"] == [code]
    do_move(laptop, move_command(code, "withdraw", "lan", AT, reason="Xin rút hồ sơ."))
    late = list(laptop.journal.chain("laptop"))[-1]
    carry(laptop, centre)
    return centre, code, late


def dossier(centre, late):
    return fold(centre.journal.history(late.header.stream))


def test_a_step_of_a_reclaimed_dossier_waits_and_changes_nothing(lost):
    centre, _, late = lost
    found = dossier(centre, late)
    assert (found.state, found.holder) == (DossierState.RECEIVED, "centre")
    assert centre.journal.entry(late.hash) == late


def test_a_leader_takes_it_over_as_its_officer_did_it(lost):
    centre, _, late = lost
    decision = LateDecision("d1", late.hash, "minh", take=True)
    assert decide_late(centre, decision) == decide_late(centre, decision)
    found = dossier(centre, late)
    assert (found.state, found.decided_late) == (DossierState.WITHDRAWN, {late.hash})
    step = centre.journal.history(late.header.stream)[-2]
    assert (step.header.actor, step.event.person.text) == ("lan", "Xin rút hồ sơ.")
    with pytest.raises(LateUnknown):
        decide_late(centre, LateDecision("d2", late.hash, "minh", take=False, reason="Thôi"))


def test_a_leader_sets_it_aside_with_a_reason(lost):
    centre, _, late = lost
    with pytest.raises(LateReasonMissing):
        decide_late(centre, LateDecision("d1", late.hash, "minh", take=False, reason=" "))
    decide_late(centre, LateDecision("d2", late.hash, "minh", take=False, reason="Đã nộp lại."))
    found = dossier(centre, late)
    assert (found.state, found.decided_late) == (DossierState.RECEIVED, {late.hash})
    assert centre.journal.entry(late.hash) == late


def test_only_a_leader_decides(lost):
    centre, _, late = lost
    with pytest.raises(OfficerLacksRole):
        decide_late(centre, LateDecision("d1", late.hash, "lan", take=True))


def test_what_is_no_longer_possible_is_not_taken_over(lost):
    centre, code, late = lost
    ended = move_command(code, "withdraw", "lan", "2026-11-23T09:00:00+07:00", reason="Đã rút.")
    do_move(centre, ended)
    with pytest.raises(MoveNotAllowed):
        decide_late(centre, LateDecision("d1", late.hash, "minh", take=True))


def test_what_is_no_move_can_only_be_set_aside():
    centre = staffed_centre()
    laptop = join_laptop(centre, "laptop")
    code = receive_dossier(laptop, receive_command("l1"))["code"]
    carry(laptop, centre)
    report_lost(centre, LostReport("r1", "laptop", "minh"))
    do_move(laptop, move_command(code, "keep", "lan", AT))
    late = list(laptop.journal.chain("laptop"))[-1]
    carry(laptop, centre)
    with pytest.raises(LateNotRepeatable):
        decide_late(centre, LateDecision("d1", late.hash, "minh", take=True))
    decide_late(centre, LateDecision("d2", late.hash, "minh", take=False, reason="Máy đã mất."))


def test_what_counts_already_is_not_late(lost):
    centre, _, late = lost
    first = centre.journal.history(late.header.stream)[0]
    with pytest.raises(LateUnknown):
        decide_late(centre, LateDecision("d1", first.hash, "minh", take=True))


def test_an_unknown_hash_is_refused(lost):
    centre, _, _ = lost
    with pytest.raises(LateUnknown):
        decide_late(centre, LateDecision("d1", "0" * 64, "minh", take=True))


def test_a_refused_message_is_taken_over_once_it_fits():
    centre = staffed_centre()
    laptop = join_laptop(centre, "laptop")
    code = receive_dossier(centre, receive_command("c1"))["code"]
    carry(centre, laptop)
    do_move(laptop, move_command(code, "hand_back", "lan", AT, to="Vàng Thị Dua"))
    late = list(laptop.journal.chain("laptop"))[-1]
    carry(laptop, centre)
    settle_messages(centre)
    decision = LateDecision("d1", late.hash, "minh", take=True)
    with pytest.raises(MoveNotAllowed):
        decide_late(centre, decision)
    for move, officer, at in (("transfer", "pao", "08:50"), ("sign", "hoa", "08:55")):
        more = {"result": "Giấy"} if move == "sign" else {}
        do_move(centre, move_command(code, move, officer, f"2026-11-23T{at}:00+07:00", **more))
    decide_late(centre, decision)
    sent = centre.journal.history(late.header.stream)[0].event
    found = fold(centre.journal.history(sent.dossier))
    assert found.state is DossierState.RETURNED
