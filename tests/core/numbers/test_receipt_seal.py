"""The QR of a receipt opens on a phone, reads back, and cannot be altered unnoticed."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.numbers.cast import AGENCY, DAY, LAPTOP_KEY, sign_with, verify
from tests.core.numbers.test_dossier_code import codes
from veban.core.numbers.dossier_code import DossierCode
from veban.core.numbers.receipt_seal import (
    ReceiptClaim,
    ReceiptUnreadable,
    key_id,
    parse_receipt,
    seal_receipt,
)
from veban.core.numbers.tracking import ALPHABET, read_tracking, tracking_chars
from veban.core.shared.local_time import LOCAL, parse_instant

ADDRESS = "https://tracuu.nasang.example"
CLAIM = ReceiptClaim(
    tracking="2K7MAC9X",
    code=DossierCode(AGENCY, DAY, 1),
    due_at=parse_instant("2026-11-25T17:00:00+07:00"),
    fee_vnd=8000,
    key_id=key_id(LAPTOP_KEY),
)
SIGN = sign_with(LAPTOP_KEY)
QR = seal_receipt(CLAIM, ADDRESS, SIGN)

claims = st.builds(
    ReceiptClaim,
    st.text(ALPHABET, min_size=8, max_size=8),
    codes,
    st.none()
    | st.integers(0, 10**7).map(
        lambda n: datetime(2026, 1, 1, tzinfo=LOCAL) + timedelta(minutes=n)
    ),
    st.none() | st.integers(0, 10**9),
    st.just(key_id(LAPTOP_KEY)),
)


def test_the_text_is_an_address_with_short_fields() -> None:
    assert QR.startswith(
        f"{ADDRESS}/t/2K7MAC9X?c=H18.03.172-261123-0001&d=2611251700&f=8000&k={CLAIM.key_id}&s="
    )
    assert len(QR) <= 200


@given(claims)
def test_a_receipt_reads_back_as_it_was_sealed(claim: ReceiptClaim) -> None:
    sealed = parse_receipt(seal_receipt(claim, ADDRESS, SIGN))
    assert sealed.claim == claim
    assert verify(LAPTOP_KEY, sealed.claim.payload(), sealed.signature)


def test_no_fee_known_is_not_a_fee_of_nothing() -> None:
    free, unknown = (ReceiptClaim("2K7MAC9X", CLAIM.code, None, fee, "0" * 8) for fee in (0, None))
    assert free.payload() != unknown.payload()
    assert [
        parse_receipt(seal_receipt(claim, ADDRESS, SIGN)).claim.fee_vnd for claim in (free, unknown)
    ] == [0, None]


def test_another_address_in_front_changes_nothing() -> None:
    moved = QR.replace(ADDRESS, "http://192.168.1.5:8000/motcua")
    assert parse_receipt(moved) == parse_receipt(QR)


@given(
    st.integers(len(ADDRESS) + 3, len(QR) - 1),
    st.sampled_from("0123456789ABCXYZabcxyz-_.&=?"),
)
def test_one_altered_character_is_noticed(at: int, char: str) -> None:
    altered = QR[:at] + char + QR[at + 1 :]
    if altered == QR:
        return
    try:
        sealed = parse_receipt(altered)
    except ReceiptUnreadable:
        return
    assert not verify(LAPTOP_KEY, sealed.claim.payload(), sealed.signature)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://example.org/",
        QR[:-1],
        QR + "A",
        QR.replace("261123", "261131"),
        QR.replace("d=2611251700", "d=2613251700"),
        QR.replace("&f=8000", "&f=08000"),
        QR.replace("&f=8000", "&f=8000&f=9000"),
        QR.replace("2K7MAC9X", "2K7MAC90"),
    ],
)
def test_what_is_no_receipt_is_refused(text: str) -> None:
    with pytest.raises(ReceiptUnreadable):
        parse_receipt(text)


def test_a_receipt_that_nobody_could_read_is_never_printed() -> None:
    with pytest.raises(ValueError, match="nobody could read"):
        seal_receipt(CLAIM, ADDRESS, lambda _: b"short")


@given(st.binary(min_size=16, max_size=32))
def test_tracking_characters_can_be_typed_as_they_are_read_out(random_bytes: bytes) -> None:
    chars = tracking_chars(random_bytes)
    assert len(chars) == 8
    assert read_tracking(f" {chars[:4].lower()}-{chars[4:]} ") == chars


def test_tracking_leaves_out_characters_that_look_alike() -> None:
    assert not set("01ILOUZSB") & set(ALPHABET)
    assert read_tracking("2K7MAC9O") is None


def test_too_few_random_bytes_are_a_programming_error() -> None:
    with pytest.raises(ValueError, match="16 random bytes"):
        tracking_chars(bytes(8))


def test_a_key_is_named_by_eight_digits_of_its_hash() -> None:
    assert key_id("00" * 32) == "66687aad"
