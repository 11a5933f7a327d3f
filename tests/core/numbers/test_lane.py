"""A lane is a node's own on each day of its lease."""

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest

from tests.core.numbers.cast import AGENCY, CENTRE_KEY, DAY, days_later, lease, sign_with, verify
from veban.core.numbers.dossier_code import DossierCode
from veban.core.numbers.lane import Lease
from veban.core.people.unit_settings import NumberStanding


def test_a_lease_reaches_from_seven_days_before_to_sixty_after() -> None:
    lane = lease()
    around = [DAY + timedelta(days=n) for n in (-8, -7, 0, 60, 61)]
    assert [lane.covers_day(day) for day in around] == [False, True, True, True, False]


def test_the_first_and_the_last_number_belong_to_the_lane() -> None:
    lane = lease(lane=(501, 1000))
    assert [lane.covers(DAY, n) for n in (500, 501, 1000, 1001)] == [False, True, True, False]


def test_the_desks_lane_has_no_upper_end() -> None:
    assert lease(lane=(5001, None)).covers(DAY, 1_000_000)


def test_a_code_of_another_agency_is_not_of_the_lane() -> None:
    assert lease().covers_code(DossierCode(AGENCY, DAY, 7))
    assert not lease().covers_code(DossierCode("H18.03.173", DAY, 7))


def test_a_changed_lease_is_not_the_one_that_was_signed() -> None:
    signed = lease().signed(sign_with(CENTRE_KEY)(lease().payload()))
    assert verify(CENTRE_KEY, signed.payload(), bytes.fromhex(signed.signature))
    other = {
        "unit": "03173",
        "agency": "H18.03.173",
        "node": "laptop-2",
        "node_key": "00" * 32,
        "first_day": date(2026, 11, 1),
        "last_day": date(2027, 11, 1),
        "from_serial": 2,
        "to_serial": None,
        "given_at": days_later(1),
        "standing": NumberStanding.RESERVED,
    }
    assert {field.name for field in fields(signed)} == {*other, "signature"}
    for name, value in other.items():
        changed = replace(signed, **{name: value})
        assert not verify(CENTRE_KEY, changed.payload(), bytes.fromhex(changed.signature)), name


@pytest.mark.parametrize(
    ("other", "shared"),
    [
        (lease(lane=(500, 900)), True),
        (lease(lane=(501, 900)), False),
        (lease(lane=(100, None)), True),
        (lease(given_at=days_later(67)), True),
        (lease(given_at=days_later(68)), False),
        (lease(agency="H18.03.173"), False),
    ],
)
def test_one_common_number_on_one_common_day_is_shared_both_ways(
    other: Lease, shared: bool
) -> None:
    assert (lease().shares_numbers(other), other.shares_numbers(lease())) == (shared, shared)


def test_a_lane_may_be_one_number_on_one_day() -> None:
    lane = replace(lease(lane=(7, 7)), first_day=DAY, last_day=DAY)
    assert lane.covers(DAY, 7)


@pytest.mark.parametrize(
    "change",
    [
        {"last_day": date(2026, 1, 1)},
        {"from_serial": 0},
        {"from_serial": 501},
        {"to_serial": 100_000_000},
        {"agency": "03172"},
    ],
)
def test_a_lease_that_contradicts_itself_is_a_programming_error(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"lane|lease|agency"):
        replace(lease(), **change)
