"""The clock that may be ahead (đồng hồ chạy nhanh): an officer compares it and says it is right."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from veban.web.access import officer_required
from veban.web.serving import node_of
from veban.web.visitor import Visitor
from veban.wiring.clock_doubts import confirm_clock, find_doubt

READY = "/road/ready#clock"
RECEIVE = "/receive"


@officer_required()
@require_POST
def confirm(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Note that the officer found the clock right, and go back to where it was asked."""
    node: Any = node_of(request)
    if find_doubt(node) is not None:
        confirm_clock(node, visitor.code)
    back = request.POST.get("back", "")
    known = back in (READY, RECEIVE) or back.startswith((f"{RECEIVE}/", f"{RECEIVE}?"))
    return HttpResponseRedirect(back if known else RECEIVE)
