"""A dossier's page and its moves, from reception to hand-back."""

import pytest

from tests.web.desk import browser
from tests.web.forms import birth_form, code_on
from veban.core.journal.entry import GENESIS, Header, seal

FORM = "/receive/1.001193/form"


@pytest.fixture
def code(lan):
    return code_on(lan.post(FORM, birth_form(lan, step="confirm")).headers["Location"])


def do(client, code, move, **fields):
    """Send a move's form as a browser would, now."""
    form = {"key": f"{code}{move}", "at_day": "2026-11-23", "at_time": "09:00"} | fields
    return client.post(f"/dossiers/{code}/do/{move}", form)


def test_the_page_offers_the_moves_of_the_officers_role(centre, lan, code):
    receiver = lan.get(f"/dossiers/{code}").content.decode()
    handler = browser(centre, "pao").get(f"/dossiers/{code}").content.decode()
    assert "/do/transfer" in receiver
    assert "/do/request_payment" not in receiver
    assert "/do/request_payment" in handler
    assert "/do/sign" not in handler


def test_from_the_table_to_the_hand_of_the_collector(centre, lan, code):
    pao, hoa = browser(centre, "pao"), browser(centre, "hoa")
    assert do(pao, code, "transfer").status_code == 302
    assert do(hoa, code, "sign", result="Giấy khai sinh", number="7/KS").status_code == 302
    answer = do(lan, code, "hand_back", to="Vàng Thị Dua", proof="fingerprint")
    assert answer.status_code == 302, answer.content.decode()
    page = lan.get(f"/dossiers/{code}").content.decode()
    assert "Đã trả kết quả" in page
    assert "Điểm chỉ" in page
    assert "Số: 7/KS" in page
    assert "Nguyễn Thị Hoa" in page


def test_a_request_to_supplement_stops_the_clock_and_prints_its_slip(centre, lan, code):
    pao = browser(centre, "pao")
    asked = do(pao, code, "request_supplement", papers="Giấy A\nGiấy B", reason="Ảnh mờ")
    assert asked.status_code == 302, asked.content.decode()
    page = lan.get(f"/dossiers/{code}").content.decode()
    assert "Chờ bổ sung giấy tờ" in page
    assert "– Giấy B" in page
    assert "Tạm dừng tính từ" in page
    slip = lan.get(f"/dossiers/{code}/supplement.pdf")
    assert slip.content.startswith(b"%PDF")


def test_a_move_sent_twice_happens_once(centre, code):
    pao = browser(centre, "pao")
    assert [do(pao, code, "transfer").status_code for _ in range(2)] == [302, 302]
    assert pao.get(f"/dossiers/{code}").content.decode().count("Chuyển xử lý</strong>") == 1


def test_what_a_move_needs_is_asked_beside_its_field(centre, code):
    pao = browser(centre, "pao")
    answer = do(pao, code, "request_supplement", papers="", reason="")
    assert answer.status_code == 422
    assert answer.content.decode().count("Mục này cần có.") == 2


def test_a_move_that_the_state_forbids_says_what_to_do(lan, code):
    answer = do(lan, code, "hand_back", to="Vàng Thị Dua", proof="signature")
    assert answer.status_code == 409
    assert "Mở lại trang hồ sơ" in answer.content.decode()


def test_the_new_date_of_an_apology_ends_with_the_office_day(centre, code):
    pao = browser(centre, "pao")
    answer = do(pao, code, "reappoint", due_at="2026-11-25", reason="Mất điện")
    assert answer.status_code == 302, answer.content.decode()
    assert "Hẹn lại: 17:00 25/11/2026" in pao.get(f"/dossiers/{code}").content.decode()


def test_the_receipt_prints_from_the_page(lan, code):
    answer = lan.get(f"/dossiers/{code}/receipt.pdf")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")


def test_an_unknown_code_and_move_are_told(lan, code):
    assert lan.get("/dossiers/H18.03.172-261123-9999").status_code == 404
    assert lan.get(f"/dossiers/{code}/do/fly").status_code == 404


@pytest.mark.parametrize("words", ["vang thi dua", "Vàng", "dua"])
def test_the_list_finds_names_with_or_without_tone_marks(lan, code, words):
    assert code in lan.post("/dossiers", {"q": words}).content.decode()


def test_words_in_an_address_are_not_searched(lan, code):
    assert 'value="dua"' not in lan.get("/dossiers", {"q": "dua"}).content.decode()


def test_the_list_finds_a_part_of_the_code(lan, code):
    assert code in lan.post("/dossiers", {"q": code[-9:]}).content.decode()


def test_what_is_due_today_stands_in_the_inbox(lan, code):
    page = lan.get("/inbox").content.decode()
    assert "Hạn hôm nay" in page
    assert code in page.partition('id="today"')[2].partition("</section>")[0]


def test_what_a_holder_refused_waits_for_a_leader(centre, lan, code):
    page = browser(centre, "minh").get("/inbox").content.decode()
    assert "Cần lãnh đạo xem lại" not in page
    seen = {"system": "portal", "state": "2", "seen_at": "2026-11-23", "source": "Cổng"}
    pao, hoa = browser(centre, "pao"), browser(centre, "hoa")
    assert do(pao, code, "transfer").status_code == 302
    assert do(hoa, code, "sign", result="Giấy khai sinh").status_code == 302
    assert do(lan, code, "seen", **seen).status_code == 302
    page = browser(centre, "minh").get("/inbox").content.decode()
    assert code in page.partition('id="contested"')[2].partition("</section>")[0]
    assert "Hệ thống chính thức ghi" in lan.get(f"/dossiers/{code}").content.decode()


def test_a_step_of_a_newer_program_is_kept_and_shown_as_waiting_for_an_update(centre, lan):
    done = lan.post("/receive/1.001193/form", birth_form(lan, step="confirm"))
    code, journal = code_on(done.headers["Location"]), centre.node.journal
    stream, at = centre.node.stream_of(code), centre.node.world.clock.now()
    version = len(journal.history(stream)) + 1
    header = Header("may-9", 1, stream, version, "DossierBlessed", 1, at, at, "lan", "new", 0)
    with journal.writing() as writing:
        assert writing.receive([seal(header, {}, None, "", GENESIS)]) == 1
    page = lan.get(f"/dossiers/{code}").content.decode()
    assert "chờ cập nhật" in page
    assert "Bước này cần bản phần mềm mới hơn để đọc" in page
