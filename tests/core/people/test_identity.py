"""A number that does not fit is a finding; a card's QR fills in what it says and no more."""

import pytest

from veban.core.people.identity import Claimed, number_findings, read_card
from veban.edges.rulebook.shipped import ShippedRules

NUMBERING = ShippedRules().numbering()


@pytest.mark.parametrize(
    ("number", "sex", "year", "findings"),
    [
        ("011188990001", "F", 1988, ()),
        ("011 188 990 001", "F", 1988, ()),
        ("011188990001", None, None, ()),
        ("011188990001", "M", 1988, ("identity.sex_differs",)),
        ("011188990001", "F", 1978, ("identity.year_differs",)),
        ("011288990001", "M", 2088, ()),
        ("000188990001", "F", 1988, ("identity.province_unknown",)),
        ("01118899000", "F", 1988, ("identity.length_wrong",)),
        ("040123456", "F", 1988, ()),
        ("MT-123", None, None, ("identity.length_wrong",)),
    ],
)
def test_what_does_not_fit_is_said(number, sex, year, findings):
    assert number_findings(Claimed(number, sex, year), NUMBERING) == findings


def test_a_card_without_a_day_of_birth_keeps_what_it_has():
    card = read_card("011188990001||Lò Thị Thử|1988|Nữ|Bản Mẫu")
    assert (card.full_name, card.birth_date, card.issued_on) == ("Lò Thị Thử", "", "")


@pytest.mark.parametrize("text", ["", "a|b|c", "123|x|Lò Thị Thử|04051988|Nữ|Bản", "https://veban"])
def test_another_code_is_no_card(text):
    assert read_card(text) is None
