"""What waits for the centre: by officer, in three honest states, tried again on request."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.web.desk import ClockFile, browser
from tests.web.laptop import pair
from tests.web.live import live_pages
from tests.worlds.lines import receive_command
from veban.actions.dossiers.receive import receive_dossier
from veban.edges.clocks import VARIABLE
from veban.edges.folder.addresses import add_address, read_addresses
from veban.store.jobs.runs import JobRun, RunOutcome, claim_run, end_run, list_runs, want_run
from veban.web.visitor import real_now
from veban.wiring.calling import try_exchange
from veban.wiring.jobs import JOBS, ROAD
from veban.wiring.ticking import tick

EXCHANGE = [job for job in JOBS if job.name == "exchange"]


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    folder = tmp_path_factory.mktemp("both")
    clock = ClockFile(folder / "clock.txt")
    clock.move_to("2026-11-23T09:00:00+07:00")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(clock.path))
        with pair(folder) as made:
            yield made


def receive(both, key, **more):
    return receive_dossier(both.laptop.node.world, receive_command(key, **more))["code"]


def text(client, path="/road/queue"):
    return client.get(path).content.decode()


def test_what_was_received_waits_with_its_officer_until_the_centre_has_it(both):
    scan = both.laptop.node.world.blobs.put(random.Random(1).randbytes(50_000))
    code = receive(both, "q1", papers=[{"name": "Tờ khai", "file": scan}])
    page = text(both.lan())
    assert "Lò Thị Lan" in page
    assert code in page
    assert "Mới có trên máy này" in page
    assert "1 tệp chờ gửi, 49 KB" in page
    assert page.count(code + "<") == 1
    assert both.exchange().done
    page = text(both.lan())
    assert "Trung tâm đã nhận mọi việc" in page
    assert "1 hồ sơ nhận ở máy này Trung tâm đã tiếp quản" in page


def test_one_press_asks_for_one_exchange_and_a_second_for_no_second_one(both):
    code = receive(both, "q2")
    lan = both.lan()
    assert lan.post("/road/queue/try").headers["Location"] == "/road/queue"
    assert lan.post("/road/queue/try").status_code == 302
    assert "Sắp thử" in text(lan)
    with live_pages(both.centre) as address:
        add_address(both.folder, address)
        assert [run.outcome for run in tick(both.laptop.node, jobs=EXCHANGE)] == ["done"]
        assert tick(both.laptop.node, jobs=EXCHANGE) == []
    page = text(lan)
    assert "Lần thử vừa rồi xong" in page
    assert code not in page


def test_a_press_while_an_exchange_is_under_way_starts_no_other(both):
    alias, now = both.laptop.node.alias, real_now()
    want_run(alias, "exchange", ROAD)
    assert claim_run(alias, JobRun("exchange", ROAD), now, timedelta(minutes=1))
    assert "Đang trao đổi" in text(both.lan())
    both.lan().post("/road/queue/try")
    assert not list_runs(alias)["exchange"].wanted
    run = list_runs(alias)["exchange"]
    end_run(alias, replace(run, ended_at=now, outcome=RunOutcome.DONE, next_at=now))


def test_a_failed_try_says_why_and_when_the_next_one_comes(both, monkeypatch):
    receive(both, "q3")
    both.lan().post("/road/queue/try")
    (exchange,) = EXCHANGE
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    (run,) = tick(both.laptop.node, jobs=[exchange])
    assert (run.outcome, run.code) == ("failed", "exchange.unreachable")
    page = text(both.lan())
    assert "Chưa liên lạc được với Trung tâm" in page
    assert "máy tự thử lại lúc" in page


def test_an_address_is_typed_once_and_tried_first(both):
    lan = both.lan()
    wrong = lan.post("/road/queue/address", {"address": "ftp://x y"})
    assert wrong.status_code == 422
    assert "Không phải địa chỉ" in wrong.content.decode()
    with live_pages(both.centre) as address:
        lan.post("/road/queue/address", {"address": address.removeprefix("http://") + "/"})
        assert read_addresses(both.folder)[0] == address
        assert list_runs(both.laptop.node.alias)["exchange"].wanted
        assert try_exchange(both.laptop.node, lambda seconds: None).done
    lan.post("/road/queue/address", {"drop": address})
    assert address not in read_addresses(both.folder)


def test_the_centre_has_no_queue_of_its_own(both):
    assert "đây là máy của Trung tâm" in text(browser(both.centre, "lan"))
    assert browser(both.centre, "lan").post("/road/queue/try").status_code == 302
    assert "exchange" not in list_runs(both.centre.node.alias)
