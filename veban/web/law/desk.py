"""The law desk (quy định của đơn vị): what is missing, what was entered, and how to enter it."""

import secrets
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from veban.actions.law.enter_value import EnterLawValue, enter_value
from veban.core.people.roles import Role
from veban.core.shared.local_time import local_day
from veban.core.shared.refused import Refused
from veban.edges.rulebook.layered import LayeredRules
from veban.store.queries.law import list_entered
from veban.store.queries.people import find_unit_settings, list_officers, officer_names
from veban.web.access import officer_required
from veban.web.entrance.sign_in import GET_OR_POST
from veban.web.law.forms import FORMS, SourceForm
from veban.web.law.missing import CHOICES, UnitKnown, what_is_missing
from veban.web.law.words import KINDS, value_words
from veban.web.refusal_pages import PageUnknown, sentence_of, status_of
from veban.web.serving import Node, node_of, serving_of
from veban.web.visitor import Visitor


@officer_required(Role.ADMIN)
@require_safe
def show_desk(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Show what the unit's law lacks, and what was entered."""
    node = _centre(request)
    unit = visitor.officer.unit
    rules = node.law.for_unit(unit)
    known = UnitKnown(
        rules,
        find_unit_settings(node.alias, visitor.scope, unit),
        list_officers(node.alias, visitor.scope),
        local_day(node.world.clock.now()),
    )
    asked = list(what_is_missing(known))
    entered = list_entered(node.alias, visitor.scope)
    names = officer_names(node.alias, visitor.scope, {row.entered_by for row in entered})
    context = {
        "asked": asked,
        "missing": sum(1 for one in asked if one.count),
        "entered": [
            {"row": row, "kind": KINDS[row.kind], "about": title_of(rules, row.kind, row.about)}
            | {"by": names[row.entered_by], "said": value_words(row)}
            for row in entered
        ],
        "menu": "law",
    }
    return render(request, "law/desk.html", context)


@officer_required(Role.ADMIN)
@require_safe
def choose(request: HttpRequest, visitor: Visitor, kind: str) -> HttpResponse:
    """List what has no value of a kind yet."""
    node = _centre(request)
    if kind not in CHOICES:
        raise PageUnknown()
    rules = node.law.for_unit(visitor.officer.unit)
    lacking = CHOICES[kind](rules, local_day(node.world.clock.now()))
    context = {
        "kind": kind,
        "title": KINDS[kind],
        "lacking": [{"about": about, "title": title_of(rules, kind, about)} for about in lacking],
        "menu": "law",
    }
    return render(request, "law/choose.html", context)


@officer_required(Role.ADMIN)
@require_http_methods(GET_OR_POST)
def enter(request: HttpRequest, visitor: Visitor, kind: str, about: str = "") -> HttpResponse:
    """Ask for a value with its document, and enter it."""
    node = _centre(request)
    if kind not in FORMS:
        raise PageUnknown()
    form, status = FORMS[kind](request.POST or None), 200
    if form.is_valid():
        try:
            enter_value(node.world, _wanted(form, visitor, request.POST.get("key", ""), about))
            return HttpResponseRedirect("/law#entered")
        except Refused as refusal:
            form.add_error(None, sentence_of(refusal))
            status = status_of(refusal)
    context = {
        "form": form,
        "title": form.title,
        "about": title_of(node.law.for_unit(visitor.officer.unit), kind, about),
        "rest": "/".join(filter(None, ("enter", kind, about))),
        "key": request.POST.get("key") or secrets.token_hex(16),
        "menu": "law",
    }
    status = 422 if form.errors and status == 200 else status
    return render(request, "law/form.html", context, status=status)


def title_of(rules: LayeredRules, kind: str, about: str) -> str:
    """Return what a value is about as people call it."""
    if kind == "layout":
        form = rules.slips().get(about)
        return form.name if form else about
    named = {procedure.code: procedure.name for procedure in rules.procedures()}
    return f"{about} · {named[about]}" if about in named else about


def _wanted(form: SourceForm, visitor: Visitor, key: str, about: str) -> EnterLawValue:
    given: dict[str, Any] = form.cleaned_data
    return EnterLawValue(
        key=key,
        officer=visitor.code,
        kind=form.kind,
        since_on=given["since_on"],
        value=form.value(),
        document=given["document"],
        about=about or form.about(),
        article=given["article"],
        confidence=form.confidence,
    )


def _centre(request: HttpRequest) -> Node:
    if serving_of(request).is_field:
        raise PageUnknown()
    return node_of(request)
