"""How others on the local network reach this machine (mạng nội bộ): addresses and a QR."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from veban.edges.machine.addresses import lan_addresses
from veban.edges.printing.qr import qr_svg
from veban.web.access import officer_required
from veban.web.refusal_pages import PageUnknown
from veban.web.serving import serving_of
from veban.web.visitor import Visitor
from veban.wiring.calling import answers

MOST = 4


@dataclass(frozen=True, slots=True)
class Reached:
    """An address of this machine, and whether this server listens at it."""

    url: str
    listens: bool


@officer_required()
@require_safe
def show_lan(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Show where phones and other laptops find this machine."""
    found = [Reached(url, answers(url)) for url in _urls(request)]
    context = {
        "menu": "road",
        "reached": [one for one in found if one.listens],
        "closed": bool(found) and not any(one.listens for one in found),
        "is_field": serving_of(request).is_field,
        "port": request.get_port(),
    }
    return render(request, "round/lan.html", context)


@officer_required()
@require_safe
def address_qr(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Give the QR of one of this machine's addresses, and of no other text."""
    url = request.GET.get("a", "")
    if url not in _urls(request):
        raise PageUnknown()
    return HttpResponse(qr_svg(url), content_type="image/svg+xml")


def _urls(request: HttpRequest) -> list[str]:
    return [f"http://{one}:{request.get_port()}" for one in lan_addresses()[:MOST]]
