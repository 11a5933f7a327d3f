"""An identity card fills in the applicant, by scanner or photograph, and leaves nothing behind."""

import io

import segno
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web.forms import BIRTH, birth_form, fields_of

FORM = f"/receive/{BIRTH}/form"
CARD = "011188990001|012345678|Lò Thị Thử|04051988|Nữ|Bản Mẫu, xã Na Sang, Điện Biên|01022022"


def photograph(text):
    made = io.BytesIO()
    segno.make(text).save(made, kind="png", scale=6, border=6)
    return SimpleUploadedFile("the.png", made.getvalue(), "image/png")


def test_a_scanned_card_fills_in_the_applicant_and_keeps_what_was_typed(lan):
    form = birth_form(lan) | {"step": "card", "card": CARD, "applicant-phone": "0912000111"}
    answer = lan.post(FORM, form)
    found = fields_of(answer, FORM)
    assert "Đã đọc thẻ căn cước" in answer.content.decode()
    assert found["applicant-full_name"] == "Lò Thị Thử"
    assert found["applicant-birth_date"] == "04/05/1988"
    assert found["applicant-sex"] == "F"
    assert found["applicant-personal_id"] == "011188990001"
    assert found["applicant-village"] == "Bản Mẫu"
    assert found["applicant-phone"] == "0912000111"
    assert found["card"] == ""


def test_a_photograph_is_read_and_stored_nowhere(lan, centre):
    stored = set((centre.node.folder / "blobs").rglob("*"))
    answer = lan.post(FORM, birth_form(lan) | {"step": "card", "card_photo": photograph(CARD)})
    assert fields_of(answer, FORM)["applicant-full_name"] == "Lò Thị Thử"
    assert set((centre.node.folder / "blobs").rglob("*")) == stored


def test_another_code_or_no_code_is_said_and_changes_nothing(lan):
    form = birth_form(lan) | {"step": "card"}
    for sent in ({"card": "https://example.vn"}, {"card_photo": photograph("veban")}):
        answer = lan.post(FORM, form | sent)
        assert "Chưa đọc được mã QR" in answer.content.decode()
        typed = fields_of(answer, FORM)["applicant-full_name"]
        assert typed == form["applicant-full_name"]


def test_enter_in_a_field_goes_on_to_the_review(lan):
    answer = lan.post(FORM, birth_form(lan) | {"step": "card", "card": ""})
    assert "Xem lại trước khi ghi" in answer.content.decode()


def test_a_number_that_does_not_fit_is_a_finding_and_refuses_nobody(lan):
    wrong = {"applicant-personal_id": "011088990001", "applicant-sex": "F"}
    review = lan.post(FORM, birth_form(lan) | wrong)
    assert "Số định danh và giới tính không khớp" in review.content.decode()
    answer = lan.post(FORM, fields_of(review, FORM) | {"step": "confirm", "explained": "on"})
    assert answer.status_code == 302
