"""A person at a page: reads the forms that are there, fills them in, presses the button.

Nothing is posted that the page did not offer, so a field that a page lost is noticed here.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, Request, build_opener

from demo.processes import DemoFailed

PATIENCE_S = 30


@dataclass(slots=True)
class Form:
    """A form as the page offers it, with what stands in its fields."""

    action: str
    method: str
    multipart: bool
    values: dict[str, list[str]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    buttons: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Page:
    """What came back."""

    url: str
    status: int
    body: bytes
    forms: list[Form]
    words: str

    def form(self, action: str) -> Form:
        """Return the form that posts to an address.

        Raises:
            DemoFailed: the page has none.
        """
        for one in self.forms:
            if one.action.partition("?")[0] == action:
                return one
        offered = [one.action for one in self.forms]
        raise DemoFailed(f"{self.url} ({self.status}): no form {action}, only {offered}")


class Browser:
    """One person's window on one server, with its cookies."""

    def __init__(self, server: str) -> None:
        self.server = server
        self._opener = build_opener(HTTPCookieProcessor(CookieJar()))

    def visit(self, path: str) -> Page:
        return self._fetch(Request(urljoin(self.server, path)))

    def submit(self, page: Page, form: Form, typed: Mapping[str, object]) -> Page:
        """Send a form with what was typed; what was not touched goes as it stands.

        Raises:
            DemoFailed: something was typed into a field that the form does not have.
        """
        if unknown := set(typed) - form.names - {name for name, _ in form.buttons}:
            raise DemoFailed(f"{page.url}: the form {form.action} has no {sorted(unknown)}")
        values = {**form.values, **{name: _as_list(value) for name, value in typed.items()}}
        pairs = [(name, text) for name, texts in values.items() for text in texts]
        target = urljoin(page.url, form.action)
        if form.method == "get":
            return self._fetch(Request(f"{target}?{urlencode(pairs)}"))
        headers, body = _packed(pairs, multipart=form.multipart)
        return self._fetch(Request(target, body, {**headers, "Origin": self.server}))

    def _fetch(self, request: Request) -> Page:
        try:
            with self._opener.open(request, timeout=PATIENCE_S) as answer:
                return _page(answer.url, answer.status, answer.read())
        except HTTPError as refused:
            with refused:
                return _page(refused.url, refused.code, refused.read())


def _page(url: str, status: int, body: bytes) -> Page:
    reader = _Reader()
    reader.feed(body.decode("utf-8", errors="replace"))
    return Page(url, status, body, reader.forms, " ".join(reader.words))


def _as_list(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list | tuple) else [str(value)]


def _packed(pairs: list[tuple[str, str]], *, multipart: bool) -> tuple[dict[str, str], bytes]:
    if not multipart:
        kind = "application/x-www-form-urlencoded"
        return {"Content-Type": kind}, urlencode(pairs).encode()
    line = secrets.token_hex(16)
    parts = (
        f'--{line}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n'
        for name, text in pairs
    )
    body = "".join(parts) + f"--{line}--\r\n"
    return {"Content-Type": f"multipart/form-data; boundary={line}"}, body.encode()


class _Reader(HTMLParser):
    """Collects forms and visible words."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.words: list[str] = []
        self._form: Form | None = None
        self._select: str | None = None
        self._area: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = dict(attrs)
        if tag == "form":
            kind = (has.get("enctype") or "").startswith("multipart/")
            self._form = Form(has.get("action") or "", (has.get("method") or "get").lower(), kind)
            self.forms.append(self._form)
        elif self._form is not None:
            self._field(self._form, tag, has)

    def _field(self, form: Form, tag: str, has: dict[str, str | None]) -> None:
        name, value = has.get("name") or "", has.get("value")
        if tag == "option" and self._select:
            if "selected" in has:
                form.values[self._select] = [value or ""]
            else:
                form.values.setdefault(self._select, [value or ""])
        elif not name or "disabled" in has:
            return
        elif tag == "button":
            form.buttons.append((name, value or ""))
        elif tag in ("input", "select", "textarea"):
            form.names.add(name)
            if tag == "select":
                self._select = name
            elif tag == "textarea":
                self._area = name
                form.values[name] = [""]
            else:
                self._input(form, name, value, has)

    def _input(self, form: Form, name: str, value: str | None, has: dict[str, str | None]) -> None:
        kind = (has.get("type") or "text").lower()
        if kind in ("checkbox", "radio"):
            if "checked" in has:
                form.values.setdefault(name, []).append(value if value is not None else "on")
        elif kind == "submit":
            form.buttons.append((name, value or ""))
        elif kind != "file":
            form.values.setdefault(name, []).append(value or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._select = None
        elif tag == "textarea":
            self._area = None

    def handle_data(self, data: str) -> None:
        if self._area and self._form is not None:
            self._form.values[self._area] = [self._form.values[self._area][0] + data]
        elif text := data.strip():
            self.words.append(text)
