"""Whom there is news for, village by village, and who told them."""

import io
import re

import pytest
from pypdf import PdfReader

from tests.web.desk import browser
from tests.web.forms import birth_form, code_on
from tests.web.laptop import pair
from veban.actions.dossiers.erase import erase_dossier
from veban.edges.clocks import VARIABLE

FORM = "/receive/1.001193/form"
GRANDMOTHER = {
    "applicant-full_name": "Sùng Thị Già",
    "applicant-village": "Huổi Hạ",
    "contact-full_name": "Giàng A Cháu",
    "contact-phone": "0900000002",
    "contact-may_be_told": "on",
}


def do(client, code, move, **fields):
    form = {"key": f"{code}{move}", "at_day": "2026-11-23", "at_time": "09:00"} | fields
    answer = client.post(f"/dossiers/{code}/do/{move}", form)
    assert answer.status_code == 302, answer.content.decode()


@pytest.fixture
def signed(lan, centre):
    """A dossier of a grandmother without a phone, whose result is signed."""
    done = lan.post(FORM, birth_form(lan, step="confirm", **GRANDMOTHER))
    code = code_on(done.headers["Location"])
    do(browser(centre, "pao"), code, "transfer")
    do(browser(centre, "hoa"), code, "sign", result="Giấy khai sinh")
    return code


def untold(client):
    return client.get("/road/to-tell").content.decode().partition("Đã báo gần đây")[0]


def test_a_result_is_news_until_somebody_told_it(lan, signed):
    page = untold(lan)
    assert "Huổi Hạ" in page
    assert "Giàng A Cháu · 0900000002" in page
    assert signed in page
    form = lan.get(f"/dossiers/{signed}/do/tell").content.decode()
    assert re.search(r'value="contact"[^>]*checked', form)
    do(lan, signed, "tell", through="contact", to="Giàng A Cháu")
    assert signed not in untold(lan)
    assert signed in lan.get("/road/to-tell").content.decode()
    assert "Qua người liên hệ được báo tin" in lan.get(f"/dossiers/{signed}").content.decode()


def test_what_was_received_and_waits_for_nobody_is_no_news(lan):
    done = lan.post(FORM, birth_form(lan, step="confirm", **GRANDMOTHER))
    assert code_on(done.headers["Location"]) not in untold(lan)


def test_news_after_the_telling_is_news_again(lan, centre):
    done = lan.post(FORM, birth_form(lan, step="confirm", **GRANDMOTHER))
    code, pao = code_on(done.headers["Location"]), browser(centre, "pao")
    do(pao, code, "request_supplement", papers="Giấy chứng sinh", reason="Ảnh mờ")
    do(lan, code, "tell", through="village_head")
    assert code not in untold(lan)
    taken = {"papers": "Giấy chứng sinh", "at_time": "09:00"}
    do(lan, code, "take_supplement", **taken)
    do(pao, code, "transfer", at_time="09:00")
    assert code not in untold(lan)


def test_the_village_heads_sheet_has_names_and_dates_only(lan, signed):
    page = untold(lan)
    number = re.search(r'id="v(\d+)"><span lang="vi">Huổi Hạ', page)[1]
    answer = lan.get(f"/road/to-tell/{number}.pdf")
    text = " ".join(PdfReader(io.BytesIO(answer.content)).pages[0].extract_text().split())
    assert "Sùng Thị Già" in text
    assert "thứ Hai, 23/11/2026" in text
    for kept_back in (signed, "khai sinh", "kết quả", "Giàng A Cháu", "0900000002"):
        assert kept_back not in text


def test_whoever_tells_it_in_the_village_sends_a_message(tmp_path, clock, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(clock.path))
    with pair(tmp_path) as both:
        at_laptop, at_centre = both.lan(), browser(both.centre, "lan")
        done = at_laptop.post(FORM, birth_form(at_laptop, step="confirm", **GRANDMOTHER))
        code = code_on(done.headers["Location"])
        both.exchange()
        do(browser(both.centre, "pao"), code, "transfer")
        do(browser(both.centre, "hoa"), code, "sign", result="Giấy khai sinh")
        both.exchange()
        assert code in untold(at_laptop)
        do(at_laptop, code, "tell", through="in_person")
        assert "chờ nơi xử lý xác nhận" in untold(at_laptop)
        assert code in untold(at_centre)
        both.exchange()
        assert code not in untold(at_centre)
        both.exchange()
        assert code not in untold(at_laptop)


def test_an_erased_dossier_is_nobodys_news_and_of_no_sitting(lan, centre, signed):
    sitting = re.search(r"/sittings/(\w+)", lan.get(f"/dossiers/{signed}").content.decode())[1]
    assert lan.get(f"/sittings/{sitting}").status_code == 200
    erase_dossier(centre.node.world, signed, "admin", "02/QĐ-UBND")
    assert signed not in lan.get("/road/to-tell").content.decode()
    assert lan.get(f"/sittings/{sitting}").status_code == 404
