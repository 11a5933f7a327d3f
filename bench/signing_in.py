"""Sign in as a browser does: the form, its token, and the cookie that comes back."""

import re
from http.cookiejar import CookieJar
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

from bench.office import PASSWORD

_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


def session_cookie(port: int, officer: str) -> str:
    """Return the ``Cookie`` header of an officer who has signed in at the centre."""
    return fill_form(port, "/sign-in", {"officer": officer, "password": PASSWORD})


def fill_form(port: int, path: str, fields: dict[str, str]) -> str:
    """Send a form of the entrance and return the ``Cookie`` header of the session."""
    jar = CookieJar()
    browser = build_opener(HTTPCookieProcessor(jar))
    address = f"http://127.0.0.1:{port}{path}"
    with browser.open(address, timeout=30) as page:
        token = _TOKEN.search(page.read().decode())
    if token is None:
        raise RuntimeError(f"{path} has no form")
    sent = urlencode({**fields, "csrfmiddlewaretoken": token[1]}).encode()
    with browser.open(address, sent, timeout=30) as page:
        page.read()
    found = next((cookie.value for cookie in jar if cookie.name == "session"), None)
    if found is None:
        raise RuntimeError(f"{path} let nobody in")
    return f"session={found}"
