"""Genuine, false, or cannot be told here: never a guess."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.numbers.cast import AGENCY, DAY, LAPTOP_KEY, OTHER_KEY, lease, sign_with, verify
from tests.core.numbers.test_receipt_seal import CLAIM
from veban.core.numbers.dossier_code import DossierCode
from veban.core.numbers.judge_receipt import Verdict, judge_receipt
from veban.core.numbers.receipt_seal import ReceiptClaim, SealedReceipt

LEASES = [lease("laptop-2", OTHER_KEY, (501, 1000)), lease()]


def sealed(claim: ReceiptClaim, key: str = LAPTOP_KEY) -> SealedReceipt:
    return SealedReceipt(claim, sign_with(key)(claim.payload()))


def judge(receipt: SealedReceipt, revoked: frozenset[str] = frozenset()) -> Verdict:
    return judge_receipt(receipt, LEASES, revoked, verify)


def test_a_receipt_signed_by_the_key_of_a_lease_that_covers_it_is_genuine() -> None:
    assert judge(sealed(CLAIM)) is Verdict.GENUINE


def test_a_wrong_signature_under_a_known_key_is_false() -> None:
    assert judge(sealed(CLAIM, OTHER_KEY)) is Verdict.FALSE


@pytest.mark.parametrize(
    "altered",
    [
        replace(CLAIM, fee_vnd=1),
        replace(CLAIM, fee_vnd=None),
        replace(CLAIM, due_at=None),
        replace(CLAIM, tracking="22222222"),
        replace(CLAIM, code=DossierCode(AGENCY, DAY, 2)),
    ],
)
def test_an_altered_receipt_is_false(altered: ReceiptClaim) -> None:
    assert judge(SealedReceipt(altered, sealed(CLAIM).signature)) is Verdict.FALSE


def test_an_unknown_key_cannot_be_told_here() -> None:
    assert judge_receipt(sealed(CLAIM), LEASES[:1], (), verify) is Verdict.CANNOT_TELL


def test_a_day_that_no_known_lease_reaches_cannot_be_told_here() -> None:
    later = replace(CLAIM, code=DossierCode(AGENCY, DAY + timedelta(days=61), 1))
    assert judge(sealed(later)) is Verdict.CANNOT_TELL


@pytest.mark.parametrize("code", [DossierCode(AGENCY, DAY, 501), DossierCode("H18.03.173", DAY, 1)])
def test_a_number_outside_the_signers_own_lane_is_false(code: DossierCode) -> None:
    assert judge(sealed(replace(CLAIM, code=code))) is Verdict.FALSE


@pytest.mark.parametrize(
    ("known_code", "verdict"),
    [(True, Verdict.GENUINE), (False, Verdict.FALSE), (None, Verdict.CANNOT_TELL)],
)
def test_of_a_revoked_key_what_had_reached_the_centre_stays_valid(
    known_code: bool | None, verdict: Verdict
) -> None:
    found = judge_receipt(sealed(CLAIM), LEASES, {LAPTOP_KEY}, verify, known_code)
    assert found is verdict


def test_revoking_another_key_changes_nothing() -> None:
    assert judge(sealed(CLAIM), frozenset({OTHER_KEY})) is Verdict.GENUINE


@given(st.permutations([*LEASES, lease("desk", "dd" * 32, (5001, None)), lease()]))
def test_the_order_in_which_leases_arrived_does_not_matter(leases: list) -> None:
    assert judge_receipt(sealed(CLAIM), leases, (), verify) is Verdict.GENUINE
