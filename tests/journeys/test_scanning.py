"""The scanner's own program saves into a real folder beside a real server and a real browser."""

import subprocess
import sys
import threading

import pytest
from playwright.sync_api import Browser, Page

from tests.cli.running import Served
from tests.journeys.test_pages import look, look_at, press, sign_in
from tests.web.desk import ClockFile, make_centre
from tests.web.forms import BIRTH
from tests.worlds import scans
from veban.edges.clocks import VARIABLE
from veban.edges.papers.scanner_folder import MARK

pytestmark = pytest.mark.needs("chromium")

SCANNER = """
import os, sys
content, path = sys.stdin.buffer.read(), sys.argv[1]
with open(path, "wb", buffering=0) as file:
    for at in range(0, len(content), 1024):
        file.write(content[at : at + 1024])
        os.fsync(file.fileno())
"""
"""A scanner's program: a process of its own that writes its file bit by bit."""


class Desk:
    """A centre's folder, the folder of its scanner, and how it is served."""

    def __init__(self, folder):
        self.data, self.scans = folder / "centre", folder / "scans"
        self.clock = ClockFile(folder / "clock.txt")
        self.clock.move_to("2026-11-23T09:00:00+07:00")

    def served(self):
        return Served(self.data, "--scans", self.scans, VEBAN_CLOCK=str(self.clock.path))

    def scan(self, name, content):
        words = [sys.executable, "-c", SCANNER, str(self.scans / name)]
        subprocess.run(words, input=content, check=True)

    def left(self):
        return sorted(p.name for p in self.scans.iterdir() if p.name != MARK)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    made = Desk(tmp_path)
    monkeypatch.setenv(VARIABLE, str(made.clock.path))
    make_centre(made.data).node.close()
    return made


@pytest.fixture
def plain(browser: Browser):
    """A browser at the desk that runs no JavaScript."""
    context = browser.new_context(locale="vi-VN", java_script_enabled=False)
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


def begin(page: Page, url: str) -> None:
    page.goto(f"{url}/receive/{BIRTH}/form?case=ordinary")
    page.fill("#id_applicant-full_name", "Hạng Thị Sua")
    page.fill("#id_applicant-birth_date", "1990")
    page.check("#id_paper0-given")
    page.check("#id_paper1-given")


def record(page: Page) -> None:
    press(page, "text=Xem lại trước khi ghi")
    assert "có bản quét" in page.inner_text("main")
    page.check("#explained")
    press(page, "text=Ghi nhận và cấp mã hồ sơ")
    press(page, "text=Mở trang hồ sơ")
    press(page, "text=Xem bản quét, gắn giấy vừa quét")


def test_a_scan_appears_by_itself_and_is_put_to_a_paper_by_a_click_or_a_key(page: Page, desk):
    with desk.served() as served:
        sign_in(page, served.url)
        begin(page, served.url)
        desk.scan("Scan_0001.jpg", scans.noise(1, (600, 600)))
        page.wait_for_selector("li[data-scan]")
        assert desk.left() == []
        page.locator("#id_paper0-scan + button").click()
        desk.scan("Scan_0002.pdf", scans.pdf(2))
        page.wait_for_selector("li[data-scan] >> nth=1")
        page.locator("#id_paper1-scan + button").press("Enter")
        chosen = [page.input_value(f"#id_paper{n}-scan") for n in (0, 1)]
        assert len(set(chosen) - {""}) == 2
        assert look(page) == []
        record(page)
        assert look(page) == []
        assert page.locator("ol.papers a.tile").count() == 2
        small = page.locator("ol.papers img")
        assert small.evaluate("image => image.complete && image.naturalWidth > 0")
        desk.scan("Scan_0003.png", scans.picture("PNG"))
        page.wait_for_selector("li[data-scan]")
        assert look_at(page.context.new_page(), f"{served.url}/scans") == []
        page.locator("#scan-1 + button").click()
        press(page, "ol.papers >> text=Gắn >> nth=1")
        assert page.locator("ol.papers a.tile").count() == 3
        assert desk.left() == []


def test_without_javascript_a_button_shows_what_was_scanned(plain: Page, desk):
    with desk.served() as served:
        sign_in(plain, served.url)
        begin(plain, served.url)
        desk.scan("a.jpg", scans.noise(2))
        desk.scan("b.docx", b"PK\x03\x04 office")
        for _ in range(2):
            press(plain, "text=Xem giấy vừa quét")
        assert "b.docx: Tệp này không phải ảnh" in plain.inner_text("main")
        plain.select_option("#id_paper0-scan", index=1)
        record(plain)
        assert plain.locator("ol.papers a.tile").count() == 1
        assert desk.left() == ["b.docx"]


def test_pages_are_joined_without_javascript(plain: Page, desk):
    with desk.served() as served:
        sign_in(plain, served.url)
        plain.goto(f"{served.url}/scans")
        photos = [
            {"name": f"{n}.jpg", "mimeType": "image/jpeg", "buffer": scans.noise(n)} for n in (3, 4)
        ]
        plain.set_input_files("#files", photos)
        press(plain, "text=Thêm vào danh sách")
        for number in (0, 1):
            plain.check(f"input[name=take] >> nth={number}")
        plain.select_option("#turn-1", "90")
        press(plain, "text=Ghép các trang đã chọn")
        assert "PDF, số trang: 2" in plain.inner_text("ol.pages")
        plain.fill("#without-1", "2")
        plain.check("input[name=take]")
        press(plain, "text=Ghép các trang đã chọn")
        assert "PDF, số trang: 1" in plain.inner_text("ol.pages")


@pytest.mark.long
@pytest.mark.parametrize("after_s", [0.0, 0.02, 0.05, 0.1, 0.2])
def test_a_server_killed_while_it_takes_scans_loses_none_and_doubles_none(
    plain: Page, desk, after_s
):
    wanted = 12
    with desk.served() as served:
        sign_in(plain, served.url)
        for n in range(wanted):
            desk.scan(f"{n:02}.jpg", scans.noise(n))
        timer = threading.Timer(after_s, served.process.kill)
        timer.start()
        try:
            plain.goto(f"{served.url}/scans")
        except Exception as cut:  # noqa: BLE001 - whatever the browser calls a server that died.
            assert "net::" in str(cut)
        timer.join()
        served.process.wait(30)
    with desk.served() as served:
        for _ in range(2):
            plain.goto(f"{served.url}/scans")
        assert plain.locator("input[name=take]").count() == wanted
        assert desk.left() == []
