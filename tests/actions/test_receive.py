"""Receiving a dossier, at the desk and in a village."""

from datetime import date

import pytest

from tests.worlds.lines import receive_command
from tests.worlds.memory import joined_laptop, staffed_centre
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.rounds.open_round import RoundPlan, open_round
from veban.core.dossiers.refusals import (
    NoPapers,
    OnlineOnlyAtPortal,
    OnlyAtCentre,
    PapersMissing,
    ReceivedInFuture,
    ReceivedTooLongAgo,
    WitnessMissing,
)
from veban.core.journal.refusals import ClockBehind, KeyReused
from veban.core.numbers.allot import LaneNotForDay, NoLaneYet, SerialTaken
from veban.core.people.officers import OfficerLacksRole, OfficerUnknown
from veban.core.procedures.procedure import ProcedureUnknown
from veban.core.rounds.round import RoundUnknown
from veban.core.shared.refused import Refused
from veban.core.shared.shape import InputUnknownKeys, InputWrong


@pytest.fixture
def centre():
    return staffed_centre()


def refuses(centre, refusal: type[Refused], **changes) -> dict:
    entries_before, _ = centre.journal.verify()
    with pytest.raises(refusal) as caught:
        receive_dossier(centre, receive_command(**changes))
    assert centre.journal.verify() == (entries_before, [])
    return caught.value.details


def test_a_dossier_gets_its_number_date_and_state(centre):
    answer = receive_dossier(centre, receive_command())
    assert answer["code"] == "H18.03.172-261123-5001"
    assert answer["due_at"] == "2026-11-27T17:00:00+07:00"  # 24 November is a day off
    assert answer["state"] == 2
    assert "agency.placeholder" in answer["warnings"]


def test_numbers_follow_each_other_without_a_gap(centre):
    codes = [receive_dossier(centre, receive_command(f"k{n}"))["code"] for n in range(3)]
    assert [code[-4:] for code in codes] == ["5001", "5002", "5003"]


def test_the_day_in_the_code_is_the_local_day_of_reception(centre):
    early = receive_command(received_at="2026-11-22T23:30:00+00:00")
    centre.clock.move_to("2026-11-23T10:00:00+07:00")
    assert "-261123-" in receive_dossier(centre, early)["code"]


def test_a_repeat_gets_the_first_answer_and_no_second_number(centre):
    first = receive_dossier(centre, receive_command())
    assert receive_dossier(centre, receive_command()) == first
    assert receive_dossier(centre, receive_command("k2"))["code"].endswith("5002")


def test_the_same_key_with_other_content_is_refused(centre):
    receive_dossier(centre, receive_command())
    refuses(centre, KeyReused, copies=2)


def test_an_unknown_fee_is_null_with_its_reason(centre):
    answer = receive_dossier(centre, receive_command(procedure="1.004859"))
    assert answer["fee_vnd"] is None
    assert answer["fee_reason"]


def test_a_poor_household_pays_nothing_and_the_entry_says_why(centre):
    answer = receive_dossier(centre, receive_command(reasons=["poor"]))
    assert answer["fee_vnd"] == 0


def test_online_filing_is_refused_at_the_desk(centre):
    refuses(centre, OnlineOnlyAtPortal, channel=2)


def test_an_empty_list_of_papers_is_refused(centre):
    refuses(centre, NoPapers, papers=[])


def test_a_required_paper_that_is_missing_is_named(centre):
    procedure = centre.rules.procedure("1.001193")
    required = [paper.id for paper in procedure.cases[0].required()]
    details = refuses(centre, PapersMissing, procedure="1.001193", papers=[{"paper": required[0]}])
    assert details["papers"] == required[1:]


def test_with_names_alone_the_officers_own_check_is_recorded(centre):
    assert receive_dossier(centre, receive_command(procedure="1.001193"))["state"] == 2


