"""A PDF's signatures are told apart: trusted, unknown, tampered with, none, damaged."""

from datetime import UTC, datetime

import pytest

from tests.worlds.signing import (
    AGENCY,
    ISSUER,
    SIGNER,
    appended,
    make_authority,
    signed_pdf,
    trust,
    unsigned_pdf,
)
from veban.edges.signatures.asking import TRUSTED, check_signatures
from veban.edges.signatures.found import Changed, CheckedPdf, Verdict

NOW = datetime.now(UTC)


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return make_authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def signed(authority):
    return signed_pdf(authority)


@pytest.fixture
def trusting(tmp_path, authority):
    """A data folder that trusts the authority."""
    trust(authority, tmp_path / TRUSTED)
    return tmp_path


def test_a_signature_under_a_trusted_root_names_signer_agency_issuer_and_time(trusting, signed):
    (found,) = check_signatures(signed, trusting, NOW).signatures
    assert (found.verdict, found.changed) == (Verdict.TRUSTED, Changed.NO)
    assert (found.signer, found.organisation, found.issuer) == (SIGNER, AGENCY, ISSUER)
    assert found.signed_at is not None
    assert found.signed_at.tzinfo
    assert not found.stamped


def test_without_trusted_roots_the_signature_is_intact_and_its_signer_unknown(tmp_path, signed):
    (found,) = check_signatures(signed, tmp_path, NOW).signatures
    assert (found.verdict, found.changed) == (Verdict.SIGNER_UNKNOWN, Changed.NO)
    assert found.signer == SIGNER


def test_another_authority_of_the_same_name_is_not_trusted(tmp_path, trusting):
    other = make_authority(tmp_path / "other")
    (found,) = check_signatures(signed_pdf(other), trusting, NOW).signatures
    assert found.verdict is Verdict.SIGNER_UNKNOWN


def test_a_root_that_is_added_later_counts_at_once(tmp_path, authority, signed):
    before = check_signatures(signed, tmp_path, NOW).signatures
    trust(authority, tmp_path / TRUSTED)
    after = check_signatures(signed, tmp_path, NOW).signatures
    assert [before[0].verdict, after[0].verdict] == [Verdict.SIGNER_UNKNOWN, Verdict.TRUSTED]


def test_one_changed_letter_breaks_the_signature(trusting, signed):
    tampered = signed.replace(b"Trich luc khai sinh", b"Trich luc khai tinh")
    assert tampered != signed
    (found,) = check_signatures(tampered, trusting, NOW).signatures
    assert (found.verdict, found.changed) == (Verdict.BROKEN, Changed.YES)


def test_words_added_after_signing_are_noticed_though_the_signed_part_is_intact(trusting, signed):
    (found,) = check_signatures(appended(signed), trusting, NOW).signatures
    assert (found.verdict, found.changed) == (Verdict.TRUSTED, Changed.YES)


def test_a_second_signature_is_no_change_of_the_document(trusting, authority, signed):
    twice = signed_pdf(authority, signed, "Signature2")
    first, second = check_signatures(twice, trusting, NOW).signatures
    assert (first.verdict, first.changed) == (Verdict.TRUSTED, Changed.SIGNED_AGAIN)
    assert (second.verdict, second.changed) == (Verdict.TRUSTED, Changed.NO)


@pytest.mark.parametrize("content", [unsigned_pdf(), b"\xff\xd8\xff\xe0 a photograph", b""])
def test_what_nobody_signed_has_no_signature(tmp_path, content):
    assert check_signatures(content, tmp_path, NOW) == CheckedPdf()


@pytest.mark.parametrize("length", [200, -1500, -40])
def test_a_torn_file_never_counts_as_signed_by_somebody_trusted(trusting, signed, length):
    checked = check_signatures(signed[:length] + b"/ByteRange", trusting, NOW)
    kinds = {(one.verdict, one.changed) for one in checked.signatures}
    assert (Verdict.TRUSTED, Changed.NO) not in kinds


def test_a_file_among_the_roots_that_is_no_certificate_is_passed_over(trusting, signed):
    (trusting / TRUSTED / "a.crt").write_bytes(b"not a certificate")
    (trusting / TRUSTED / "b.txt").write_text("ghi chú", encoding="utf-8")
    (found,) = check_signatures(signed, trusting, NOW).signatures
    assert found.verdict is Verdict.TRUSTED
