"""The law desk: the administrator sees what is missing, enters it, and pages use it at once."""

import pytest

from tests.web.desk import browser

CORRECTION = "1.004859"
FEES = f"/law/enter/fees/{CORRECTION}"
SOURCE = {"since_on": "2026-11-01", "document": "12/2026/NQ-HĐND", "article": "Điều 2"}


@pytest.fixture(scope="module")
def admin(centre):
    return browser(centre, "admin")


def test_what_is_missing_is_listed_with_the_way_to_enter_it(admin):
    shown = admin.get("/law").content.decode()
    assert "Mức thu chưa có số" in shown
    assert "còn 17" in shown
    assert CORRECTION in admin.get("/law/choose/fees").content.decode()


def test_a_fee_entered_stands_on_the_checklist_and_is_not_missing_any_more(admin, lan):
    before = lan.get(f"/receive/{CORRECTION}").content.decode()
    assert "15.000" not in before
    form = SOURCE | {"key": "f1", "direct": "15000", "online": "0", "per": "dossier"}
    for _ in range(2):
        assert admin.post(FEES, form).headers["Location"] == "/law#entered"
    assert "15.000" in lan.get(f"/receive/{CORRECTION}").content.decode()
    assert CORRECTION not in admin.get("/law/choose/fees").content.decode()
    listed = admin.get("/law").content.decode()
    assert listed.count("12/2026/NQ-HĐND") == 1
    assert "trực tiếp 15.000" in listed


def test_a_fee_without_a_figure_or_a_document_is_asked_again(admin):
    answer = admin.post(FEES, {"key": "f2", "per": "dossier", "since_on": "2026-11-01"})
    assert answer.status_code == 422
    assert "Mục này cần có." in answer.content.decode()
    answer = admin.post(FEES, SOURCE | {"key": "f3", "per": "dossier"})
    assert "Ghi ít nhất một mức thu" in answer.content.decode()


def test_a_day_off_is_entered_for_the_day_itself(admin, centre):
    form = {"key": "d1", "on": "2026-12-02", "what": "holiday", "name": "Nghỉ", "document": "5/TB"}
    assert admin.post("/law/enter/day", form).status_code == 302
    entered = centre.node.law.for_unit("03172").entered()
    assert ("day", "2026-12-02") in [(row.kind, row.about) for row in entered]


def test_office_hours_that_end_before_they_begin_are_refused_in_words(admin):
    hours = {"morning_from": "11:30", "morning_to": "07:30", "afternoon_from": "13:30"}
    hours |= {"afternoon_to": "17:00", "same_day_cutoff": "15:00", "results_until": "17:00"}
    answer = admin.post("/law/enter/office_hours", SOURCE | hours | {"key": "h1"})
    assert answer.status_code == 422
    assert "chưa đúng" in answer.content.decode()


def test_the_agency_code_is_settled_by_the_administrator(admin, centre):
    assert admin.post("/law/agency", {"agency": "Điện Biên"}).status_code == 422
    assert admin.post("/law/agency", {"agency": "H18.50.12"}).headers["Location"] == "/law#agency"
    shown = admin.get("/law/agency").content.decode()
    assert 'value="H18.50.12"' in shown


def test_whoever_is_no_administrator_is_shown_the_door(lan):
    assert lan.get("/law").status_code == 403
    assert (
        lan.post(FEES, SOURCE | {"key": "f9", "direct": "1", "per": "dossier"}).status_code == 403
    )
