"""Who finds the laptop finds nobody: no name, number, phrase or image byte on its disk.

A laptop's own process and a real browser with its own profile; each run takes some seconds to
start both, so it is marked long.
"""

import signal
import unicodedata

import pytest

from tests.cli.running import Served
from tests.servers.chromium import _FLAGS, _program
from tests.web.desk import ClockFile
from tests.web.forms import BIRTH, code_on
from tests.web.laptop import PHRASE, pair
from tests.worlds import scans
from veban.edges.clocks import VARIABLE

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.long]

NAME, NUMBER = "Quàng Thị Mướt", "011190004729"
PHOTO = scans.noise(7)
SLICE = 32


def traces():
    """Return each form in which a name, a number or the phrase could lie on a disk."""
    apart = unicodedata.normalize("NFD", NAME)
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    texts = {NAME, apart, bare, bare.lower(), bare.upper(), NAME.lower(), NUMBER, PHRASE}
    return {text.encode(code) for text in texts for code in ("utf-8", "utf-16-le", "utf-16-be")}


def found_in(*folders):
    """Return where a trace, or any slice of the photo, lies in a file."""
    wanted = traces()
    slices = {PHOTO[at : at + SLICE] for at in range(len(PHOTO) - SLICE)}
    # Every longer piece of the photo holds a slice whose first byte stands at such a place.
    heads = {piece[:4]: piece for piece in slices}
    found = []
    for folder in folders:
        for path in (path for path in folder.rglob("*") if path.is_file()):
            data = path.read_bytes()
            found += [(str(path), text) for text in wanted if text in data]
            for at in range(len(data) - SLICE):
                if data[at : at + 4] in heads and data[at : at + SLICE] in slices:
                    found.append((str(path), "photo"))
                    break
    return found


@pytest.fixture
def laptop(tmp_path, monkeypatch):
    clock = ClockFile(tmp_path / "clock.txt")
    clock.move_to("2026-11-23T09:00:00+07:00")
    monkeypatch.setenv(VARIABLE, str(clock.path))
    with pair(tmp_path / "pair") as made:
        made.laptop.lock()
        yield made.folder
        made.laptop.open("lan", PHRASE)


def receive(page, url):
    """Open the laptop, take a birth registration with its photo, print it, find it again."""
    for officer in ("minh", "lan"):
        page.goto(f"{url}/open")
        page.fill("#id_officer", officer)
        page.fill("#id_phrase", PHRASE)
        with page.expect_navigation():
            page.click("main form button")
    page.goto(f"{url}/receive/{BIRTH}/form?case=ordinary")
    page.fill("#id_applicant-full_name", NAME)
    page.fill("#id_applicant-personal_id", NUMBER)
    page.fill("#id_applicant-birth_date", "1990")
    for paper in page.query_selector_all("input[name$=-given]"):
        paper.check()
    for summary in page.query_selector_all("details:not([open]) > summary"):
        summary.click()
    photo = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": PHOTO}
    page.set_input_files("input[name=paper0-file]", photo)
    for press in ("Xem lại trước khi ghi", "Ghi nhận và cấp mã hồ sơ"):
        with page.expect_navigation():
            page.click(f"text={press}")
    code = code_on(page.inner_text("main"))
    assert page.request.get(f"{url}/dossiers/{code}/receipt.pdf").body().startswith(b"%PDF")
    page.goto(f"{url}/dossiers/{code}")
    assert NAME in page.inner_text("main")
    page.goto(f"{url}/dossiers")
    page.fill("#id_q", NAME)
    with page.expect_navigation():
        page.click("main form button")
    assert NAME in page.inner_text("main .list")
    page.goto(f"{url}/dossiers/{code}/do/request_supplement")
    page.fill("main textarea >> nth=0", NAME)
    page.goto(f"{url}/inbox")


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_nobody_is_found_on_a_laptop_that_was_closed_or_killed(browser, laptop, tmp_path, end):
    places = [tmp_path / name for name in ("temporary", "state", "profile")]
    for place in places:
        place.mkdir()
    temporary, state, profile = places
    with Served(laptop, TMPDIR=str(temporary), VEBAN_STATE=str(state)) as served:
        context = browser.browser_type.launch_persistent_context(
            profile, executable_path=_program(), args=_FLAGS, locale="vi-VN"
        )
        context.set_default_timeout(8_000)
        receive(context.pages[0], served.url)
        served.process.send_signal(end)
        served.process.wait(30)
        context.close()
    assert (laptop / "veban.db").stat().st_size > 0
    assert any(profile.iterdir())
    assert {where for where, _ in found_in(laptop, *places)} == set()


def test_the_search_finds_what_lies_there(tmp_path):
    (tmp_path / "a").write_bytes(b"x" * 99 + PHOTO[500:540] + b"y" * 50)
    (tmp_path / "b").write_bytes(NAME.encode("utf-16-le"))
    assert {path[-1] for path, _ in found_in(tmp_path)} == {"a", "b"}
