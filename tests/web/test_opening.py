"""Opening a laptop on its pages: wrong phrases are counted, plain PINs are refused."""

import pytest

from tests.web.desk import browser
from tests.web.laptop import PHRASE, pair

WRONG = {"officer": "lan", "phrase": "không phải câu này"}
RIGHT = {"officer": "lan", "phrase": PHRASE}


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    with pair(tmp_path_factory.mktemp("both")) as made:
        yield made


def test_five_wrong_phrases_from_a_phone_wait_there_and_the_laptop_itself_still_opens(both):
    both.laptop.lock()
    phone = browser(both.laptop, REMOTE_ADDR="192.168.43.7")
    assert [phone.post("/open", WRONG).status_code for _ in range(6)] == [403] * 5 + [429]
    page = phone.post("/open", RIGHT)
    assert page.status_code == 429
    assert "Chờ 5 phút" in page.content.decode()
    assert both.laptop.node is None
    assert browser(both.laptop).post("/open", RIGHT).headers["Location"] == "/pin"


@pytest.mark.parametrize("pin", ["abcdef", "12345", "1234567", "٢٧٤٨١٩"])
def test_what_is_no_pin_is_told_in_words_of_a_pin(both, pin):
    page = both.lan().post("/pin", {"pin": pin, "again": pin})
    assert page.status_code == 422
    assert "6 chữ số" in page.content.decode()
    assert "Mật khẩu" not in page.content.decode()


@pytest.mark.parametrize("pin", ["123456", "654321", "000000", "121212", "890123", "123123"])
def test_a_pin_that_anybody_tries_first_is_refused(both, pin):
    page = both.lan().post("/pin", {"pin": pin, "again": pin})
    assert page.status_code == 422
    assert "dễ đoán" in page.content.decode()
