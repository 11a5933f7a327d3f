"""The result on a dossier's page: its file's signature in words, checked without network."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web.desk import browser
from tests.web.forms import birth_form, code_on
from tests.worlds.signing import ISSUER, SIGNER, make_authority, signed_pdf, trust, unsigned_pdf
from veban.edges.signatures.asking import TRUSTED

FORM = "/receive/1.001193/form"
UNKNOWN = "Chữ ký nguyên vẹn, chưa biết người ký có được tin cậy không"
TRUSTED_WORDS = "Chữ ký số hợp lệ, người ký được tin cậy"
BROKEN = "Chữ ký số không khớp với nội dung"
UNSIGNED = "Tệp kết quả không có chữ ký số"


@pytest.fixture
def authority(tmp_path):
    return make_authority(tmp_path / "authority")


@pytest.fixture
def signed_page(centre, lan):
    """Returns the page of a dossier whose result is the file given."""

    def show(pdf):
        code = code_on(lan.post(FORM, birth_form(lan, step="confirm")).headers["Location"])
        do(browser(centre, "pao"), code, "transfer")
        file = SimpleUploadedFile("ket-qua.pdf", pdf, content_type="application/pdf")
        do(browser(centre, "hoa"), code, "sign", result="Giấy khai sinh", number="7/KS", file=file)
        return lan.get(f"/dossiers/{code}").content.decode()

    return show


def do(client, code, move, **fields):
    form = {"key": f"{code}{move}", "at_day": "2026-11-23", "at_time": "09:00"} | fields
    answer = client.post(f"/dossiers/{code}/do/{move}", form)
    assert answer.status_code == 302, answer.content.decode()


def test_without_a_trusted_root_the_page_says_that_the_signer_is_unknown(signed_page, authority):
    page = signed_page(signed_pdf(authority))
    assert UNKNOWN in page
    assert SIGNER in page
    assert ISSUER in page
    assert "theo đồng hồ máy người ký" in page
    assert "Tài liệu không bị sửa sau khi ký" in page
    assert TRUSTED_WORDS not in page


def test_a_signer_under_a_trusted_root_is_trusted(centre, signed_page, authority):
    trust(authority, centre.node.folder / TRUSTED)
    page = signed_page(signed_pdf(authority))
    assert TRUSTED_WORDS in page
    assert "chưa biết chứng thư có bị thu hồi hay không" in page


def test_a_tampered_file_is_not_to_be_used(signed_page, authority):
    page = signed_page(signed_pdf(authority).replace(b"khai sinh", b"khai tinh"))
    assert BROKEN in page
    assert UNKNOWN not in page


def test_a_scan_has_no_signature_and_the_paper_counts(signed_page):
    page = signed_page(unsigned_pdf())
    assert UNSIGNED in page
    assert "Người ký" not in page
