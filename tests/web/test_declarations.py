"""A declaration is filled in beside the reception, kept as one goes, and goes with the dossier."""

import pytest

from tests.web.desk import browser
from tests.web.forms import BIRTH, birth_form, code_on, fields_of
from veban.core.declarations.draft import KEPT_AFTER_USE, KEPT_FOR
from veban.core.declarations.form import get_form
from veban.core.dossiers.received import DossierReceived
from veban.edges.rulebook.shipped import ShippedRules
from veban.store.drafts.drafts import sweep_drafts
from veban.web.visitor import real_now

FORM = f"/receive/{BIRTH}/form"
BEGIN = f"/receive/{BIRTH}/declaration"
SAMPLE = get_form(ShippedRules().declarations(), "birth").sample
CARD = "000088990001||Lò Thị Thử|04051988|Nữ|Bản Mẫu, xã Na Sang, Điện Biên|01022022"
CHILD = {
    "full_name": "SÙNG THỊ MẪU",
    "birth_date": "2/11/2026",
    "sex": "F",
    "ethnicity": "Mông",
    "birth_place": "Trạm Y tế xã Na Sang",
}


def begin(lan, **changes):
    """Send the reception form to its declaration and return the address of the first section."""
    return lan.post(BEGIN, birth_form(lan, **changes)).headers["Location"]


def after(lan, address, **typed):
    """Send a section as shown, with what was typed over it, and return the answer."""
    shown = fields_of(lan.get(address), address)
    return lan.post(address, shown | {"step": "next"} | typed)


def filled(lan, **changes):
    """Fill in a whole declaration and return the address of the review."""
    address = begin(lan, **changes)
    address = after(lan, address, relation="mother").headers["Location"]
    address = after(lan, address, **CHILD).headers["Location"]
    address = after(lan, address).headers["Location"]
    address = after(lan, address).headers["Location"]
    return after(lan, address).headers["Location"]


def recorded(centre, code):
    history = centre.node.world.journal.history(centre.node.stream_of(code))
    return next(step.event for step in history if isinstance(step.event, DossierReceived))


def test_what_was_typed_at_the_table_is_not_typed_again(lan):
    typed = {"applicant-personal_id": "000088990001", "applicant-village": "Bản Mẫu"}
    address = begin(lan, **typed, **{"applicant-ethnicity": "Mông"})
    shown = fields_of(lan.get(address), address)
    assert shown["full_name"] == "Vàng Thị Dua"
    assert shown["residence"] == "Bản Mẫu, xã Na Sang, tỉnh Điện Biên"
    after(lan, address, relation="mother")
    mother = address.replace("requester", "mother")
    shown = fields_of(lan.get(mother), mother)
    assert (shown["full_name"], shown["birth_date"]) == ("Vàng Thị Dua", "05/1988")
    assert (shown["ethnicity"], shown["personal_id"]) == ("Mông", "000088990001")
    father = address.replace("requester", "father")
    assert fields_of(lan.get(father), father)["full_name"] == ""


def test_a_whole_declaration_travels_with_the_dossier_and_is_printed(lan, centre):
    review = lan.get(filled(lan))
    assert "Đã điền đủ, đi cùng hồ sơ" in review.content.decode()
    sent = fields_of(review, FORM) | {"step": "confirm", "explained": "on"}
    done = lan.post(FORM, sent)
    code = code_on(done.headers["Location"])
    declaration = recorded(centre, code).person.declaration
    form = get_form(ShippedRules().declarations(), "birth")
    assert (declaration["form"], declaration["since"]) == ("birth", form.since_on.isoformat())
    assert declaration["digest"] == form.digest
    assert declaration["data"]["child"]["birth_date"] == "2026-11-02"
    assert "father" not in declaration["data"]
    assert f"/dossiers/{code}/declaration.pdf" in lan.get(f"/dossiers/{code}").content.decode()
    assert lan.get(f"/dossiers/{code}/declaration.pdf").content.startswith(b"%PDF")
    assert lan.post(FORM, sent).headers["Location"] == done.headers["Location"]


def test_the_paper_of_the_checklist_is_ticked_once_the_declaration_is_whole(lan):
    address = filled(lan, **{"paper0-given": ""})
    sent = fields_of(lan.get(address), FORM)
    assert sent["paper0-given"] == "on"


