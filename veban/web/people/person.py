"""Everything about one person (mọi dữ liệu về một người): found, given as a file, erased by law."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from veban.actions.dossiers.erase import erase_dossier
from veban.actions.visits.erase import erase_visit
from veban.core.people.looks import LookAt
from veban.core.people.roles import Role
from veban.core.shared.refused import Refused
from veban.edges.sheets.writer import write_csv, write_xlsx
from veban.web import words_of_people as words
from veban.web.access import officer_required
from veban.web.counter.dossier_sheet import SHEETS
from veban.web.counter.looking import note_look
from veban.web.entrance.forms import REQUIRED
from veban.web.entrance.sign_in import GET_OR_POST
from veban.web.people.gather import Found, gather
from veban.web.refusal_pages import PageUnknown, sentence_of, status_of
from veban.web.serving import Node, node_of
from veban.web.visitor import Visitor

LEAST = 3
"""Fewer characters name nobody."""


class EraseForm(forms.Form):
    """Why the law lets it be erased."""

    basis = forms.CharField(
        label=_("Căn cứ và lý do xóa"),
        help_text=_("Số văn bản, điều khoản, hoặc yêu cầu của người dân. Không ghi tên người."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=REQUIRED,
    )


@officer_required(Role.MANAGER)
@require_http_methods(GET_OR_POST)
def find_everything(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Find every place that names a person; what is typed is posted."""
    found = _asked(request, visitor) if request.method == "POST" else []
    note_look(node_of(request), visitor, LookAt.PERSON, "search", len(found))
    context = {"who": _who(request), "found": found, "asked": request.method == "POST"}
    return render(request, "people/person.html", context | {"menu": "privacy"})


@officer_required(Role.MANAGER)
@require_POST
def give_everything(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Return the chosen places as a sheet, or as a page to print; each is recorded."""
    chosen = set(request.POST.getlist("stream"))
    found = [one for one in _asked(request, visitor) if one.stream in chosen]
    for one in found:
        note_look(node_of(request), visitor, LookAt.GIVEN, one.stream)
    kind = request.POST.get("form", "")
    if kind in SHEETS:
        return _sheet(kind, found)
    return render(request, "people/given.html", {"found": found, "menu": "privacy"})


@officer_required(Role.MANAGER)
@require_http_methods(GET_OR_POST)
def erase_place(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Say what erasing does, ask for the reason, then erase one place."""
    found = [one for one in _asked(request, visitor) if one.stream == request.POST.get("stream")]
    if not found or found[0].why_not:
        raise PageUnknown()
    asked = request.POST if "basis" in request.POST else None
    form, status, place = EraseForm(asked), 200, found[0]
    note_look(node_of(request), visitor, LookAt.PERSON, place.stream)
    if form.is_valid():
        try:
            _erase(node_of(request), visitor, place, form.cleaned_data["basis"])
            return HttpResponseRedirect("/privacy/person?erased=1")
        except Refused as refusal:
            form.add_error(None, sentence_of(refusal))
            status = status_of(refusal)
    status = 422 if form.errors and status == 200 else status
    context = {"place": place, "form": form, "who": _who(request), "menu": "privacy"}
    return render(request, "people/erase.html", context, status=status)


def _who(request: HttpRequest) -> str:
    return request.POST.get("who", "").strip()


def _asked(request: HttpRequest, visitor: Visitor) -> list[Found]:
    who = _who(request)
    return gather(node_of(request), visitor, who) if len(who) >= LEAST else []


def _erase(node: Node, visitor: Visitor, place: Found, basis: str) -> None:
    if place.kind == "visit":
        erase_visit(node.world, place.stream.partition("/")[2], visitor.code, basis)
    else:
        erase_dossier(node.world, place.code, visitor.code, basis)
    node.sweep_files()


def _sheet(kind: str, found: list[Found]) -> HttpResponse:
    head = [str(name) for name in (_("Ở đâu"), _("Mã hồ sơ"), _("Mục"), _("Nội dung"))]
    rows: list[list[Any]] = [
        [str(words.PLACES[one.kind]), one.code, str(said), value]
        for one in found
        for said, value in one.lines
    ]
    made = write_csv(head, rows) if kind == "csv" else write_xlsx(str(_("Dữ liệu")), head, rows)
    response = HttpResponse(made, content_type=SHEETS[kind])
    response.headers["Content-Disposition"] = f'attachment; filename="du-lieu-ca-nhan.{kind}"'
    return response
