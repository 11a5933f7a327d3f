"""Who sees what: roles, units, figures only."""

import pytest

from tests.codebase.test_routes import routes
from tests.web.desk import browser
from tests.web.forms import birth_form, code_on
from veban.web.access import OfficersOnly

SAMPLES = {
    "<str:code>": "H18.03.172-261123-0001",
    "<str:move>": "sign",
    "<slip:kind>": "receipt",
    "<str:procedure>": "1.001193",
    "<outcome:outcome>": "supplement",
    "<str:visit>": "abc",
    "<int:village>": "0",
    "<str:sitting>": "0123456789abcdef",
    "<str:name>": "a.b.0123456789abcdef.veban",
    "<str:job>": "end_sessions",
    "<str:line>": "paper",
    "<str:digest>": "0" * 64,
    "<int:paper>": "0",
    "<int:scan>": "0",
    "<str:round_id>": "0123456789ab",
}


def addresses():
    for address, view in routes():
        if isinstance(view.access, OfficersOnly):
            for mark, sample in SAMPLES.items():
                address = address.replace(mark, sample)
            yield f"/{address}", view.access


@pytest.mark.parametrize("address", sorted(address for address, _ in addresses()))
def test_a_stranger_is_sent_to_the_entrance(centre, address):
    answer = browser(centre).get(address)
    if address.startswith("/doors/"):
        assert (answer.status_code, answer.json()["refused"]) == (401, "sign_in.needed")
    else:
        assert answer.headers["Location"].startswith("/sign-in")


@pytest.mark.parametrize("address", sorted(a for a, rule in addresses() if rule.roles))
def test_a_supervisor_opens_no_page_of_persons(centre, address):
    assert browser(centre, "vien").get(address).status_code == 403


def test_a_supervisor_sees_figures_and_no_name(centre, lan):
    lan.post("/receive/1.001193/form", birth_form(lan, step="confirm"))
    page = browser(centre, "vien").get("/inbox").content.decode()
    assert "Số liệu hồ sơ" in page
    assert "Vàng Thị Dua" not in page


def test_a_receiver_makes_no_move_of_the_signer(lan):
    done = lan.post("/receive/1.001193/form", birth_form(lan, step="confirm"))
    code = code_on(done.headers["Location"])
    form = {"key": "k-sign", "result": "Giấy khai sinh", "at_day": "2026-11-23", "at_time": "09:00"}
    answer = lan.post(f"/dossiers/{code}/do/sign", form)
    assert answer.status_code == 403
    assert "Vai trò của bạn không làm được việc này" in answer.content.decode()


def test_pages_are_not_kept_by_browsers_and_bring_no_script(lan):
    answer = lan.get("/inbox")
    assert answer.headers["Cache-Control"] == "no-store"
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    page = answer.content.decode()
    assert "<script" not in page
    assert "style=" not in page


def test_every_page_leads_to_its_source_and_says_that_it_is_practice(centre):
    page = browser(centre).get("/sign-in").content.decode()
    assert 'href="/source"' in page
    assert "BẢN THỬ" in page


def test_the_source_is_given_offline_and_holds_no_data_folder(centre):
    answer = browser(centre).get("/source.zip")
    assert answer.content[:2] == b"PK"
    assert b"veban-source/LICENSE" in answer.content
    assert b"sqlite3-wal" not in answer.content


def test_a_form_without_this_browsers_token_writes_nothing(centre):
    answer = browser(centre, enforce_csrf_checks=True).post("/sign-in", {"officer": "lan"})
    assert answer.status_code == 403
    assert "Mở lại trang rồi gửi lại" in answer.content.decode()


def test_an_address_that_leads_nowhere_says_what_to_do(centre):
    answer = browser(centre).get("/khong-co")
    assert answer.status_code == 404
    assert "Không có trang này" in answer.content.decode()
