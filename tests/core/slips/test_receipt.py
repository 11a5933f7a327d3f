"""What the receipt says, before it is set."""

import json
from dataclasses import replace

import pytest

from tests.core.slips.cast import CODE, DUE_AT, RECEIPT, RECEIVED_AT, UNKNOWN_RECEIPT
from veban.core.slips.heading import AWAITS_CENTRE, UNCONFIRMED_LAYOUT, Marks
from veban.core.slips.paper import PaperLine
from veban.core.slips.receipt import (
    PLACEHOLDER_AGENCY,
    PROVISIONAL_CALENDAR,
    PROVISIONAL_NUMBER,
    RESERVED_NUMBER,
    UNCHECKED_PROCEDURE,
    UNKNOWN_DUE,
    HandBackLine,
    NumberLine,
    TermLine,
    receipt_data,
)


def test_the_receipt_is_json_and_comes_back_the_same():
    data = receipt_data(RECEIPT)
    assert json.loads(json.dumps(data, ensure_ascii=False)) == data


def test_times_are_local():
    data = receipt_data(RECEIPT)
    assert data["received_at"] == "09:30 ngày 23/11/2026"
    assert data["due"] == "17:00 ngày 30/11/2026"


def test_a_known_date_needs_no_reason():
    term = TermLine("x", RECEIVED_AT, DUE_AT, due_reason="left over")
    assert receipt_data(replace(RECEIPT, term=term))["due_why"] is None


def test_an_unknown_date_says_why():
    assert receipt_data(UNKNOWN_RECEIPT)["due"] is None
    assert receipt_data(UNKNOWN_RECEIPT)["due_why"] == UNKNOWN_DUE


def test_a_provisional_number_and_a_placeholder_are_said():
    notes = receipt_data(RECEIPT)["notes"]
    assert notes == [PROVISIONAL_NUMBER, PLACEHOLDER_AGENCY]


def test_a_reserved_number_is_called_official():
    notes = receipt_data(replace(RECEIPT, number=NumberLine(CODE, official=True)))["notes"]
    assert notes == [RESERVED_NUMBER]


def test_uncertain_law_is_said():
    term = replace(RECEIPT.term, calendar_provisional=True)
    notes = receipt_data(replace(RECEIPT, term=term, procedure_unchecked=True))["notes"]
    assert notes[-2:] == [PROVISIONAL_CALENDAR, UNCHECKED_PROCEDURE]


def test_the_layout_is_a_support_print_until_somebody_is_named():
    assert receipt_data(RECEIPT)["heading"]["layout_note"] == UNCONFIRMED_LAYOUT
    confirmed = replace(RECEIPT, marks=Marks(practice=False, layout_confirmed_by="Lò Thị Giả"))
    assert receipt_data(confirmed)["heading"]["layout_note"] == "Mẫu in do Lò Thị Giả xác nhận"


def test_a_slip_printed_on_a_message_says_that_the_centre_has_yet_to_confirm():
    assert receipt_data(RECEIPT)["heading"]["awaits_centre"] is None
    waiting = replace(RECEIPT, marks=Marks(practice=False, awaits_centre=True))
    assert receipt_data(waiting)["heading"]["awaits_centre"] == AWAITS_CENTRE


def test_the_day_of_return_stands_as_a_leaf_of_the_calendar():
    box = receipt_data(RECEIPT)["come_back"]
    assert (box["leaf_day"], box["leaf_month"], box["weekday"]) == ("1", "12", "thứ Ba")


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: HandBackLine("pigeon"),
        lambda: PaperLine("x", "sketch"),
        lambda: PaperLine("x", "copy", 0),
    ],
)
def test_what_no_slip_can_say_is_a_programming_error(wrong):
    with pytest.raises(ValueError, match="must be"):
        wrong()
