"""Fill in a declaration (điền tờ khai): one section a screen, kept by the node as one goes."""

import secrets
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from veban.actions.slips.declaration import addressee
from veban.actions.slips.subject import spoken_unit
from veban.core.declarations.draft import Draft, DraftGone
from veban.core.declarations.form import DeclarationUnknown, Section
from veban.core.declarations.prefill import (
    applicant_known,
    begin_section,
    card_known,
    contact_known,
    earlier_known,
)
from veban.core.declarations.typed import read_section
from veban.core.people.roles import Role
from veban.core.slips.declaration import Print, Sheet, declaration_data
from veban.store.drafts.drafts import begin_draft, keep_reception, keep_section
from veban.web.access import officer_required
from veban.web.counter.card import asks_for_card, sent_card
from veban.web.counter.receive import table_of
from veban.web.counter.reception_input import ReceptionInput
from veban.web.counter.reception_table import Table
from veban.web.counter.slips import pdf_answer
from veban.web.declarations.noted import Noted, address, find_noted, form_for, note_of
from veban.web.declarations.shown import show_section, show_steps
from veban.web.entrance.sign_in import GET_OR_POST
from veban.web.serving import Node, node_of
from veban.web.visitor import Visitor, real_now

KEEP, LATER = "keep", "later"
"""What a section's form was sent for, beside going on: kept as it is typed, or left for later."""


@officer_required(Role.RECEIVER)
@require_POST
def begin(request: HttpRequest, visitor: Visitor, procedure: str) -> HttpResponse:
    """Keep the reception form as it stands and go to the first section of its declaration.

    Raises:
        DeclarationUnknown: no form of the procedure is shipped.
    """
    node = node_of(request)
    form = form_for(request, visitor, procedure)
    if form is None:
        raise DeclarationUnknown(form=procedure)
    table = table_of(request, node, visitor, procedure)
    given = ReceptionInput(table, request)
    given.has_errors()
    given.keep_files(node.world.blobs)
    noted = _begun(request, visitor, procedure)
    draft = Draft(
        draft=noted.draft.draft if noted else secrets.token_hex(16),
        unit=visitor.officer.unit,
        procedure=procedure,
        form=form.name,
        since_on=form.since_on,
        touched_at=real_now(),
        people=_people(node, visitor, given, table),
        reception=_as_lists(given),
    )
    if noted:
        keep_reception(node.alias, draft, draft.touched_at)
        return HttpResponseRedirect(noted.go_on)
    begin_draft(node.alias, draft)
    return HttpResponseRedirect(address(draft.draft, form.sections[0].name))


@officer_required(Role.RECEIVER)
@require_http_methods(GET_OR_POST)
def fill_section(request: HttpRequest, visitor: Visitor, draft: str, section: str) -> HttpResponse:
    """Show a section, or keep what was typed in it: right or wrong, it is kept first."""
    node = node_of(request)
    noted = note_of(node, visitor, draft)
    part = noted.form.section(section)
    if request.method != "POST":
        return _page(request, noted, part)
    typed = {one.name: request.POST.get(one.name, "") for one in part.fields}
    values, card = read_section(part, typed), None
    if asks_for_card(request):
        card = sent_card(request)
        known = card_known(card) if card else {}
        values |= {one.name: known[one.name] for one in part.fields if one.name in known}
    keep_section(node.alias, noted.draft, part.name, values, real_now())
    step = request.POST.get("step", "")
    if step == KEEP:
        return HttpResponse(status=204)
    noted = note_of(node, visitor, draft)
    if asks_for_card(request):
        return _page(request, noted, part, card="read" if card else "unread")
    if step != LATER and any(one.section == part.name for one in noted.complaints):
        return _page(request, noted, part, status=422)
    return HttpResponseRedirect(_after(noted, part))


@officer_required(Role.RECEIVER)
@require_safe
def print_draft(request: HttpRequest, visitor: Visitor, draft: str) -> HttpResponse:
    """Return the declaration as it stands, to be read over and signed."""
    node = node_of(request)
    noted = note_of(node, visitor, draft)
    sheet = Sheet(
        form=noted.form,
        data=noted.draft.data,
        use=Print.FILLED,
        addressee=addressee(node.world, visitor.officer.unit),
        practice=node.world.me.practice,
    )
    return pdf_answer(node.declaration(declaration_data(sheet)), f"{noted.form.name}.pdf")


def _begun(request: HttpRequest, visitor: Visitor, procedure: str) -> Noted | None:
    """Return the draft that the form goes on with; one thrown away meanwhile is begun anew."""
    try:
        return find_noted(request, visitor, procedure)
    except DraftGone:
        return None


def _page(
    request: HttpRequest, noted: Noted, part: Section, status: int = 200, card: str = ""
) -> HttpResponse:
    data = noted.draft.data
    values = data.get(part.name)
    if values is None:
        values = begin_section(part, noted.draft.people, data)
    complaints = noted.complaints if status == 422 else ()
    context = {
        "draft": noted.draft.draft,
        "noted": noted,
        "form": noted.form,
        "shown": show_section(part, values, complaints),
        "steps": show_steps(noted.form, data, noted.complaints, part.name),
        "given": {"card": card},
        "reception": _reception(noted),
        "is_last": part is noted.form.sections[-1],
        "menu": "receive",
    }
    return render(request, "declarations/section.html", context, status=status)


def _after(noted: Noted, part: Section) -> str:
    names = [section.name for section in noted.form.sections]
    following = names[names.index(part.name) + 1 :]
    if following:
        return address(noted.draft.draft, following[0])
    return _reception(noted)


def _reception(noted: Noted) -> str:
    """Return where one goes on: the review with the declaration beside it, or the dossier."""
    if noted.dossier:
        return f"/dossiers/{noted.dossier}"
    case = noted.draft.reception.get("case", [""])[0]
    named = {"draft": noted.draft.draft, **({"case": case} if case else {})}
    return f"/receive/{noted.draft.procedure}/form?{urlencode(named)}"


def _people(node: Node, visitor: Visitor, given: ReceptionInput, table: Table) -> dict[str, Any]:
    earlier = table.same.person.declaration if table.same and table.same.person else {}
    said = given.applicant.cleaned_data
    return {
        "applicant": applicant_known(said, home_of(node, visitor)) if said.get("full_name") else {},
        "contact": contact_known(given.contact.cleaned_data),
        **earlier_known(earlier),
    }


def home_of(node: Node, visitor: Visitor) -> str:
    """Return the officer's commune and province as the end of an address."""
    here = node.rules.unit(visitor.officer.unit)
    units = dict.fromkeys((here.code, here.province))
    return ", ".join(spoken_unit(node.world, unit) for unit in units)


def _as_lists(given: ReceptionInput) -> dict[str, list[str]]:
    kept: dict[str, list[str]] = {}
    for name, value in given.carried():
        kept.setdefault(name, []).append(value)
    return kept
