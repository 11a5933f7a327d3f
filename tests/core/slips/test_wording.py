"""How slips write days, times and money."""

from datetime import UTC, date, datetime

import pytest

from veban.core.slips.fee import NOTHING_DUE, UNKNOWN_FEE, Fee, fee_data
from veban.core.slips.wording import instant_text, long_day_text, money_text, weekday_text


def test_an_instant_is_written_in_local_time():
    assert instant_text(datetime(2026, 11, 24, 17, 5, tzinfo=UTC)) == "00:05 ngày 25/11/2026"


def test_an_instant_without_offset_is_not_guessed():
    with pytest.raises(ValueError, match="offset"):
        instant_text(datetime(2026, 11, 24, 17, 5, tzinfo=UTC).replace(tzinfo=None))


def test_only_small_days_and_the_first_two_months_take_a_zero():
    assert long_day_text(date(2027, 1, 9)) == "ngày 09 tháng 01 năm 2027"
    assert long_day_text(date(2027, 3, 10)) == "ngày 10 tháng 3 năm 2027"


def test_the_week_ends_on_sunday():
    assert weekday_text(date(2026, 11, 29)) == "Chủ nhật"


def test_thousands_are_parted_by_points():
    assert money_text(1_000_000) == "1.000.000 đồng"
    assert money_text(500) == "500 đồng"


def test_a_negative_amount_is_a_programming_error():
    with pytest.raises(ValueError, match="-1"):
        fee_data(Fee(-1))


def test_a_fee_of_nothing_is_said_with_its_reason():
    fee = fee_data(Fee(0, "miễn lệ phí"))
    assert (fee["text"], fee["why"]) == (NOTHING_DUE, "miễn lệ phí")


def test_an_unknown_fee_leaves_a_line_and_says_why():
    assert fee_data(Fee(None)) == {"text": None, "why": UNKNOWN_FEE, "paid": None}
    assert fee_data(Fee(None, "chưa có nghị quyết"))["why"] == "chưa có nghị quyết"


def test_a_paid_fee_names_its_receipt():
    assert fee_data(Fee(8000, paid_receipt="0012"))["paid"] == "đã nộp, biên lai số 0012"
