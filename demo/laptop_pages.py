"""Receive on the laptop's pages: the same dossier, typed into the form by a person.

The form has no field for a declaration or the applicant's unit, so only lines that say nothing
more than it asks for are typed there; all others go through the command line.
"""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from demo.browser import Browser, Page
from demo.cast import PHRASE
from demo.input_lines import InputLine
from demo.processes import DemoFailed
from demo.stage import Stage

PEOPLE = ("contact", "collector", "interpreter")
NOT_ASKED = ("visit", "paper_slip", "round")


class LaptopPages:
    """The officer at the laptop, signed in with the opening phrase."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._officer = stage.cast.team[0].code
        self.browser = Browser(stage.laptop_server.url)
        page = self.browser.visit("/open")
        typed = {"officer": self._officer, "phrase": PHRASE}
        page = self.browser.submit(page, page.form("/open"), typed)
        if page.url.endswith("/open"):
            raise DemoFailed(f"{page.url} ({page.status}): the phrase does not open the laptop")

    def can_type(self, line: InputLine) -> bool:
        """Tell whether the form asks for everything that the line says."""
        data, at = line.data, line.received_at
        papers = data.get("papers")
        return (
            data.get("officer") == self._officer
            and at is not None
            and (at.second, at.microsecond) == (0, 0)
            and not data.get("declaration")
            and not any(data.get(name) for name in NOT_ASKED)
            and line.text("procedure") is not None
            and line.text("full_name", "applicant") is not None
            and line.text("kind", "place") in ("village", "home", "point")
            and all(isinstance(data.get(name, {}), dict) for name in ("return", *PEOPLE))
            and isinstance(papers, list)
            and bool(papers)
            and all(_is_plain(paper) for paper in papers)
        )

    def review(self, line: InputLine, procedure: str) -> Page:
        """Fill in the form of a procedure with a line and ask for the review; nothing is kept."""
        case, papers = self._checklist(procedure, line.text("case"))
        form_at = f"/receive/{procedure}/form"
        page = self.browser.visit(f"{form_at}?case={case}" if case else form_at)
        typed = {**_typed(line, papers), "place-round": self._stage.round_id, "step": "review"}
        return self.browser.submit(page, page.form(form_at), typed)

    def receive(self, line: InputLine) -> str | None:
        """Receive a line; return its code, or None where the pages refuse it."""
        procedure = str(line.data["procedure"])
        page = self.review(line, procedure)
        form = page.form(f"/receive/{procedure}/form")
        if ("step", "confirm") not in form.buttons:
            return None
        page = self.browser.submit(page, form, {"step": "confirm", "explained": "on"})
        code, found, _ = page.url.rpartition("/dossiers/")[2].partition("/received")
        return code if page.status == 200 and found else None

    def due_at(self, code: str) -> str | None:
        """Return when a dossier is due, as the laptop's public door says."""
        due_at = json.loads(self.browser.visit(f"/doors/track/{quote(code)}").body)["due_at"]
        return due_at if isinstance(due_at, str) else None

    def receipt(self, code: str) -> bytes:
        """Return a dossier's receipt as its page prints it."""
        return self._print(f"/dossiers/{quote(code)}/receipt.pdf")

    def visit_slip(self, visit: str) -> bytes:
        """Return the slip of somebody who left without a code."""
        return self._print(f"/visits/{quote(visit)}/slip.pdf")

    def _print(self, path: str) -> bytes:
        page = self.browser.visit(path)
        if page.status != 200 or not page.body.startswith(b"%PDF"):
            raise DemoFailed(f"{page.url} ({page.status}): no slip")
        return page.body

    def _checklist(self, procedure: str, case: str | None) -> tuple[str | None, list[str]]:
        """Return the case, the first where the procedure has no such, and its papers in order."""
        asked = self._stage.centre.run("procedures", "show", procedure, "--json", ok=(0, 1))
        shown = asked.answer.get("cases") or []
        found = next((one for one in shown if one["case"] == case), shown[0] if shown else None)
        if found is None:
            return None, []
        return found["case"], [paper["paper"] for paper in found["papers"]]


def _typed(line: InputLine, checklist: list[str]) -> dict[str, object]:
    data, at = line.data, line.received_at
    place, back = data["place"], data.get("return") or {}
    typed: dict[str, object] = {
        **_part("applicant", data["applicant"], leave=("unit",)),
        "place-kind": place["kind"],
        "place-village": place.get("village") or "",
        "place-witness": place.get("witness") or "",
        "place-channel": data.get("channel", 1),
        "more-how": back.get("how", "centre"),
        "more-place": back.get("place") or "",
        "more-copies": data.get("copies", 1),
        "more-reasons": data.get("reasons") or [],
    }
    if at is not None:
        typed |= {"place-received_on": f"{at:%Y-%m-%d}", "place-received_time": f"{at:%H:%M}"}
    for person in PEOPLE:
        typed |= _part(person, data.get(person) or {})
    named = 0
    for paper in data["papers"]:
        if (asked := paper.get("paper")) in checklist:
            prefix = f"paper{checklist.index(asked)}"
            typed[f"{prefix}-given"] = "on"
        else:
            prefix, named = f"named{named}", named + 1
            typed[f"{prefix}-name"] = paper.get("name") or asked
        typed[f"{prefix}-form"] = paper.get("form", "original")
        typed[f"{prefix}-count"] = paper.get("count", 1)
    return typed


def _part(prefix: str, given: Mapping[str, Any], leave: tuple[str, ...] = ()) -> dict[str, object]:
    return {
        f"{prefix}-{name}": "on" if value is True else value
        for name, value in given.items()
        if name not in leave and value
    }


def _is_plain(paper: object) -> bool:
    return isinstance(paper, dict) and not paper.get("file")
