"""From the reception form to the command (từ biểu mẫu đến lệnh tiếp nhận)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from veban.actions.ports import Blobs
from veban.core.dossiers.commands import ReceiveDossier
from veban.core.dossiers.sitting import scan_for
from veban.core.procedures.papers import CasePaper
from veban.core.shared.local_time import LOCAL
from veban.core.shared.shape import InputWrong, read_shape
from veban.web import words
from veban.web.counter.reception_forms import (
    ApplicantForm,
    CollectorForm,
    ContactForm,
    InterpreterForm,
    MoreForm,
    PaperForm,
    PlaceForm,
    WrittenForForm,
)
from veban.web.counter.reception_table import Table, beginning, known_people, on_roster
from veban.web.declarations.noted import Noted

MORE_PAPERS = 2
PAPERS_BY_NAME = 5
"""Lines for papers by name, where the checklist of the procedure is not shipped."""
NOT_CARRIED = {"csrfmiddlewaretoken", "step", "explained"}
OF_ONE_DOSSIER = {"key", "case", "draft", "same"}


@dataclass(frozen=True, slots=True)
class Mistake:
    """One wrong field, as the head of the page lists it; ``field`` is its id."""

    field: str
    label: str
    text: str


class ReceptionInput:
    """All parts of the form, empty or bound to what was sent."""

    def __init__(
        self, table: Table, request: HttpRequest | None = None, sent: QueryDict | None = None
    ) -> None:
        self.table = table
        self._sent = sent if sent is not None or request is None else request.POST
        data, files = self._sent, None if request is None else request.FILES
        begin = beginning(table)
        people = known_people(table.same.person if table.same else None)
        people["applicant"] = on_roster(table.found) if table.found else people["applicant"]
        rounds = [(row.round, row.name) for row in table.rounds]
        self.applicant = ApplicantForm(data, prefix="applicant", initial=people["applicant"])
        self.contact = ContactForm(data, prefix="contact", initial=people["contact"])
        self.collector = CollectorForm(data, prefix="collector", initial=people["collector"])
        self.interpreter = InterpreterForm(
            data, prefix="interpreter", initial=people["interpreter"]
        )
        self.written_for = WrittenForForm(data, prefix="written_for")
        self.place = PlaceForm(data, prefix="place", rounds=rounds, initial=begin)
        self.more = MoreForm(data, prefix="more", reasons=table.reasons, initial=begin)
        if table.point:
            told = {**words.RETURN_WAYS, "village": words.RETURNS["point"]}
            self.more.fields["how"].choices = list(told.items())  # type: ignore[attr-defined]
        self.papers = [
            # A form that comes from another procedure knows nothing of this one's papers.
            PaperForm(
                *((data, files) if data and f"{made['prefix']}-form" in data else ()),
                scans=table.scans,
                **made,
            )
            for made in _paper_lines(table)
        ]
        for form in self.papers:
            form.offer(table.sitting.scans)
        self.refusal: str | None = None
        self.card = ""
        self.noted: Noted | None = None
        self.joined = ""

    @property
    def parts(self) -> tuple[forms.Form, ...]:
        """Return every form of the page, in its order."""
        people = (self.applicant, self.contact, self.collector, self.interpreter)
        return (*people, self.written_for, *self.papers, self.place, self.more)

    @property
    def key(self) -> str:
        """Return the key that was made when the form was first shown; empty before."""
        return str(self._sent.get("key", "")) if self._sent is not None else ""

    @property
    def checklist(self) -> list[tuple[PaperForm, CasePaper]]:
        """Return the papers of the case, each with what the law asks of it."""
        return list(zip(self.papers, self.table.asked, strict=False))

    @property
    def by_name(self) -> list[PaperForm]:
        """Return the lines for papers by name."""
        return [form for form in self.papers if form.paper is None]

    @property
    def mistakes(self) -> list[Mistake]:
        """Return what is wrong, in the order of the page; nothing before it was sent."""
        return [
            Mistake(form[name].auto_id, str(form.fields[name].label), str(texts[0]))
            for form in (self.parts if self._sent is not None else ())
            for name, texts in form.errors.items()
            if name in form.fields
        ]

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

    def carried_elsewhere(self) -> Iterator[tuple[str, str]]:
        """Yield what holds for another procedure too: people, place, return; no papers."""
        for name, value in self.carried():
            if not name.startswith(("paper", "named")) and name not in OF_ONE_DOSSIER:
                yield name, value

    def carried(self) -> Iterator[tuple[str, str]]:
        """Yield the fields that the review page carries along, files as their hashes."""
        kept = {form.add_prefix("kept"): form.cleaned_data.get("kept", "") for form in self.papers}
        for name, values in self._sent.lists() if self._sent is not None else ():
            if name not in NOT_CARRIED and name not in kept and not name.endswith("-scan"):
                yield from ((name, str(value)) for value in values)
        yield from ((name, value) for name, value in kept.items() if value)

    def _line(self, officer: str) -> dict[str, Any]:
        place, more = self.place.cleaned_data, self.more.cleaned_data
        # To the minute, as typed: a second sending of the form must be the same command.
        local = datetime.combine(place["received_on"], place["received_time"], LOCAL)
        line = {
            "key": self.key,
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
            "declaration": self.noted.carried() if self.noted else {},
            "visit": self.table.sitting.id or None,
            "written_for": self.written_for.given(),
            "explained": self._sent is not None and self._sent.get("explained") == "on",
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


def _paper_lines(table: Table) -> Iterator[dict[str, Any]]:
    who = table.same.person.applicant if table.same and table.same.person else None
    for n, asked in enumerate(table.asked):
        begin: dict[str, Any] = {"form": asked.paper.form.value, "count": asked.paper.count}
        begin |= {"reuse": scan_for(asked.paper.id, who, table.sitting.scans)}
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
        file=given["kept"] or given["reuse"],
    )


def _filled(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in ("", None)}
