"""From the reception form to the command (từ biểu mẫu đến lệnh tiếp nhận)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _

from veban.actions.ports import Blobs
from veban.core.dossiers.commands import ReceiveDossier
from veban.core.procedures.checklist import case_of
from veban.core.procedures.papers import CasePaper
from veban.core.procedures.procedure import Procedure
from veban.core.rounds.round import RoundRow
from veban.core.shared.local_time import LOCAL
from veban.core.shared.shape import InputWrong, read_shape
from veban.web.counter.reception_forms import (
    ApplicantForm,
    CollectorForm,
    ContactForm,
    InterpreterForm,
    MoreForm,
    PaperForm,
    PlaceForm,
)

MORE_PAPERS = 2
PAPERS_BY_NAME = 5
"""Lines for papers by name, where the checklist of the procedure is not shipped."""
NOT_CARRIED = {"csrfmiddlewaretoken", "step"}


@dataclass(frozen=True, slots=True)
class Table:
    """What the reception form is made for: the procedure, its case, and what is going on today.

    Args:
        rounds: Rounds under way, the likeliest first.
        reasons: (code, name) of the reasons known.
        away: The node is a laptop, so that a village is likelier than the centre.
        now: The node's clock, which the form begins with.
    """

    procedure: Procedure
    case: str | None
    rounds: list[RoundRow]
    reasons: list[tuple[str, str]]
    away: bool
    now: datetime

    @property
    def asked(self) -> tuple[CasePaper, ...]:
        """Return the checklist of the case; empty where none is shipped."""
        case = case_of(self.procedure, self.case)
        return case.papers if case else ()


class ReceptionInput:
    """All parts of the form, empty or bound to what was sent."""

    def __init__(self, table: Table, request: HttpRequest | None = None) -> None:
        self.table = table
        self._sent = None if request is None else request.POST
        data, files = self._sent, None if request is None else request.FILES
        begin = _beginning(table)
        rounds = [(row.round, row.name) for row in table.rounds]
        self.applicant = ApplicantForm(data, prefix="applicant")
        self.contact = ContactForm(data, prefix="contact")
        self.collector = CollectorForm(data, prefix="collector")
        self.interpreter = InterpreterForm(data, prefix="interpreter")
        self.place = PlaceForm(data, prefix="place", rounds=rounds, initial=begin)
        self.more = MoreForm(data, prefix="more", reasons=table.reasons, initial=begin)
        self.papers = [PaperForm(data, files, **made) for made in _paper_lines(table)]
        self.refusal: str | None = None

    @property
    def parts(self) -> tuple[forms.Form, ...]:
        """Return every form of the page, in its order."""
        people = (self.applicant, self.contact, self.collector, self.interpreter)
        return (self.place, *people, *self.papers, self.more)

    @property
    def checklist(self) -> list[tuple[PaperForm, CasePaper]]:
        """Return the papers of the case, each with what the law asks of it."""
        return list(zip(self.papers, self.table.asked, strict=False))

    @property
    def by_name(self) -> list[PaperForm]:
        """Return the lines for papers by name."""
        return [form for form in self.papers if form.paper is None]

    def has_errors(self) -> bool:
        """Tell whether a field is wrong, after all of them were looked at."""
        return any([not form.is_valid() for form in self.parts])  # noqa: C419  # All are looked at.

    def keep_files(self, blobs: Blobs) -> None:
        """Store what was uploaded, so that the next step carries only its hash."""
        for form in self.papers:
            if form.is_valid() and (file := form.cleaned_data.get("file")):
                form.cleaned_data["kept"] = blobs.put(file.read())

    def command(self, officer: str) -> ReceiveDossier | None:
        """Return the command; None where a field is wrong, with the error beside it."""
        if self.has_errors():
            return None
        try:
            return read_shape(ReceiveDossier, self._line(officer))
        except InputWrong as refusal:
            self._show(refusal)
            return None

    def carried(self) -> Iterator[tuple[str, str]]:
        """Yield the fields that the review page carries along, files as their hashes."""
        kept = {form.add_prefix("kept"): form.cleaned_data.get("kept", "") for form in self.papers}
        for name, values in self._sent.lists() if self._sent is not None else ():
            if name not in NOT_CARRIED and name not in kept:
                yield from ((name, str(value)) for value in values)
        yield from ((name, value) for name, value in kept.items() if value)

    def _line(self, officer: str) -> dict[str, Any]:
        place, more = self.place.cleaned_data, self.more.cleaned_data
        # To the minute, as typed: a second sending of the form must be the same command.
        local = datetime.combine(place["received_on"], place["received_time"], LOCAL)
        sent = self._sent or {}
        line = {
            "key": str(sent.get("key", "")),
            "procedure": self.table.procedure.code,
            "case": self.table.case,
            "received_at": local.isoformat(),
            "officer": officer,
            "channel": int(place["channel"]),
            "place": _filled(
                kind=place["kind"], village=place["village"], witness=place["witness"]
            ),
            "applicant": _filled(**self.applicant.cleaned_data),
            "papers": [_paper(form) for form in self.papers if form.is_given],
            "return": _filled(how=more["how"], place=more["place"]),
            "copies": more["copies"],
            "reasons": more["reasons"],
            "round": place["round"] or None,
            "paper_slip": place["paper_slip"] or None,
        }
        for part in ("contact", "collector", "interpreter"):
            given = _filled(**getattr(self, part).cleaned_data)
            line[part] = given if given.get("full_name") else None
        return line

    def _show(self, refusal: InputWrong) -> None:
        """Put an error of the command's shape beside its field."""
        path = str(refusal.details.get("field", ""))
        part, _dot, name = path.partition(".")
        form = getattr(self, part, None)
        if isinstance(form, forms.Form) and name in form.fields:
            expected = refusal.details.get("expected", "")
            form.add_error(name, _("Chưa đọc được; cần: %(expected)s.") % {"expected": expected})
        else:
            raise refusal


def _beginning(table: Table) -> dict[str, Any]:
    local = table.now.astimezone(LOCAL)
    first = table.rounds[0] if table.away and table.rounds else None
    villages = first.villages.split("\n") if first else []
    return {
        "kind": "village" if table.away else "centre",
        "village": villages[0] if len(villages) == 1 else "",
        "round": first.round if first else "",
        "received_on": local.date(),
        "received_time": local.time(),
        "how": "village" if table.away else "centre",
    }


def _paper_lines(table: Table) -> Iterator[dict[str, Any]]:
    for n, asked in enumerate(table.asked):
        begin = {"form": asked.paper.form.value, "count": asked.paper.count}
        yield {
            "prefix": f"paper{n}",
            "paper": asked.paper.id,
            "named": asked.paper.name,
            "initial": begin,
        }
    for n in range(MORE_PAPERS if table.asked else PAPERS_BY_NAME):
        yield {"prefix": f"named{n}", "paper": None}


def _paper(form: PaperForm) -> dict[str, Any]:
    given = form.cleaned_data
    return _filled(
        paper=form.paper,
        name=given["name"] or form.named,
        form=given["form"],
        count=given["count"] or 1,
        file=given["kept"],
    )


def _filled(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in ("", None)}
