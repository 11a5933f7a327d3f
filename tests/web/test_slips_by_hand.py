"""The laptop dies: slips printed beforehand are written by hand and typed later, here or there."""

import re

import pytest

from tests.web.desk import browser
from tests.web.forms import code_on, fields_of
from tests.web.laptop import pair
from veban.edges.clocks import VARIABLE

BIRTH = "1.001193"


@pytest.fixture(scope="module")
def both(tmp_path_factory, clock):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(clock.path))
        with pair(tmp_path_factory.mktemp("pair")) as made:
            yield made


def print_slips(client, count, key):
    page = client.get("/road/blanks").content.decode()
    form = fields_of(client.get("/road/blanks"), "/road/blanks") | {"count": count, "key": key}
    assert "Phiếu trắng" in page
    return client.post("/road/blanks", form)


def type_slip(client, serial, key, **changes):
    form = {"serial": serial, "day": "2026-11-22", "time": "14:10", "why": "laptop_dead"}
    return client.post("/road/slip", form | {"key": key} | changes)


def receive_from(client, address, key, step="confirm", day="2026-11-22"):
    """Follow the redirect of the slip through procedure and form, as a browser would."""
    found = client.get(f"{address}&q=khai+sinh").content.decode()
    way = re.search(rf'href="(/receive/{BIRTH}\?[^"]+)"', found)[1].replace("&amp;", "&")
    checklist = client.get(way).content.decode()
    form = re.search(rf'href="(/receive/{BIRTH}/form[^"]*)"', checklist)[1].replace("&amp;", "&")
    fields = fields_of(client.get(form), f"/receive/{BIRTH}/form")
    assert (fields["place-received_on"], fields["place-received_time"]) == (day, "14:10")
    sent = fields | {
        "key": key,
        "applicant-full_name": "Giàng A Sử",
        "paper0-given": "on",
        "paper1-given": "on",
        "explained": "on",
        "step": step,
    }
    return client.post(f"/receive/{BIRTH}/form", sent)


def test_slips_are_printed_once_and_again_with_the_same_numbers(both):
    lan = both.lan()
    made = print_slips(lan, 4, "first")
    assert made.headers["Location"].endswith("first=401&last=404")
    assert print_slips(lan, 4, "first").headers["Location"] == made.headers["Location"]
    page = lan.get(made.headers["Location"]).content.decode()
    assert "Đã dành số 0401–0404" in page
    lane = both.laptop.node.world.me.node
    pdf = lan.get(f"/road/blanks/print.pdf?lane={lane}&first=401&last=404")
    assert pdf.content[:5] == b"%PDF-"


def test_too_many_slips_are_refused_with_what_is_left(both):
    lan = both.lan()
    answer = print_slips(lan, 99, "many")
    assert answer.status_code == 409
    assert "Dải số chỉ còn 96 số" in answer.content.decode()


def test_a_slip_is_typed_at_the_laptop_with_its_number_day_and_hour(both):
    lan = both.lan()
    on = type_slip(lan, "0401", "t1")
    assert on.headers["Location"] == "/receive?slip=401%402026-11-22T14%3A10"
    done = receive_from(lan, on.headers["Location"], "k-slip")
    assert code_on(done.headers["Location"]).endswith("-261122-0401")
    page = lan.get("/road/blanks").content.decode()
    assert "Đã nhập vào máy (1)" in page


def test_when_the_laptop_is_gone_the_centre_types_its_slips(both):
    lan = browser(both.centre, "lan")
    on = type_slip(lan, "402", "t2")
    done = receive_from(lan, on.headers["Location"], "k-centre")
    assert code_on(done.headers["Location"]).endswith("-261122-0402")


def test_a_number_of_no_lane_is_told_at_once(both):
    answer = type_slip(browser(both.centre, "lan"), "4999", "t3")
    assert answer.status_code == 422
    assert "Số phiếu 4999 không thuộc dải số" in answer.content.decode()


def test_a_spoiled_slip_is_named_with_its_reason_and_no_more_printed(both):
    lan = both.lan()
    answer = lan.post("/road/blanks/spoiled", {"serial": "403", "why": "wet", "key": "s1"})
    assert answer.status_code == 302
    page = lan.get("/road/blanks").content.decode()
    assert "Đã hủy (1)" in page
    lane = both.laptop.node.world.me.node
    assert lan.get(f"/road/blanks/print.pdf?lane={lane}&first=403&last=403").status_code == 404


def test_the_centre_prints_for_its_laptop_and_both_know_after_an_exchange(both):
    lan = browser(both.centre, "lan")
    assert print_slips(lan, 2, "c1").headers["Location"].endswith("first=301&last=302")
    assert both.exchange().done
    at_laptop = both.lan().get("/road/blanks").content.decode()
    at_centre = lan.get("/road/blanks").content.decode()
    for page in (at_laptop, at_centre):
        assert "0301" in page
        assert "0404" in page
        assert "Đã hủy (1)" in page


def test_an_unreadable_slip_in_the_address_is_passed_over(both):
    assert both.lan().get("/receive?slip=khong").status_code == 200


def test_a_number_that_was_never_printed_a_used_one_and_a_day_to_come_are_told_at_once(both):
    lan = both.lan()
    for n, (serial, day, said) in enumerate(
        [
            ("450", "2026-11-22", "Chưa in phiếu trắng nào mang số 450"),
            ("0401", "2026-11-22", "Số 401 của ngày 2026-11-22 đã dùng"),
            ("0404", "2026-11-24", "muộn hơn đồng hồ của máy"),
        ]
    ):
        answer = type_slip(lan, serial, f"wrong{n}", day=day)
        assert answer.status_code >= 400, serial
        assert said in answer.content.decode()


def test_a_slip_used_for_another_day_is_told_before_the_dossier_is_recorded(both):
    lan = both.lan()
    on = type_slip(lan, "0401", "t-again", day="2026-11-21")
    page = receive_from(lan, on.headers["Location"], "k-again", "review", "2026-11-21")
    assert "Số phiếu này đã dùng cho một hồ sơ của ngày khác" in page.content.decode()
