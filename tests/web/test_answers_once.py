"""On a laptop a browser is sent on to what a form answers, so that it keeps no form."""

import pytest

from tests.web.desk import browser
from tests.web.forms import BIRTH
from tests.web.laptop import PHRASE, pair
from veban.web.answers_once import KEPT, PLACE

NAVIGATES = {"Sec-Fetch-Mode": "navigate"}
FORM = f"/receive/{BIRTH}/form"


@pytest.fixture
def both(tmp_path):
    with pair(tmp_path) as made:
        yield made


def send(client, address=FORM, form=None):
    return client.post(address, form or {}, headers=NAVIGATES)


def test_the_answer_to_a_form_waits_at_an_address_of_its_own(both):
    lan = both.lan()
    onward, direct = send(lan), lan.post(FORM)
    assert (onward.status_code, onward.content) == (303, b"")
    shown = lan.get(onward.headers["Location"])
    assert shown.status_code == direct.status_code == 422
    assert "mục cần sửa" in shown.content.decode()
    assert lan.get(onward.headers["Location"]).content == shown.content
    assert shown.headers["Cache-Control"] == "no-store"


def test_a_way_onward_stays_as_it_is(both):
    assert send(both.lan(), "/lock").headers["Location"] == "/open"
    both.laptop.open("lan", PHRASE)


def test_a_wrong_phrase_is_answered_there_too_while_the_laptop_is_locked(both):
    lan = both.lan()
    both.laptop.lock()
    onward = send(lan, "/open", {"officer": "lan", "phrase": "sai rồi, không phải"})
    assert onward.headers["Location"].startswith(PLACE)
    assert lan.get(onward.headers["Location"]).status_code in (401, 403, 422)
    both.laptop.open("lan", PHRASE)


def test_nobody_else_sees_the_answer(both):
    place = send(both.lan()).headers["Location"]
    gone = browser(both.laptop, "lan").get(place)
    assert gone.status_code == 410
    assert "page.gone" in gone.content.decode()


def test_locking_the_laptop_forgets_every_answer(both):
    lan = both.lan()
    place = send(lan).headers["Location"]
    both.laptop.lock()
    assert lan.get(place).status_code == 410
    both.laptop.open("lan", PHRASE)
    assert lan.get(place).status_code == 410


def test_only_the_newest_answers_are_kept(both):
    lan = both.lan()
    places = [send(lan).headers["Location"] for _ in range(KEPT + 1)]
    assert [lan.get(place).status_code for place in (places[0], places[1])] == [410, 422]


def test_a_centre_answers_directly(both):
    assert send(browser(both.centre, "minh")).status_code != 303