def test_a_section_is_kept_right_or_wrong_and_the_mistake_is_said(lan):
    address = begin(lan).replace("requester", "child")
    answer = after(lan, address, **CHILD | {"birth_date": "31/02/2026"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Ghi đủ ngày, tháng, năm có thật" in page
    assert "Còn 1 mục cần sửa" in page
    assert fields_of(lan.get(address), address)["birth_date"] == "31/02/2026"


def test_the_module_keeps_what_is_typed_without_a_page(lan):
    address = begin(lan).replace("requester", "child")
    answer = lan.post(address, {"full_name": "SÙNG A", "step": "keep"})
    assert (answer.status_code, answer.content) == (204, b"")
    assert fields_of(lan.get(address), address)["full_name"] == "SÙNG A"


def test_a_card_fills_in_a_parent(lan):
    address = begin(lan).replace("requester", "father")
    answer = lan.post(address, {"step": "card", "card": CARD, "ethnicity": "Thái"})
    shown = fields_of(answer, address)
    assert (shown["full_name"], shown["birth_date"]) == ("Lò Thị Thử", "04/05/1988")
    assert (shown["personal_id"], shown["ethnicity"]) == ("000088990001", "Thái")


def test_an_unfinished_declaration_stays_behind_and_the_officer_is_told(lan, centre):
    address = begin(lan)
    after(lan, address, relation="mother")
    page = lan.get(f"{FORM}?case=ordinary&draft={address.split('/')[2]}")
    assert "nên tờ khai chưa đi cùng hồ sơ" in page.content.decode()
    done = lan.post(FORM, fields_of(page, FORM) | {"step": "confirm", "explained": "on"})
    assert recorded(centre, code_on(done.headers["Location"])).person.declaration == {}


def test_a_received_declaration_is_not_changed_any_more(lan):
    address = filled(lan)
    lan.post(FORM, fields_of(lan.get(address), FORM) | {"step": "confirm", "explained": "on"})
    draft = address.partition("draft=")[2].partition("&")[0]
    answer = lan.post(f"/declarations/{draft}/child", CHILD)
    assert answer.status_code == 409
    assert "đã được tiếp nhận" in answer.content.decode()


def test_the_next_child_of_the_same_mother_begins_with_her(lan):
    done = lan.post(
        FORM, fields_of(lan.get(filled(lan)), FORM) | {"step": "confirm", "explained": "on"}
    )
    code = code_on(done.headers["Location"])
    shown = fields_of(lan.get(f"{FORM}?case=ordinary&same={code}"), FORM)
    address = lan.post(BEGIN, shown).headers["Location"].replace("requester", "mother")
    assert fields_of(lan.get(address), address)["full_name"] == "Vàng Thị Dua"


def test_a_draft_nobody_touches_is_thrown_away_and_the_dossier_is_received_without(lan, centre):
    address = filled(lan)
    assert sweep_drafts(centre.node.alias, real_now()) == 0
    assert sweep_drafts(centre.node.alias, real_now() + KEPT_FOR) > 0
    answer = lan.get(address)
    assert "không còn được giữ" in answer.content.decode()
    assert lan.get("/declarations/abc/child").status_code == 410


def test_a_used_draft_goes_sooner(lan, centre):
    done = fields_of(lan.get(filled(lan)), FORM) | {"step": "confirm", "explained": "on"}
    lan.post(FORM, done)
    assert sweep_drafts(centre.node.alias, real_now() + KEPT_AFTER_USE) == 1


@pytest.mark.parametrize("officer", ["vien", "admin"])
def test_nobody_else_opens_a_draft(lan, centre, officer):
    address = begin(lan)
    assert browser(centre, officer).get(address).status_code == 403


def test_nothing_personal_stands_in_an_address(lan):
    address = begin(lan)
    assert address.split("/")[3] == "requester"
    assert len(address.split("/")[2]) == 32


def test_a_dossier_in_hand_gets_a_declaration_to_sign_and_stays_as_it_is(lan, centre):
    done = lan.post(FORM, birth_form(lan, step="confirm"))
    code = code_on(done.headers["Location"])
    assert "Điền tờ khai để in và ký" in lan.get(f"/dossiers/{code}").content.decode()
    address = lan.post(f"/dossiers/{code}/declaration").headers["Location"]
    shown = fields_of(lan.get(address), address)
    assert shown["full_name"] == "Vàng Thị Dua"
    after(lan, address, relation="mother")
    mother = fields_of(
        lan.get(address.replace("requester", "mother")), address.replace("requester", "mother")
    )
    assert (mother["full_name"], mother["birth_date"]) == ("Vàng Thị Dua", "05/1988")
    assert lan.get(address.replace("requester", "print.pdf")).content.startswith(b"%PDF")
    last = address.replace("requester", "extras")
    assert lan.post(last, {"step": "later"}).headers["Location"] == f"/dossiers/{code}"
    assert recorded(centre, code).person.declaration == {}


def test_a_draft_of_a_dossier_in_hand_goes_into_no_other_reception(lan):
    code = code_on(lan.post(FORM, birth_form(lan, step="confirm")).headers["Location"])
    draft = lan.post(f"/dossiers/{code}/declaration").headers["Location"].split("/")[2]
    assert "không còn được giữ" in lan.get(f"{FORM}?draft={draft}").content.decode()


def test_a_procedure_without_a_form_offers_none(lan):
    page = lan.get("/receive/2.000815/form").content.decode()
    assert "Điền giúp tờ khai" not in page
    assert lan.post("/receive/2.000815/declaration").status_code == 404


def test_models_are_for_anybody_on_screen_and_on_paper(centre):
    anybody = browser(centre)
    page = anybody.get("/samples").content.decode()
    for form in ShippedRules().declarations():
        assert f'href="/samples/{form.name}"' in page
        shown = anybody.get(f"/samples/{form.name}").content.decode()
        assert 'data-mark="MẪU"' in shown
        assert "chưa đối chiếu từng mục" in shown
        for paper in ("sample", "empty"):
            answer = anybody.get(f"/samples/{form.name}/{paper}.pdf")
            assert answer.content.startswith(b"%PDF")
    assert anybody.get("/samples/divorce").status_code == 404


def test_models_are_reached_from_tracking_and_from_the_checklist(lan, centre):
    assert 'href="/samples"' in browser(centre).get("/t/").content.decode()
    checklist = lan.get(f"/receive/{BIRTH}").content.decode()
    assert 'href="/samples/birth"' in checklist
    assert 'href="/samples/birth/empty.pdf"' in checklist


def test_who_is_too_young_to_marry_is_shown_to_the_officer(lan):
    marriage = "1.000894"
    form = fields_of(lan.get(f"/receive/{marriage}/form"), f"/receive/{marriage}/form")
    address = lan.post(f"/receive/{marriage}/declaration", form).headers["Location"]
    lan.post(address, {"birth_date": "24/11/2008", "step": "keep"})
    page = lan.get(address).content.decode()
    assert "chưa đủ 18 tuổi" in page
    lan.post(address, {"birth_date": "23/11/2008", "step": "keep"})
    assert "chưa đủ 18 tuổi" not in lan.get(address).content.decode()
