"""The machine's clock (đồng hồ của máy): what it says, and the word that it is right now."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from veban.actions.nodes.set_clock_right import MAY_SAY, last_recorded_at, set_clock_right
from veban.core.journal.refusals import ClockBehind
from veban.web.access import officer_required
from veban.web.serving import node_of
from veban.web.visitor import Visitor


@officer_required(*MAY_SAY)
@require_safe
def show_clock(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Show the clock, and whether it stops the work."""
    node: Any = node_of(request)
    now, last = node.world.clock.now(), last_recorded_at(node.world)
    context = {
        "now": now,
        "last": last,
        "stops": isinstance(node.journal.barred(), ClockBehind),
        "stands": last is not None and last > now,
        "menu": "road",
    }
    return render(request, "round/clock.html", context)


@officer_required(*MAY_SAY)
@require_POST
def say_right(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Note that the officer compared the clock and found it right."""
    node: Any = node_of(request)
    set_clock_right(node.world, visitor.code, node.centre_said())
    return HttpResponseRedirect("/clock", status=303)
