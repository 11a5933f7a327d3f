"""A clock far ahead is said before reception, an officer answers, and nobody is turned away."""

import pytest

from tests.web.desk import ClockFile, browser
from tests.web.forms import birth_form, code_on
from tests.web.laptop import PHRASE, pair
from tests.worlds.lines import receive_command
from veban.actions.dossiers.receive import receive_dossier
from veban.core.journal.refusals import ClockBehind
from veban.core.numbers.allot import NoLaneYet
from veban.edges.clocks import VARIABLE
from veban.store.readiness.said import list_said
from veban.wiring.opening import Opening, open_node
from veban.wiring.readiness import check_readiness
from veban.wiring.renewing import renew_node
from veban.wiring.served import ServedFolder

ASKS = "Đúng giờ chưa?"
FORM = "/receive/1.001193/form"
MORNING, FAR = "2026-11-23T09:00:00+07:00", "2027-01-05T09:00:00+07:00"


@pytest.fixture
def clock(tmp_path, monkeypatch):
    made = ClockFile(tmp_path / "clock.txt")
    made.move_to(MORNING)
    monkeypatch.setenv(VARIABLE, str(made.path))
    return made


@pytest.fixture
def both(tmp_path, clock):
    with pair(tmp_path) as made:
        yield made


def page(client, address):
    return client.get(address).content.decode()


def line(both):
    return next(line for line in check_readiness(both.laptop.node) if line.name == "clock")


def test_a_clock_far_ahead_is_said_and_an_officer_who_found_it_right_is_not_asked_again(
    both, clock
):
    lan = both.lan()
    assert ASKS not in page(lan, "/receive") + page(lan, FORM)
    clock.move_to(FAR)
    for address in ("/receive", f"{FORM}?slip=", FORM):
        told = page(lan, address)
        assert f"Máy đang chỉ 09:00 05/01/2027. {ASKS}" in told
        assert "09:00 23/11/2026, 43 ngày trước" in told
    assert (line(both).level.value, line(both).details["days_ahead"]) == ("stop", 43)
    assert "43 ngày trước" in page(lan, "/road/ready")
    answer = lan.post("/clock/ahead", {"back": f"{FORM}?slip="})
    assert answer.headers["Location"] == f"{FORM}?slip="
    assert ASKS not in page(lan, "/receive") + page(lan, FORM)
    assert line(both).level.value == "ok"
    assert "Lò Thị Lan đã xem lúc 09:00 05/01/2027" in page(lan, "/road/ready")
    clock.move_to("2027-01-06T09:01:00+07:00")
    assert ASKS in page(lan, "/receive")


def test_reception_goes_on_whether_or_not_anybody_answers(both, clock):
    clock.move_to(FAR)
    done = both.lan().post(FORM, birth_form(both.lan(), step="confirm", at_day="2027-01-05"))
    assert code_on(done.headers["Location"])


@pytest.mark.parametrize("back", ["", "//elsewhere.example", "https://x", "/receivex", "/inbox"])
def test_the_answer_leads_nowhere_else(both, back):
    assert both.lan().post("/clock/ahead", {"back": back}).headers["Location"] == "/receive"


def test_an_answer_that_nobody_asked_for_is_not_kept(both):
    both.lan().post("/clock/ahead", {"back": "/receive"})
    assert "clock" not in list_said(both.laptop.node.alias)


def test_a_centre_is_asked_too(both, clock):
    clock.move_to(FAR)
    desk = browser(both.centre, "lan")
    assert ASKS in page(desk, "/receive")
    desk.post("/clock/ahead", {"back": "/receive"})
    assert ASKS not in page(desk, "/receive")


def test_after_the_future_was_written_the_way_on_that_the_refusal_names_works(both, clock):
    clock.move_to("2026-12-20T09:00:00+07:00")
    at = {"received_at": "2026-12-20T09:00:00+07:00"}
    first = receive_dossier(both.laptop.node.world, receive_command("f", **at))["code"]
    clock.move_to(MORNING)
    with pytest.raises(ClockBehind):
        receive_dossier(both.laptop.node.world, receive_command("g"))
    both.laptop.lock()
    node = open_node(both.folder, Opening("lan", PHRASE))
    renew_node(both.folder, node, "copied")
    node.close()
    both.laptop = ServedFolder(both.folder)
    both.laptop.open("lan", PHRASE)
    with pytest.raises(NoLaneYet):
        receive_dossier(both.laptop.node.world, receive_command("g"))
    both.exchange()
    second = receive_dossier(both.laptop.node.world, receive_command("g"))["code"]
    assert second != first
