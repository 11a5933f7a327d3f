"""Declarations filled in with model data (mẫu tờ khai điền sẵn), for anybody's phone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from veban.actions.slips.declaration import model_sheet
from veban.core.declarations.form import DeclarationForm, form_on, get_form
from veban.core.shared.local_time import local_day
from veban.core.slips.declaration import Print, declaration_data
from veban.web.access import public
from veban.web.counter.slips import pdf_answer
from veban.web.declarations.shown import show_section
from veban.web.serving import Node, node_of

_MADE: dict[tuple[str, bool, str, Print], bytes] = {}
"""Set once a process: anybody may ask for them, as often as they like."""


@public
@require_safe
def list_samples(request: HttpRequest) -> HttpResponse:
    """List the forms in force today, each with the procedures that ask for it."""
    node = node_of(request)
    shown = [(form, _names(node, form)) for form in _in_force(node)]
    return render(request, "declarations/samples.html", {"shown": shown})


@public
@require_safe
def show_sample(request: HttpRequest, form: str) -> HttpResponse:
    """Show one form filled in with model data."""
    node = node_of(request)
    known = get_form(_in_force(node), form)
    context = {
        "form": known,
        "sections": [
            show_section(part, known.sample[part.name])
            for part in known.sections
            if part.name in known.sample
        ],
        "procedures": _names(node, known),
    }
    return render(request, "declarations/sample.html", context)


@public
@require_safe
def print_sample(request: HttpRequest, form: str) -> HttpResponse:
    """Return the model as PDF."""
    return _pdf(node_of(request), form, Print.SAMPLE)


@public
@require_safe
def print_empty(request: HttpRequest, form: str) -> HttpResponse:
    """Return the empty form as PDF, to be filled in by hand."""
    return _pdf(node_of(request), form, Print.EMPTY)


def _pdf(node: Node, form: str, use: Print) -> HttpResponse:
    known, me = get_form(_in_force(node), form), node.world.me
    made = (me.unit, me.practice, known.digest, use)
    if made not in _MADE:
        _MADE[made] = node.declaration(declaration_data(model_sheet(node.world, known, use)))
    return pdf_answer(_MADE[made], f"{known.name}-{use.value}.pdf")


def _in_force(node: Node) -> list[DeclarationForm]:
    day, forms = local_day(node.world.clock.now()), node.rules.declarations()
    found = [form_on(forms, form.procedures[0], day) for form in forms]
    return [form for form in forms if form in found]


def _names(node: Node, form: DeclarationForm) -> list[tuple[str, str]]:
    rules = node.rules
    return [(code, rules.procedure(code).name) for code in form.procedures]
