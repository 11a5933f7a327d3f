"""Moves on pages: an officer opens a dossier, presses a move's button, fills its form in."""

from collections.abc import Mapping

from demo.browser import Browser
from demo.cast import PASSWORD, Officer
from demo.processes import DemoFailed
from demo.stage import Stage


def sign_in_first(stage: Stage, officer: Officer) -> Browser:
    """Use an officer's invite at the centre: set the password and be let in."""
    browser = Browser(stage.centre_server.url)
    page = browser.visit("/first-use")
    typed = {"officer": officer.code, "invite": stage.invites.pop(officer.code)}
    typed |= {"password": PASSWORD, "again": PASSWORD}
    page = browser.submit(page, page.form("/first-use"), typed)
    if page.status != 200 or page.url.endswith("/first-use"):
        raise DemoFailed(f"{page.url} ({page.status}): the invite of {officer.code} lets nobody in")
    return browser


def make_move(browser: Browser, code: str, move: str, typed: Mapping[str, object]) -> None:
    """Make a move on its page.

    Raises:
        DemoFailed: the dossier's page does not offer it, or the form comes back with an error.
    """
    path = f"/dossiers/{code}/do/{move}"
    shown = browser.visit(f"/dossiers/{code}")
    if f'"{path}"' not in shown.body.decode():
        raise DemoFailed(f"{shown.url} ({shown.status}): the page does not offer {move}")
    page = browser.visit(path)
    form = next((one for one in page.forms if "at_day" in one.names), None)
    if form is None:
        raise DemoFailed(f"{page.url} ({page.status}): no form")
    after = browser.submit(page, form, typed)
    if after.status != 200 or after.url.endswith(path):
        raise DemoFailed(f"{after.url} ({after.status}): {after.words[:400]}")
