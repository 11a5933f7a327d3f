"""A declaration in a real browser: the same words on both sides, kept as one goes."""

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.test_pages import look, press, sign_in
from tests.web.forms import BIRTH
from veban.edges.rulebook.shipped import ShippedRules

pytestmark = pytest.mark.needs("chromium")

WRONG = {
    "birth": (
        "1.001193",
        "child",
        {
            "full_name": "A" * 101,
            "birth_date": "31/02/2026",
            "ethnicity": "",
            "birth_place": "Trạm Y tế",
        },
    ),
    "birth-mother": ("1.001193", "mother", {"birth_date": "13/1988", "personal_id": "12 34"}),
    "birth-extras": ("1.001193", "extras", {"copies": "ba"}),
    "birth-requester": ("1.001193", "requester", {"phone": "gọi sau", "residence": ""}),
    "death": ("1.000656", "death", {"died_time": "25:00", "died_on": "2026"}),
    "extract_copy": ("2.000635", "record", {"copies": "0", "birth_date": "0000"}),
    "marriage": ("1.000894", "husband", {"marriage_number": "21", "birth_date": "30/02/1990"}),
    "business_household": (
        "1.001612",
        "owner",
        {"email": "khong-co", "phone": "12", "personal_id": "1234567890123"},
    ),
    "marriage-extras": ("1.000894", "extras", {"copies": "1.000"}),
    "business_capital": ("1.001612", "household", {"capital_vnd": "900.000.000.000"}),
}

LANGUAGES = ["vi", pytest.param("en", marks=pytest.mark.long)]


@pytest.fixture
def plain(browser: Browser):
    """A browser that runs no JavaScript: only the server speaks."""
    context = browser.new_context(locale="vi-VN", java_script_enabled=False)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def begin(page: Page, address: str, procedure: str, section: str) -> str:
    """Begin a declaration and return the address of one of its sections."""
    page.goto(f"{address}/receive/{procedure}/form")
    press(page, f"button[formaction='/receive/{procedure}/declaration']")
    return page.url.rpartition("/")[0] + f"/{section}"


def said_of(page: Page) -> dict[str, str]:
    """Return what the page says of each field, by its name."""
    return page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll(".error[id]")]
             .filter(e => !e.hidden).map(e => [e.id, e.textContent.trim()]))"""
    )


def type_in(page: Page, typed: dict[str, str]) -> None:
    for name, value in typed.items():
        page.fill(f"#f-{name}", value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_browser_and_server_say_the_same(page: Page, plain: Page, address: str, language: str):
    for one in (page, plain):
        one.context.add_cookies([{"name": "language", "value": language, "url": address}])
        sign_in(one, address)
    for procedure, section, typed in WRONG.values():
        page.goto(begin(page, address, procedure, section))
        type_in(page, typed)
        page.click("button[value=next]")
        page.wait_for_selector(".error:not([hidden])")
        plain.goto(begin(plain, address, procedure, section))
        type_in(plain, typed)
        press(plain, "button[value=next]")
        assert "/declarations/" in page.url
        here, there = said_of(page), said_of(plain)
        assert there
        assert here == there


@pytest.mark.long
def test_the_samples_pass_in_the_browser_as_they_pass_on_the_server(page: Page, address: str):
    sign_in(page, address)
    for form in ShippedRules().declarations():
        begin(page, address, form.procedures[0], form.sections[0].name)
        for section in form.sections:
            assert page.url.endswith(f"/{section.name}")
            fill_from(page, form.sample.get(section.name, {}))
            press(page, "button[value=next]")
        assert "/receive/" in page.url
        assert "Đã điền đủ, đi cùng hồ sơ" in page.inner_text("main")


def fill_from(page: Page, values: dict[str, object]) -> None:
    """Type a section of a sample, days as people write them."""
    for name, value in values.items():
        if page.query_selector(f"fieldset#f-{name}"):
            page.check(f"input[name={name}][value={value}]")
        elif value is True:
            page.check(f"#f-{name}")
        else:
            day = name.endswith(("date", "_on", "_from", "_until"))
            page.fill(
                f"#f-{name}", "/".join(reversed(str(value).split("-"))) if day else str(value)
            )


def test_what_is_typed_is_kept_without_a_button_and_not_in_the_browser(page: Page, address: str):
    sign_in(page, address)
    child = begin(page, address, BIRTH, "child")
    page.goto(child)
    with page.expect_response(lambda answer: answer.status == 204):
        page.fill("#f-full_name", "SÙNG THỊ MẪU")
    page.goto(f"{address}/inbox")
    page.goto(child)
    assert page.input_value("#f-full_name") == "SÙNG THỊ MẪU"
    kept = page.evaluate("() => [localStorage.length, sessionStorage.length]")
    assert kept == [0, 0]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_is_in_order(page: Page, address: str, width: int, language: str):
    page.set_viewport_size({"width": width, "height": 800})
    page.context.add_cookies([{"name": "language", "value": language, "url": address}])
    sign_in(page, address)
    problems = []
    for procedure, section, typed in WRONG.values():
        page.goto(begin(page, address, procedure, section))
        problems += look(page)
        type_in(page, typed)
        page.click("button[value=next]")
        page.wait_for_selector(".error:not([hidden])")
        problems += look(page)
    page.goto(begin(page, address, "1.001699", "activities"))
    problems += look(page)
    assert not problems, "\n".join(problems)
