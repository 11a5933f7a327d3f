"""How others on the local network reach this machine (mạng nội bộ), and laptops each other."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from veban.core.shared.refused import Refused
from veban.edges.folder.addresses import clean_address
from veban.edges.folder.receiving import close_receiving, open_receiving, receiving_until
from veban.edges.machine.addresses import lan_addresses
from veban.edges.printing.qr import qr_svg
from veban.web.access import officer_required
from veban.web.refusal_pages import PageUnknown, sentence_of, status_of
from veban.web.round.stick import CARRIERS
from veban.web.serving import node_of, serving_of
from veban.web.visitor import Visitor, real_now
from veban.wiring.calling import answers
from veban.wiring.neighbours import send_to_neighbour

PAGE = "/road/lan"
MOST = 4


@dataclass(frozen=True, slots=True)
class Reached:
    """An address of this machine, and whether this server listens at it."""

    url: str
    listens: bool


@officer_required()
@require_safe
def show_lan(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Show where phones and other laptops find this machine, and what two laptops can do."""
    return _page(request, visitor)


@officer_required(*CARRIERS)
@require_POST
def let_in(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Let other laptops' sealed files in for some minutes, or no longer."""
    node = _laptop(request)
    if request.POST.get("close"):
        close_receiving(node.folder)
    else:
        open_receiving(node.folder, real_now())
    return HttpResponseRedirect(PAGE)


@officer_required(*CARRIERS)
@require_POST
def send_file(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Hand our sealed file to the laptop at an address, and take what it brought for us."""
    node, typed = _laptop(request), request.POST.get("address", "")
    try:
        handed = send_to_neighbour(node, clean_address(typed))
    except Refused as refusal:
        told = {"typed": typed, "mistake": sentence_of(refusal)}
        return _page(request, visitor, told, status_of(refusal))
    kilobytes, taken = -(-handed.bytes // 1024), handed.taken
    new = f"&new={taken.entries + taken.files}" if taken else ""
    return HttpResponseRedirect(f"{PAGE}?sent={kilobytes}{new}")


@officer_required()
@require_safe
def address_qr(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Give the QR of one of this machine's addresses, and of no other text."""
    url = request.GET.get("a", "")
    if url not in _urls(request):
        raise PageUnknown()
    return HttpResponse(qr_svg(url), content_type="image/svg+xml")


def _page(
    request: HttpRequest, visitor: Visitor, told: dict[str, str] | None = None, status: int = 200
) -> HttpResponse:
    found = [Reached(url, answers(url)) for url in _urls(request)]
    is_field, node = serving_of(request).is_field, node_of(request)
    context = {
        "menu": "road",
        "reached": [one for one in found if one.listens],
        "closed": bool(found) and not any(one.listens for one in found),
        "is_field": is_field,
        "port": request.get_port(),
        "may_carry": is_field and visitor.has(*CARRIERS),
        "sent": _number(request.GET.get("sent")),
        "new": _number(request.GET.get("new")),
    }
    if is_field:
        laptop: Any = node
        context["until"] = receiving_until(laptop.folder, real_now())
        context["carried"] = len(laptop.box.list())
    return render(request, "round/lan.html", context | (told or {}), status=status)


def _laptop(request: HttpRequest) -> Any:
    if not serving_of(request).is_field:
        raise PageUnknown()
    return node_of(request)


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 10 else None


def _urls(request: HttpRequest) -> list[str]:
    return [f"http://{one}:{request.get_port()}" for one in lan_addresses()[:MOST]]