def test_nothing_is_received_in_the_future(centre):
    refuses(centre, ReceivedInFuture, received_at="2026-11-23T09:00:01+07:00")


def test_a_reception_eight_days_ago_is_refused(centre):
    refuses(centre, ReceivedTooLongAgo, received_at="2026-11-15T08:59:00+07:00")


def test_a_copy_is_certified_at_the_centre_only(centre):
    refuses(centre, OnlyAtCentre, procedure="2.000815", place={"kind": "village"})


def test_a_signature_certified_at_a_bedside_needs_a_witness(centre):
    bedside = {"kind": "home", "village": "Na Pheo"}
    refuses(centre, WitnessMissing, procedure="2.000884", place=bedside)
    witnessed = {**bedside, "witness": "Lò Văn Sơn"}
    answer = receive_dossier(centre, receive_command(procedure="2.000884", place=witnessed))
    assert answer["state"] == 2


def test_an_unknown_procedure_or_officer_is_refused(centre):
    refuses(centre, ProcedureUnknown, procedure="9.999999")
    refuses(centre, OfficerUnknown, officer="nobody")


def test_a_signer_does_not_receive(centre):
    refuses(centre, OfficerLacksRole, officer="hoa")


def test_a_clock_behind_the_last_entry_stops_reception(centre):
    centre.clock.move_to("2026-11-20T09:00:00+07:00")
    refuses(centre, ClockBehind, received_at="2026-11-20T08:00:00+07:00")


def test_a_day_before_the_lane_is_refused(centre):
    refuses(centre, LaneNotForDay, received_at="2026-11-15T08:00:00+07:00", paper_slip="5100")


def test_a_number_from_a_blank_slip_is_used_once_and_never_given_in_turn(centre):
    slip = receive_dossier(centre, receive_command("k1", paper_slip="5002"))
    assert slip["code"].endswith("5002")
    codes = [receive_dossier(centre, receive_command(f"t{n}"))["code"][-4:] for n in range(2)]
    assert codes == ["5001", "5003"]
    refuses(centre, SerialTaken, key="k3", paper_slip="5002")


def test_a_laptop_without_a_lane_gives_no_number(centre):
    laptop = joined_laptop(centre)
    entries = [e for n in centre.journal.chains() for e in centre.journal.chain(n)]
    with laptop.journal.writing() as writing:
        writing.receive(entries)
    with pytest.raises(NoLaneYet):
        receive_dossier(laptop, receive_command())


def test_keys_that_the_format_does_not_know_are_refused_by_name():
    with pytest.raises(InputUnknownKeys) as caught:
        receive_command(pasword="x")
    assert caught.value.details == {"keys": ["pasword"]}


def test_the_field_that_is_wrong_is_named():
    with pytest.raises(InputWrong) as caught:
        receive_command(applicant={"full_name": "X", "birth_date": "12/05/1988"})
    assert caught.value.details["field"] == "applicant.birth_date"


def test_a_birth_taken_in_a_village_far_from_the_signer_is_told_to_be_late(centre):
    days = [date(2026, 11, 23)]
    node, back_on = centre.me.node, date(2026, 12, 1)
    plan = RoundPlan("Na Pheo", days, ["Na Pheo"], node, ["lan"], back_on=back_on)
    village = {
        "round": open_round(centre, "03172", plan),
        "place": {"kind": "village", "village": "Na Pheo"},
    }
    ordinary = receive_dossier(centre, receive_command("b1", procedure="1.001193", **village))
    mobile = receive_dossier(centre, receive_command("b2", procedure="1.003583", **village))
    assert "dossier.term_ends_before_return" in ordinary["warnings"]
    assert mobile["due_at"] == "2026-12-01T17:00:00+07:00"
    assert "dossier.term_ends_before_return" not in mobile["warnings"]


def test_a_round_that_nobody_opened_is_refused(centre):
    refuses(centre, RoundUnknown, round="nowhere")
