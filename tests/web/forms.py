"""What an officer would send from the reception form."""

import re
from html.parser import HTMLParser
from typing import Any

BIRTH = "1.001193"


class _Fields(HTMLParser):
    """Collects what a browser would send of the last form of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, list[str]] = {}
        self._select: str | None = None
        self._area: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("name")
        if tag == "form":
            self.found = {}
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select:
            if "selected" in given or self._select not in self.found:
                self.found[self._select] = [given.get("value") or ""]
        elif tag == "textarea":
            self._area = name
            self.found[name or ""] = [""]
        elif tag == "input" and name:
            self._input(name, given)

    def _input(self, name: str, given: dict[str, str | None]) -> None:
        kind = given.get("type")
        if kind in ("checkbox", "radio"):
            if "checked" in given:
                self.found.setdefault(name, []).append(given.get("value") or "on")
        elif kind != "file":
            self.found.setdefault(name, []).append(given.get("value") or "")

    def handle_data(self, data: str) -> None:
        if self._area:
            self.found[self._area] = [data.strip()]

    def handle_endtag(self, tag: str) -> None:
        self._select = None if tag == "select" else self._select
        self._area = None if tag == "textarea" else self._area


def fields_of(answer: Any, action: str) -> dict[str, Any]:
    """Return the fields of the page's form that leads to an address, as shown."""
    page = answer.content.decode()
    start = page.index(f'action="{action}"')
    start = page.rindex("<form", 0, start)
    reader = _Fields()
    reader.feed(page[start : page.index("</form>", start)])
    found = {k: v[0] if len(v) == 1 else v for k, v in reader.found.items()}
    found.pop("csrfmiddlewaretoken", None)
    return found


def birth_form(lan: Any, **changes: Any) -> dict[str, Any]:
    """Return the form of a birth registration with the papers of the ordinary case."""
    address = f"/receive/{BIRTH}/form"
    shown = fields_of(lan.get(f"{address}?case=ordinary"), address)
    return shown | {
        "applicant-full_name": "Vàng Thị Dua",
        "applicant-birth_date": "05/1988",
        "paper0-given": "on",
        "paper1-given": "on",
        "step": "review",
        "explained": "on",
        **changes,
    }


def code_on(page: str) -> str:
    """Return the first dossier code on a page."""
    found = re.search(r"H18[.0-9]*-\d{6}-\d{4,}", page)
    assert found, page
    return found[0]
