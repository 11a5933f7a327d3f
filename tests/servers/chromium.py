"""The machine's own Chromium under Playwright: nothing is downloaded, nothing phones home."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.servers.needs import probe, require

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@probe("chromium")
def missing_chromium() -> str | None:
    """Say what is missing to open a page here, or None."""
    if _program() is None:
        return f"none of {', '.join(_NAMES)} on the PATH; set CHROMIUM to a browser's path"
    return None


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless browser for each test process."""
    require("chromium")
    # Playwright leaves its event loop running in this thread; Django takes that for async code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_program(), args=_FLAGS)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh window of a Vietnamese officer: own cookies, local time, 1280 pixels wide."""
    context = browser.new_context(
        locale="vi-VN",
        timezone_id="Asia/Ho_Chi_Minh",
        viewport={"width": 1280, "height": 800},
    )
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def _program() -> str | None:
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, _NAMES)), None)
