"""The page of what the machine does by itself."""

from tests.web.desk import browser
from veban.store.jobs.runs import list_runs
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
