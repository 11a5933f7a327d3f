"""The dossier code reads as it was written, and sorts by number."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from veban.core.numbers.dossier_code import DossierCode

agencies = st.from_regex(r"\A[HG][0-9]{2}(\.[0-9]{1,3}){0,3}\Z")
codes = st.builds(
    DossierCode,
    agencies,
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.integers(1, 99_999_999),
)


@given(codes)
def test_a_code_reads_back_as_it_was_written(code: DossierCode) -> None:
    assert DossierCode.from_text(str(code)) == code


@pytest.mark.parametrize(
    "text", ["H18-250701-0001", "H15.50.05.13-261008-0975", "G09.1-260105-00012345"]
)
def test_the_shapes_in_use_are_read(text: str) -> None:
    assert DossierCode.from_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "H18.03.172-261123-001",  # three digits
        "H18.03.172-261123-000000001",  # nine
        "H18.03.172-261123-0000",  # no number is 0
        "H18.03.172-261131-0001",  # no such day
        "X18-261123-0001",
        "H1-261123-0001",
        "H18.1234-261123-0001",
        "H18.1.1.1.1-261123-0001",
        "H18.03.172-261123-0001 ",
        "H18.03.172-261123-0001\n",
        "H18-261123-٠٠٠١",  # digits of another script
    ],
)
def test_what_is_no_code_is_named(text: str) -> None:
    with pytest.raises(ValueError, match=r"dossier code|a serial is|day is out of range"):
        DossierCode.from_text(text)


def test_five_digits_come_after_four_on_the_same_day() -> None:
    texts = ["H18-261123-10000", "H18-261123-9999", "H18-261122-20000", "H17-270101-0001"]
    assert [str(code) for code in sorted(map(DossierCode.from_text, texts))] == texts[::-1]


def test_leading_zeros_do_not_make_another_number() -> None:
    assert DossierCode.from_text("H18-261123-000007") == DossierCode.from_text("H18-261123-0007")


@pytest.mark.parametrize(
    ("day", "serial"),
    [
        (date(1999, 12, 31), 1),
        (date(2100, 1, 1), 1),
        (date(2026, 1, 1), 0),
        (date(2026, 1, 1), 100_000_000),
    ],
)
def test_a_code_that_could_not_be_written_is_a_programming_error(day: date, serial: int) -> None:
    with pytest.raises(ValueError, match=r"this century|a serial is"):
        DossierCode("H18", day, serial)


def test_the_highest_number_has_eight_digits() -> None:
    assert str(DossierCode("H18", date(2026, 1, 1), 99_999_999)) == "H18-260101-99999999"
