"""The laptop's pages around a journey: before leaving, on return, blank slips."""

import pytest

from tests.web.desk import browser
from tests.web.forms import birth_form, code_on
from tests.web.laptop import pair
from veban.core.rounds.readiness import ASKED
from veban.edges.clocks import VARIABLE
from veban.wiring.readiness import check_readiness


@pytest.fixture(scope="module")
def both(tmp_path_factory, clock):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(clock.path))
        with pair(tmp_path_factory.mktemp("pair")) as made:
            yield made


@pytest.fixture
def at_laptop(both):
    return both.lan()


def levels(both):
    return {line.name: line.level.value for line in check_readiness(both.laptop.node)}


def test_a_laptop_fresh_from_its_centre_lacks_only_what_an_officer_must_look_at(both, at_laptop):
    page = at_laptop.get("/road/ready").content.decode()
    assert "Trung tâm trả lời lần cuối lúc 09:00 23/11/2026" in page
    assert "Ngày ít nhất còn 500 số" in page
    found = levels(both)
    assert {found[name] for name in ("heard", "numbers", "clock", "folder", "unsent")} == {"ok"}
    assert found["wifi"] == found["paper"] == "warn"


def test_what_an_officer_confirms_is_ready_and_says_who_and_when(both, at_laptop):
    for name in ASKED:
        answer = at_laptop.post(f"/road/ready/{name}")
        assert answer.headers["Location"] == f"/road/ready#{name}"
    assert "Lò Thị Lan đã xem lúc 09:00 23/11/2026" in at_laptop.get("/road/ready").content.decode()
    assert {levels(both)[name] for name in ("paper", "wifi", "test_print")} == {"ok"}


def test_what_is_measured_cannot_be_confirmed(at_laptop):
    assert at_laptop.post("/road/ready/numbers").status_code == 404


def test_the_test_page_is_a_pdf(at_laptop):
    assert at_laptop.get("/road/ready/print.pdf").content[:5] == b"%PDF-"


def test_the_list_is_a_laptops_and_no_dead_end_at_the_centre(both):
    lan = browser(both.centre, "lan")
    assert lan.get("/road/ready").status_code == 404
    assert "/road/ready" not in lan.get("/road").content.decode()


def test_a_reception_leaves_one_number_less_and_something_to_send(both, at_laptop):
    done = at_laptop.post("/receive/1.001193/form", birth_form(at_laptop, step="confirm"))
    assert code_on(done.headers["Location"])
    assert levels(both)["unsent"] == "warn"
    assert "Ngày ít nhất còn 499 số" in at_laptop.get("/road/ready").content.decode()
