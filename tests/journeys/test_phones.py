"""Two officers on two phones use one laptop's pages, over plain http, without JavaScript."""

import io
from contextlib import contextmanager

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.journeys.test_pages import press
from tests.web.desk import ClockFile, make_centre
from tests.web.forms import BIRTH, code_on
from tests.web.live import live_pages
from veban.actions.nodes.invite import invite_node
from veban.actions.people.add_officer import add_officer
from veban.actions.people.invite import invite_officer
from veban.cli.joining import join_centre
from veban.core.people.roles import Role
from veban.core.people.scope import Scope
from veban.edges.clocks import VARIABLE
from veban.store.queries.dossiers import find_dossier
from veban.wiring.opening import Opening
from veban.wiring.served import ServedFolder

pytestmark = pytest.mark.needs("chromium")

LAN, MAI = "con gà trống gáy trên nương", "suối chảy qua ba bản"
PINS = {"lan": "274819", "mai": "905263"}
SIGHT = Scope(frozenset({"03172"}), frozenset({Role.RECEIVER}))


@pytest.fixture(scope="module")
def laptop(tmp_path_factory):
    """A laptop of lan and mai that is still locked, its address, and mai's invite."""
    folder = tmp_path_factory.mktemp("phones") / "may"
    clock = ClockFile(folder.with_name("clock.txt"))
    clock.move_to("2026-11-23T09:00:00+07:00")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(clock.path))
        node = (serving := make_centre(folder.with_name("centre"))).node
        add_officer(node.world, "mai", "Cà Thị Mai", [Role.RECEIVER], "03172")
        invite = invite_officer(node.desk, node.world.random, "mai", node.world.clock.now())
        team = ["lan", "mai"]
        token = invite_node(node.world, node.exchange.invitations, "Máy 2", team)["token"]
        with live_pages(serving) as address:
            join_centre(folder, address, token, Opening("lan", LAN)).node.close()
        node.close()
        served = ServedFolder(folder)
        with live_pages(served) as address:
            yield served, address, invite


@contextmanager
def phone(browser: Browser, asked: list[str]):
    """A small phone of its own; every address it asks for is noted."""
    context = browser.new_context(
        locale="vi-VN",
        viewport={"width": 360, "height": 740},
        has_touch=True,
        java_script_enabled=False,
    )
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    yield page
    context.close()


def photo(name: str, size: int) -> dict:
    """A picture as a phone's camera hands it over, filled up to a size."""
    made = io.BytesIO()
    Image.new("RGB", (640, 480), "white").save(made, "JPEG")
    return {"name": name, "mimeType": "image/jpeg", "buffer": made.getvalue().ljust(size, b"\0")}


def choose_pin(page: Page, officer: str) -> None:
    page.fill("#id_pin", PINS[officer])
    page.fill("#id_again", PINS[officer])
    press(page, "main form button")


def open_laptop(page: Page, address: str) -> None:
    page.goto(f"{address}/open")
    page.fill("#id_officer", "lan")
    page.fill("#id_phrase", LAN)
    press(page, "main form button")
    choose_pin(page, "lan")


def begin_with_invite(page: Page, address: str, invite: str) -> None:
    page.goto(f"{address}/first-phrase")
    for field, value in (
        ("officer", "mai"),
        ("invite", invite),
        ("phrase", MAI),
        ("again", MAI),
    ):
        page.fill(f"#id_{field}", value)
    press(page, "main form button")
    choose_pin(page, "mai")


def fill(page: Page, address: str, name: str) -> None:
    page.goto(f"{address}/receive/{BIRTH}/form?case=ordinary")
    page.fill("#id_applicant-full_name", name)
    page.fill("#id_applicant-birth_date", "1990")
    page.check("#id_paper0-given")
    page.check("#id_paper1-given")


def receive(page: Page, picture: dict) -> str:
    page.set_input_files("#id_paper0-file", picture)
    press(page, "text=Xem lại trước khi ghi")
    page.check("#explained")
    press(page, "text=Ghi nhận và cấp mã hồ sơ")
    return code_on(page.inner_text("main"))


def who(page: Page, address: str) -> str:
    page.goto(f"{address}/inbox")
    return page.inner_text("body")


def test_two_phones_at_once_then_one_changes_hands(browser: Browser, laptop, tmp_path):
    served, address, invite = laptop
    asked: list[str] = []
    with phone(browser, asked) as first, phone(browser, asked) as second:
        open_laptop(first, address)
        begin_with_invite(second, address, invite)
        fill(first, address, "Hạng Thị Sua")
        fill(second, address, "Giàng A Sử")
        camera = first.locator("#id_paper0-file")
        assert camera.get_attribute("capture") == "environment"
        first.screenshot(path=tmp_path / "form.png", full_page=True)
        codes = [receive(page, photo("a.jpg", 50_000)) for page in (first, second)]
        rows = [find_dossier(served.node.alias, SIGHT, code) for code in codes]
        assert [row.received_by for row in rows] == ["lan", "mai"]

        first.goto(f"{address}/switch")
        first.screenshot(path=tmp_path / "switch.png", full_page=True)
        first.check("input[name=officer][value=mai]")
        first.fill("#id_pin", PINS["mai"])
        press(first, "main form button")
        assert "Cà Thị Mai" in who(first, address)
        assert "Cà Thị Mai" in who(second, address)
        cookies = [c for page in (first, second) for c in page.context.cookies()]
        assert len({c["value"] for c in cookies if c["name"] == "session"}) == 2
        assert not any(c["secure"] for c in cookies)
    assert {url.split(":")[0] for url in asked} == {"http"}


def test_a_picture_that_is_too_large_is_told_in_words_and_nothing_typed_is_lost(
    browser: Browser, laptop
):
    _, address, _ = laptop
    with phone(browser, []) as page:
        page.goto(f"{address}/open")
        page.fill("#id_officer", "lan")
        page.fill("#id_phrase", LAN)
        press(page, "main form button")
        fill(page, address, "Sùng Thị Mỷ")
        page.set_input_files("#id_paper0-file", photo("big.jpg", 11 * 1024 * 1024))
        press(page, "text=Xem lại trước khi ghi")
        assert "Tệp lớn hơn 10 MB" in page.inner_text("main")
        assert page.input_value("#id_applicant-full_name") == "Sùng Thị Mỷ"
