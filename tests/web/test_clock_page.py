"""The page of the clock: who is stopped by a clock that ran ahead finds the way on."""

import pytest

from tests.web.desk import ClockFile
from tests.web.laptop import pair
from tests.worlds.lines import receive_command
from veban.actions.dossiers.receive import receive_dossier
from veban.core.journal.clock import clock_stream
from veban.edges.clocks import VARIABLE

FORM = "/receive/1.001193/form"


@pytest.fixture
def both(tmp_path, monkeypatch):
    clock = ClockFile(tmp_path / "clock.txt")
    clock.move_to("2026-11-23T09:00:00+07:00")
    monkeypatch.setenv(VARIABLE, str(clock.path))
    with pair(tmp_path) as made:
        made.clock = clock
        yield made


def test_the_form_leads_to_the_clock_and_opens_after_an_officers_word(both):
    lan, laptop = both.lan(), both.laptop.node
    assert "Đồng hồ không cản trở" in lan.get("/clock").content.decode()
    both.clock.move_to("2026-11-27T09:00:00+07:00")
    receive_dossier(laptop.world, receive_command("ahead"))
    both.clock.move_to("2026-11-23T10:00:00+07:00")
    stopped = lan.get(FORM)
    assert stopped.status_code == 409
    assert 'href="/clock"' in stopped.content.decode()
    page = lan.get("/clock").content.decode()
    assert "10:00 23/11/2026" in page
    assert "09:00 27/11/2026" in page
    said = lan.post("/clock/right")
    assert (said.status_code, said.headers["Location"]) == (303, "/clock")
    assert "tạm giữ" in lan.get("/clock").content.decode()
    assert lan.get(FORM).status_code == 200
    (step,) = laptop.world.journal.history(clock_stream(laptop.world.me.node))
    assert step.header.actor == "lan"


def test_a_clock_behind_the_centres_greeting_is_not_called_right(both):
    lan, laptop = both.lan(), both.laptop.node
    both.clock.move_to("2026-11-24T09:00:00+07:00")
    receive_dossier(laptop.world, receive_command("k1"))
    both.exchange()
    both.clock.move_to("2026-11-23T09:00:00+07:00")
    assert lan.post("/clock/right").status_code == 409
    assert laptop.world.journal.history(clock_stream(laptop.world.me.node)) == ()
