"""What a dossier pays by channel, copy, page and reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.procedures.made import with_fee
from veban.core.procedures.fee_lines import FeeLine, FeePer, Tier
from veban.core.procedures.fees import NOT_OFFERED, PAGES_UNKNOWN, Fee, fee_for

DESK, ONLINE, POST = 1, 2, 3
PAGES = FeeLine(
    frozenset({DESK}), FeePer.PAGE, 2000, tiers=(Tier(1, 2000), Tier(3, 1000)), max_vnd=200_000
)


def line(channels, vnd, per=FeePer.DOSSIER, reason=None):
    return FeeLine(frozenset(channels), per, vnd, reason)


def test_each_channel_has_its_own_fee():
    day = with_fee(line({DESK, POST}, 20_000), line({ONLINE}, 10_000))
    assert [fee_for(day, channel).vnd for channel in (DESK, ONLINE, POST)] == [
        20_000, 10_000, 20_000,
    ]  # fmt: skip


def test_a_channel_of_which_nothing_is_known_has_no_figure_and_says_so():
    assert fee_for(with_fee(line({DESK}, 5)), POST) == Fee(None, NOT_OFFERED)


def test_copies_multiply_what_is_counted_by_copy():
    assert fee_for(with_fee(line({DESK}, 8000, FeePer.COPY)), DESK, copies=3).vnd == 24_000


def test_copies_do_not_multiply_what_is_counted_by_dossier():
    assert fee_for(with_fee(line({DESK}, 8000)), DESK, copies=3).vnd == 8000


@pytest.mark.parametrize(
    ("pages", "vnd"), [(1, 2000), (2, 4000), (3, 5000), (10, 12_000), (198, 200_000)]
)
def test_pages_are_counted_in_tiers(pages, vnd):
    assert fee_for(with_fee(PAGES), DESK, pages=pages).vnd == vnd


def test_one_copy_never_costs_more_than_its_maximum():
    assert fee_for(with_fee(PAGES), DESK, pages=900, copies=2).vnd == 400_000


def test_pages_that_nobody_counted_leave_the_fee_open():
    assert fee_for(with_fee(PAGES), DESK) == Fee(None, PAGES_UNKNOWN)


def test_a_fee_without_a_figure_keeps_its_reason():
    day = with_fee(line({DESK}, None, reason="fee.set_by_province"))
    assert fee_for(day, DESK) == Fee(None, "fee.set_by_province")


@pytest.mark.parametrize("vnd", [20_000, None])
def test_a_reason_of_exemption_makes_the_fee_nothing_even_where_it_has_no_figure(vnd):
    day = with_fee(line({DESK}, vnd, reason="fee.set_by_province"))
    assert fee_for(day, DESK, reasons=["elderly", "poor"]) == Fee(0, exempt_by="poor")


def test_a_reason_that_exempts_nobody_changes_nothing():
    assert fee_for(with_fee(line({DESK}, 20_000)), DESK, reasons=["elderly"]).vnd == 20_000


def test_a_free_procedure_needs_no_exemption():
    assert fee_for(with_fee(line({DESK}, 0)), DESK, reasons=["poor"]) == Fee(0)


def test_no_copies_is_a_mistake_of_the_program():
    with pytest.raises(ValueError, match="copies"):
        fee_for(with_fee(line({DESK}, 5)), DESK, copies=0)


def test_a_fee_without_a_figure_and_without_a_reason_cannot_be_written():
    with pytest.raises(ValueError, match="needs a reason"):
        line({DESK}, None)


def test_tiers_that_do_not_begin_at_page_one_cannot_be_written():
    with pytest.raises(ValueError, match="page 1"):
        FeeLine(frozenset({DESK}), FeePer.PAGE, 5, tiers=(Tier(2, 5),))


@given(st.integers(1, 400), st.integers(1, 400))
def test_more_pages_never_cost_less(a, b):
    fewer, more = sorted((a, b))
    assert PAGES.for_pages(fewer) <= PAGES.for_pages(more)
