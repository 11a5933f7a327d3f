"""Taking in a dossier on the pages, without JavaScript."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web.forms import BIRTH, birth_form, code_on, fields_of
from tests.worlds import scans

FORM = f"/receive/{BIRTH}/form"


@pytest.mark.parametrize("words", ["khai sinh", "Đăng ký khai sinh", "dang ky KHAI sinh", BIRTH])
def test_a_procedure_is_found_with_or_without_tone_marks(lan, words):
    page = lan.get("/receive", {"q": words}).content.decode()
    assert f'href="/receive/{BIRTH}"' in page


def test_the_complete_checklist_stands_before_anything_is_typed(lan):
    page = lan.get(f"/receive/{BIRTH}?case=proxy").content.decode()
    assert "Giấy chứng sinh" in page
    assert "Văn bản ủy quyền" in page
    assert "Bắt buộc" in page
    assert "<input" not in page.partition("Giấy tờ cần có</h2>")[2].partition("</section>")[0]


def test_from_the_form_over_the_review_to_the_code(lan):
    review = lan.post(FORM, birth_form(lan))
    assert review.status_code == 200
    assert "17:00 23/11/2026" in review.content.decode()
    confirm = fields_of(review, FORM) | {"step": "confirm", "explained": "on"}
    answer = lan.post(FORM, confirm)
    assert answer.status_code == 302, answer.content.decode()
    received = lan.get(answer.headers["Location"]).content.decode()
    assert code_on(answer.headers["Location"]) in received
    assert "Vàng Thị Dua" in received
    assert "In Giấy tiếp nhận" in received


def test_a_form_sent_twice_is_one_dossier(lan):
    confirm = birth_form(lan, step="confirm")
    first, second = lan.post(FORM, confirm), lan.post(FORM, confirm)
    assert first.headers["Location"] == second.headers["Location"]


def test_nothing_is_numbered_before_the_last_step(lan, centre):
    before = centre.node.world.journal.chains()
    lan.post(FORM, birth_form(lan))
    assert centre.node.world.journal.chains() == before


def test_errors_stand_beside_their_fields_and_what_was_typed_stays(lan):
    form = birth_form(lan) | {"applicant-full_name": "", "applicant-birth_date": "hôm qua"}
    answer = lan.post(FORM, form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Mục này cần có." in page
    assert 'value="hôm qua"' in page
    assert 'aria-invalid="true"' in page


def test_a_birth_date_that_is_none_is_told_beside_its_field(lan):
    answer = lan.post(FORM, birth_form(lan, **{"applicant-birth_date": "31/02/1988"}))
    field = answer.content.decode().partition('for="id_applicant-birth_date"')[2]
    assert "Chưa đọc được" in field.partition("</div>")[0]


def test_missing_papers_lead_to_the_slip_that_asks_for_them(lan):
    form = birth_form(lan)
    del form["paper1-given"]
    answer = lan.post(FORM, form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Hồ sơ chưa đủ giấy tờ: Giấy chứng sinh" in page
    assert "/sent-home/supplement" in page


def test_a_scan_is_kept_once_and_travels_over_the_review(lan, centre):
    scan = scans.pdf()
    form = birth_form(lan, **{"paper0-file": SimpleUploadedFile("to-khai.pdf", scan)})
    review = lan.post(FORM, form)
    digest = hashlib.sha256(scan).hexdigest()
    assert fields_of(review, FORM)["paper0-kept"] == digest
    assert centre.node.world.blobs.get(digest) == scan
    answer = lan.post(FORM, fields_of(review, FORM) | {"step": "confirm", "explained": "on"})
    assert (
        "có bản quét" in lan.get(answer.headers["Location"][: -len("/received")]).content.decode()
    )


def test_a_scan_that_is_too_large_is_told_and_not_lost_without_a_word(lan):
    large = SimpleUploadedFile("anh.jpg", bytes(10 * 1024 * 1024 + 1))
    answer = lan.post(FORM, birth_form(lan, **{"paper0-file": large}))
    assert answer.status_code == 422
    assert "Tệp lớn hơn 10 MB" in answer.content.decode()


def test_back_from_the_review_everything_is_still_there(lan):
    review = lan.post(FORM, birth_form(lan))
    page = lan.post(FORM, fields_of(review, FORM) | {"step": "edit"})
    assert fields_of(page, FORM)["applicant-full_name"] == "Vàng Thị Dua"
    assert fields_of(page, FORM)["paper1-given"] == "on"


def test_an_unchecked_procedure_is_received_by_the_names_of_its_papers(lan):
    address = "/receive/1.001699/form"
    form = fields_of(lan.get(address), address)
    form |= {"applicant-full_name": "Giàng A Sử", "named0-name": "Đơn đề nghị"}
    form |= {"step": "confirm", "explained": "on"}
    answer = lan.post(address, form)
    assert answer.status_code == 302, answer.content.decode()
    page = lan.get(answer.headers["Location"]).content.decode()
    assert "chưa được đối chiếu" in page


def test_outside_the_centre_an_exception_asks_for_its_witness(lan, centre):
    rules = centre.node.rules
    code = next(p.code for p in rules.procedures() if _is_exception(p, centre))
    address = f"/receive/{code}/form"
    form = fields_of(lan.get(address), address)
    form |= {"place-kind": "home", "step": "confirm", "explained": "on"}
    given = dict.fromkeys(_paper_ticks(lan.get(address).content.decode()), "on")
    form |= given | {"applicant-full_name": "Lường Văn Ó", "named0-name": "Giấy khác"}
    assert "người làm chứng" in lan.post(address, form).content.decode()
    answer = lan.post(address, form | {"place-witness": "Vừ A Chía"})
    assert answer.status_code == 302, answer.content.decode()


def _is_exception(procedure, centre):
    day = centre.node.world.clock.now().date()
    return procedure.on(day).place.home.value == "exception"


def _paper_ticks(page):
    return [part.partition('"')[0] for part in page.split('name="')[1:] if "-given" in part[:14]]
