"""Slips 02 and 03 for somebody who goes home without a code."""

from tests.web.forms import fields_of

SUPPLEMENT = "/receive/1.001193/sent-home/supplement"
REFUSAL = "/receive/1.001193/sent-home/refusal"


def form_of(lan, address, **fields):
    return fields_of(lan.get(address), address) | {"reason": "Chưa có giấy.", **fields}


def test_missing_papers_go_home_as_slip_02(lan):
    missing = "Tờ khai đăng ký khai sinh theo mẫu"
    form = form_of(lan, SUPPLEMENT, full_name="Sùng A Chống", missing=missing)
    answer = lan.post(SUPPLEMENT, form)
    assert answer.status_code == 302, answer.content.decode()
    assert "Đã lập Phiếu yêu cầu bổ sung" in lan.get(answer.headers["Location"]).content.decode()
    assert lan.get(f"{answer.headers['Location']}/slip.pdf").content.startswith(b"%PDF")


def test_a_refusal_goes_home_as_slip_03(lan):
    form = form_of(lan, REFUSAL, full_name="Sùng A Chống", legal_basis="60/2014/QH13")
    answer = lan.post(REFUSAL, form)
    assert answer.status_code == 302, answer.content.decode()
    assert "Đã lập Phiếu từ chối" in lan.get(answer.headers["Location"]).content.decode()


def test_a_slip_that_asks_for_nothing_is_refused(lan):
    answer = lan.post(SUPPLEMENT, form_of(lan, SUPPLEMENT, full_name="Sùng A Chống"))
    assert answer.status_code == 422
    assert "Chưa ghi giấy tờ nào cần bổ sung" in answer.content.decode()


def test_a_slip_sent_twice_is_one_visit(lan, clock):
    form = form_of(lan, REFUSAL, full_name="Sùng A Chống")
    first = lan.post(REFUSAL, form)
    clock.move_to("2026-11-23T09:07:00+07:00")
    assert lan.post(REFUSAL, form).headers["Location"] == first.headers["Location"]


def test_an_unknown_visit_is_told(lan):
    assert lan.get("/visits/khong-co").status_code == 404
