"""Money is taken for a fee exactly as the law says, or less for a reason that is named."""

from datetime import date

import pytest

from tests.worlds.lines import move_command, receive_command
from tests.worlds.memory import staffed_centre
from tests.worlds.moving import history
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.law.enter_value import EnterLawValue, enter_value
from veban.core.dossiers.fee_collected import FeeNotLawful, FeeTaken, FeeUnknown
from veban.core.dossiers.offer import moves_offered
from veban.core.dossiers.portal_events import own_payment
from veban.core.dossiers.refusals import ReasonUnknown
from veban.core.dossiers.state import fold
from veban.core.law.entered import LawKind
from veban.core.people.roles import Role
from veban.core.people.unit_settings import Mode

CORRECTION = "1.004859"
AT = "2026-11-23T{}:00+07:00"


@pytest.fixture
def centre():
    return staffed_centre()


def enter_fee(world, since="2026-11-01"):
    value = {"lines": [{"channels": [1, 2, 3], "per": "dossier", "vnd": 15000}]}
    day = date.fromisoformat(since)
    document = "12/2026/NQ-HĐND"
    enter_value(
        world,
        EnterLawValue("k", "admin", LawKind.FEES, day, value, document, about=CORRECTION),
    )


def received(world):
    papers = [{"name": "Tờ khai cải chính"}]
    return receive_dossier(world, receive_command(procedure=CORRECTION, papers=papers))["code"]


@pytest.fixture
def code(centre):
    enter_fee(centre)
    return received(centre)


def take(world, code, at="09:30", **details):
    given = {"receipt_number": "0000123"} | details
    command = move_command(code, "collect_fee", "lan", AT.format(at), **given)
    world.clock.at = max(world.clock.at, command.at)
    return do_move(world, command)


def test_the_laws_rate_is_taken_once_with_its_receipt(centre, code):
    take(centre, code, amount_vnd=15000)
    taken = history(centre, code)[-1].event
    assert (taken.amount_vnd, taken.lawful_vnd, taken.receipt_number) == (15000, 15000, "0000123")
    assert (taken.exempt_by, taken.person) == (None, None)
    with pytest.raises(FeeTaken):
        take(centre, code, "09:40", amount_vnd=15000)


@pytest.mark.parametrize("amount", [14999, 15001, 0, -1, 150000])
def test_no_other_amount_is_taken_without_a_reason(centre, code, amount):
    with pytest.raises(FeeNotLawful) as refused:
        take(centre, code, amount_vnd=amount)
    assert refused.value.details == {"fee_vnd": 15000}


@pytest.mark.parametrize("amount", [15001, -1])
def test_a_reason_never_makes_it_more_or_less_than_nothing(centre, code, amount):
    with pytest.raises(FeeNotLawful):
        take(centre, code, amount_vnd=amount, exemption="poor")


def test_less_is_taken_for_a_reason_of_which_facts_hold_the_group_only(centre, code):
    take(centre, code, amount_vnd=0, exemption="near_poor")
    taken = history(centre, code)[-1].event
    assert (taken.amount_vnd, taken.exempt_by) == (0, "poor")
    assert taken.person.exemption == "near_poor"


def test_a_reason_that_is_not_in_the_list_is_refused(centre, code):
    with pytest.raises(ReasonUnknown):
        take(centre, code, amount_vnd=0, exemption="a_friend")


def test_where_nobody_knows_the_rate_nothing_is_taken_until_it_is_entered(centre):
    code = received(centre)
    with pytest.raises(FeeUnknown):
        take(centre, code, amount_vnd=15000)
    enter_fee(centre)
    assert take(centre, code, amount_vnd=15000)["state"] == 2


def test_a_rate_that_begins_after_the_reception_does_not_reach_back(centre):
    code = received(centre)
    enter_fee(centre, since="2026-11-24")
    with pytest.raises(FeeUnknown):
        take(centre, code, amount_vnd=15000)


def test_the_record_tells_how_it_was_paid(centre, code):
    take(centre, code, amount_vnd=15000, online=True)
    steps = history(centre, code)
    assert own_payment(steps[0].event, steps) == 1


def test_pages_offer_it_until_it_was_taken(centre, code):
    assert offered(centre, code)
    take(centre, code, amount_vnd=15000)
    assert not offered(centre, code)


def test_pages_offer_nothing_where_nothing_is_due(centre):
    code = receive_dossier(centre, receive_command(procedure="1.001193"))["code"]
    assert not offered(centre, code)


def offered(world, code):
    moves = moves_offered(fold(history(world, code)), {Role.RECEIVER}, Mode.FULL)
    return "collect_fee" in {move.name for move in moves}
