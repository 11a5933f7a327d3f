"""Back home (bàn giao khi về): what the laptop carries, and what to do with each line."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from veban.core.people.looks import LookAt
from veban.core.people.roles import Role
from veban.core.slips.gap_lines import gap_lines
from veban.core.slips.return_list import HEAPS
from veban.web.access import officer_required
from veban.web.counter.looking import note_look
from veban.web.counter.slips import pdf_answer
from veban.web.refusal_pages import PageUnknown
from veban.web.serving import node_of, serving_of
from veban.web.visitor import Visitor
from veban.wiring.return_list import gather_return
from veban.wiring.road_slips import return_list_pdf


@officer_required(Role.RECEIVER)
@require_safe
def show_return(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Show the list as it stands now."""
    content = gather_return(_laptop(request))
    note_look(node_of(request), visitor, LookAt.LIST, "return", len(content.lines))
    context = {
        "list": content,
        "heaps": [
            (heap.value, _(title), _(todo), content.heap(heap))
            for heap, (title, todo) in HEAPS.items()
        ],
        "numbers": [(one.day, one.used, gap_lines(one.gaps)) for one in content.numbers],
        "left": content.unsent_entries + content.unsent_files,
        "menu": "road",
    }
    return render(request, "round/return.html", context)


@officer_required(Role.RECEIVER)
@require_safe
def return_as_pdf(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Return the list to be signed by both sides, as PDF."""
    node = _laptop(request)
    note_look(node, visitor, LookAt.LIST, "return", len(gather_return(node).lines))
    return pdf_answer(return_list_pdf(node), "ban-giao.pdf")


def _laptop(request: HttpRequest) -> Any:
    if not serving_of(request).is_field:
        raise PageUnknown()
    return node_of(request)
