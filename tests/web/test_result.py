"""The result on a dossier's page: its file's signature in words, checked without network."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web.desk import browser
from tests.web.forms import birth_form, code_on
from tests.worlds.memory import NA_SANG
from tests.worlds.signing import ISSUER, SIGNER, make_authority, signed_pdf, trust, unsigned_pdf
from veban.actions.people.add_officer import add_officer
from veban.core.people.roles import Role
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


@pytest.fixture
def code(centre, lan):
    made = code_on(lan.post(FORM, birth_form(lan, step="confirm")).headers["Location"])
    do(browser(centre, "pao"), made, "transfer")
    return made


def test_a_draft_goes_back_with_its_reason_is_drafted_anew_signed_and_issued(centre, lan, code):
    pao, hoa = browser(centre, "pao"), browser(centre, "hoa")
    do(pao, code, "draft", key="1", result="Giấy khai sinh")
    assert "Chờ ký" in hoa.get("/inbox").content.decode()
    do(hoa, code, "send_draft_back", reason="Sai năm sinh")
    desk = pao.get("/inbox").content.decode()
    assert "Dự thảo bị trả lại" in desk
    assert code in desk.split("Dự thảo bị trả lại")[1]
    assert "Sai năm sinh" in pao.get(f"/dossiers/{code}").content.decode()
    do(pao, code, "draft", key="2", result="Giấy khai sinh", number="9/KS")
    do(hoa, code, "sign_draft")
    page = lan.get(f"/dossiers/{code}").content.decode()
    assert "/do/issue" in page
    assert "Cấp số và phát hành kết quả." in page
    do(lan, code, "issue")
    page = lan.get(f"/dossiers/{code}").content.decode()
    assert "Đã có kết quả" in page
    assert "9/KS" in page


def test_an_opinion_is_chosen_from_those_that_are_waited_for(centre, lan, code):
    pao = browser(centre, "pao")
    asked = {"of": "Công an xã", "question": "Có cư trú không?", "due_on": "2026-11-24"}
    do(pao, code, "ask_opinion", **asked)
    page = lan.get(f"/dossiers/{code}").content.decode()
    assert "hạn trả lời 24/11/2026" in page
    assert "Chưa trả lời" in page
    form = lan.get(f"/dossiers/{code}/do/give_opinion").content.decode()
    assert "1. Công an xã" in form
    do(lan, code, "give_opinion", ordinal="1", answer="agree", opinion="Có cư trú")
    page = lan.get(f"/dossiers/{code}").content.decode()
    assert "Chưa trả lời" not in page
    assert "Có cư trú" in page
    assert "/do/give_opinion" not in page


def test_only_a_manager_who_received_it_is_asked_why_he_signs(centre, lan, code):
    assert "override_reason" not in browser(centre, "hoa").get(sign_of(code)).content.decode()
    add_officer(centre.node.world, "tam", "Hà Văn Tám", ALL_THREE, NA_SANG)
    tam = browser(centre, "tam")
    own = code_on(tam.post(FORM, birth_form(tam, step="confirm")).headers["Location"])
    do(browser(centre, "pao"), own, "transfer")
    assert "override_reason" not in tam.get(sign_of(code)).content.decode()
    assert "override_reason" in tam.get(sign_of(own)).content.decode()
    do(tam, own, "sign", result="Giấy khai sinh", override_reason="Chỉ còn một người trực")
    page = lan.get(f"/dossiers/{own}").content.decode()
    assert "Lãnh đạo cho người đã tiếp nhận ký: Chỉ còn một người trực" in page


def test_who_received_it_and_manages_nothing_is_not_offered_the_signature(centre, code):
    add_officer(centre.node.world, "sau", "Quàng Văn Sáu", ALL_THREE[:2], NA_SANG)
    sau = browser(centre, "sau")
    own = code_on(sau.post(FORM, birth_form(sau, step="confirm")).headers["Location"])
    do(browser(centre, "pao"), own, "transfer")
    assert sign_of(own) not in sau.get(f"/dossiers/{own}").content.decode()
    assert sign_of(code) in sau.get(f"/dossiers/{code}").content.decode()


ALL_THREE = [Role.RECEIVER, Role.SIGNER, Role.MANAGER]


def sign_of(code):
    return f"/dossiers/{code}/do/sign"


def test_the_rows_of_a_drafted_dossier_are_the_same_after_a_rebuild(centre, code):
    do(browser(centre, "pao"), code, "draft", result="Giấy khai sinh")
    assert centre.node.journal.rebuild()[1]
