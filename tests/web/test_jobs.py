"""The page of what the machine does by itself."""

from dataclasses import replace

import pytest

from tests.web.desk import browser
from tests.web.laptop import pair
from tests.web.live import live_pages
from tests.worlds.lines import receive_command
from veban.actions.dossiers.receive import receive_dossier
from veban.edges.clocks import VARIABLE
from veban.store.jobs.runs import list_runs
from veban.store.journal.codes import find_stream
from veban.wiring.jobs import Did, Job
from veban.wiring.ticking import tick


def test_an_admin_sees_the_jobs_and_asks_for_one_now(centre):
    admin = browser(centre, "admin")
    page = admin.get("/jobs").content.decode()
    assert "Kết thúc phiên làm việc đã hết hạn" in page
    assert "Chưa chạy lần nào" in page
    tick(centre.node)
    assert "Xong" in admin.get("/jobs").content.decode()
    assert admin.post("/jobs/end_sessions/run").headers["Location"] == "/jobs"
    assert list_runs(centre.node.alias)["end_sessions"].wanted
    assert "Sắp chạy" in admin.get("/jobs").content.decode()
    assert [run.name for run in tick(centre.node)] == ["end_sessions"]


def test_a_failed_run_says_why_and_what_to_do(centre):
    down = Job("sweep_files", "…", 1, lambda *_: Did(failed="exchange.unreachable"))
    browser(centre, "admin").post("/jobs/sweep_files/run")
    tick(centre.node, jobs=[down])
    page = browser(centre, "admin").get("/jobs").content.decode()
    assert "exchange.unreachable" in page
    assert "Chưa xong" in page


def test_a_receiver_of_the_centre_does_not_run_jobs(lan):
    assert lan.get("/jobs").status_code == 403
    assert lan.post("/jobs/end_sessions/run").status_code == 403
    assert "/jobs" not in lan.get("/road").content.decode()


def test_a_job_that_is_none_is_no_page(centre):
    assert browser(centre, "admin").post("/jobs/khong-co/run").status_code == 404


@pytest.fixture(scope="module")
def both(tmp_path_factory, clock):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(clock.path))
        with pair(tmp_path_factory.mktemp("pair")) as made:
            yield made


def test_a_laptop_out_of_signal_says_why_and_sends_by_itself_once_there_is_one(both):
    node = both.laptop.node
    code = receive_dossier(node.world, receive_command("k-road"))["code"]
    [down] = [run for run in tick(node) if run.name == "exchange"]
    assert (down.outcome, down.code) == ("failed", "exchange.unreachable")
    assert (down.next_at - down.ended_at).total_seconds() <= 2
    page = both.lan().get("/jobs").content.decode()
    assert "exchange.unreachable" in page

    both.lan().post("/jobs/exchange/run")
    with live_pages(both.centre) as address:
        node.card = replace(node.card, centre_url=address)
        [up] = tick(node)
    assert (up.name, up.outcome, up.failures) == ("exchange", "done", 0)
    assert find_stream(both.centre.node.alias, code)
