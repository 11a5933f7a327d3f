"""What the slips of supplement, refusal, apology, stop, control and the book say."""

import json
from dataclasses import replace

import pytest

from tests.core.slips.cast import APOLOGY, CODE, CONTROL, LOGBOOK, REFUSAL, STOP, SUPPLEMENT
from veban.core.slips.apology import apology_data
from veban.core.slips.control import HandOverRow, control_data
from veban.core.slips.logbook import logbook_data
from veban.core.slips.refusal import refusal_data
from veban.core.slips.stop import stop_data
from veban.core.slips.supplement import CLOCK_PAUSED, NO_CODE_YET, supplement_data

ALL = [
    supplement_data(SUPPLEMENT),
    refusal_data(REFUSAL),
    apology_data(APOLOGY),
    stop_data(STOP),
    control_data(CONTROL),
    logbook_data(LOGBOOK),
]


@pytest.mark.parametrize("data", ALL)
def test_every_slip_is_json(data):
    assert json.loads(json.dumps(data, ensure_ascii=False)) == data


def test_a_request_at_the_table_has_no_code_and_says_so():
    data = supplement_data(SUPPLEMENT)
    assert (data["code"], data["no_code"], data["clock"]) == (None, NO_CODE_YET, None)


def test_a_request_in_processing_says_that_the_clock_stands():
    data = supplement_data(replace(SUPPLEMENT, code=CODE, clock_paused=True))
    assert (data["code"], data["no_code"], data["clock"]) == (CODE, None, CLOCK_PAUSED)


def test_a_slip_without_its_substance_is_a_programming_error():
    with pytest.raises(ValueError, match="at least one"):
        replace(SUPPLEMENT, lacking=())
    with pytest.raises(ValueError, match="at least one"):
        replace(REFUSAL, reasons=())
    with pytest.raises(ValueError, match="at least one"):
        replace(APOLOGY, reasons=())


def test_an_apology_gives_both_dates():
    data = apology_data(APOLOGY)
    assert (data["due"], data["new_due"]) == ("17:00 ngày 30/11/2026", "17:00 ngày 03/12/2026")


def test_a_stop_by_the_body_names_no_request():
    assert stop_data(STOP)["requested_on"] == "24/11/2026"
    assert stop_data(replace(STOP, requested_on=None))["requested_on"] is None


def test_a_hand_over_is_early_on_time_or_late():
    assert [row["punctuality"] for row in control_data(CONTROL)["rows"]] == [None, "Đúng hạn"]
    with pytest.raises(ValueError, match="punctuality"):
        HandOverRow("a", "b", CONTROL.rows[0].at, "soon")


def test_the_book_counts_its_lines_from_one():
    rows = logbook_data(LOGBOOK)["rows"]
    assert [row["number"] for row in rows] == list(range(1, 31))
    assert rows[0]["received"] == "09:30\n23/11/2026"
