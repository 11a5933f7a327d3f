"""Blank slips (phiếu trắng): print them, see what became of each, record a spoiled one."""

import secrets
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from veban.actions.numbers.blank_slips import PrintBlanks, SlipOnPaper, print_blanks, spoil_blank
from veban.core.nodes.blank_slips import SpoiledWhy
from veban.core.nodes.events import NodeKind
from veban.core.nodes.writers import peer_of
from veban.core.numbers.blanks import MOST, USUAL
from veban.core.people.roles import Role
from veban.core.shared.local_time import local_day
from veban.core.shared.refused import Refused
from veban.store.queries.nodes import list_nodes
from veban.store.queries.slips import BlankSeen, list_blanks
from veban.web import words
from veban.web.access import officer_required
from veban.web.counter.find_procedure import query
from veban.web.counter.reception_forms import REQUIRED, one_of
from veban.web.counter.slips import pdf_answer
from veban.web.entrance.sign_in import GET_OR_POST
from veban.web.refusal_pages import sentence_of, status_of
from veban.web.serving import node_of, serving_of
from veban.web.visitor import Visitor
from veban.wiring.road_slips import blanks_pdf

WHO = (Role.RECEIVER, Role.MANAGER, Role.ADMIN)


class HowManyForm(forms.Form):
    """How many slips, and for which laptop."""

    lane = forms.ChoiceField(label=_("Cho máy nào?"), error_messages=REQUIRED)
    count = forms.IntegerField(
        label=_("In mấy phiếu?"),
        min_value=1,
        max_value=MOST,
        initial=USUAL,
        error_messages=REQUIRED | {"invalid": _("Ghi một số.")},
    )

    def __init__(self, lanes: list[tuple[str, str]], *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["lane"].choices = lanes  # type: ignore[attr-defined]


class SpoiledForm(forms.Form):
    """Which slip will not be used, and why."""

    serial = forms.IntegerField(
        label=_("Số phiếu hủy"),
        min_value=1,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages=REQUIRED | {"invalid": _("Chỉ ghi các chữ số của số phiếu.")},
    )
    why = one_of(_("Vì sao hủy?"), words.SPOILED)


@officer_required(*WHO)
@require_http_methods(GET_OR_POST)
def show_blanks(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Show the slips of a lane and print more."""
    lanes = _lanes(request, visitor)
    form, status = HowManyForm(lanes, request.POST or None), 200
    if form.is_valid():
        given = form.cleaned_data
        key = request.POST.get("key") or secrets.token_hex(16)
        wanted = PrintBlanks(key, given["lane"], given["count"], visitor.code)
        try:
            made = print_blanks(node_of(request).world, wanted)
            first, last = made["serials"][0], made["serials"][-1]
            new = query(lane=peer_of(made["node"]), first=str(first), last=str(last))
            return HttpResponseRedirect(f"/road/blanks{new}")
        except Refused as refusal:
            form.add_error("count", sentence_of(refusal))
            status = status_of(refusal)
    status = 422 if form.errors and status == 200 else status
    return _page(request, visitor, lanes, {"form": form}, status)


@officer_required(*WHO)
@require_POST
def spoil_slip(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Record that a slip will not be used."""
    form, status = SpoiledForm(request.POST), 422
    if form.is_valid():
        node, given = node_of(request), form.cleaned_data
        key = request.POST.get("key") or secrets.token_hex(16)
        today = local_day(node.world.clock.now())
        slip = SlipOnPaper(key, given["serial"], today, visitor.code)
        try:
            done = spoil_blank(node.world, slip, SpoiledWhy(given["why"]))
            return HttpResponseRedirect(f"/road/blanks{query(lane=peer_of(done['node']))}")
        except Refused as refusal:
            form.add_error("serial", sentence_of(refusal))
            status = status_of(refusal)
    return _page(request, visitor, _lanes(request, visitor), {"spoiled": form}, status)


@officer_required(*WHO)
@require_safe
def blanks_as_pdf(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Return the slips of a range that may still be used; printing again is no new number."""
    lane = _lane(request, _lanes(request, visitor))
    first, last = (_number(request.GET.get(name)) for name in ("first", "last"))
    wanted = range(first, last + 1) if first and last else None
    node: Any = node_of(request)
    return pdf_answer(blanks_pdf(node, lane, wanted), "phieu-trang.pdf")


def _page(
    request: HttpRequest,
    visitor: Visitor,
    lanes: list[tuple[str, str]],
    forms_: dict[str, forms.Form],
    status: int,
) -> HttpResponse:
    lane = _lane(request, lanes)
    seen = list_blanks(node_of(request).alias, visitor.scope, lane) if lane else []
    context = {
        "form": HowManyForm(lanes, initial={"lane": lane}),
        "spoiled": SpoiledForm(),
        "key": secrets.token_hex(16),
        "lanes": lanes,
        "lane": lane,
        "lane_name": dict(lanes).get(lane, lane),
        "heaps": _heaps(seen),
        "free": sum(one.is_free for one in seen),
        "new": _new(request),
        "menu": "road",
        **forms_,
    }
    return render(request, "round/blanks.html", context, status=status)


def _heaps(seen: list[BlankSeen]) -> dict[str, list[BlankSeen]]:
    return {
        "used": [one for one in seen if one.used],
        "spoiled": [one for one in seen if one.spoiled and not one.used],
        "unused": [one for one in seen if one.is_free],
    }


def _new(request: HttpRequest) -> tuple[int, int] | None:
    first, last = (_number(request.GET.get(name)) for name in ("first", "last"))
    return (first, last) if first and last else None


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) <= len(str(10**7)) else 0


def _lanes(request: HttpRequest, visitor: Visitor) -> list[tuple[str, str]]:
    """Return the lanes that slips may be printed for: its own, or those of a centre's laptops."""
    node = node_of(request)
    me = node.world.me.speaks_as
    rows = list_nodes(node.alias, visitor.scope)
    if serving_of(request).is_field:
        return [(me, next((row.name for row in rows if row.node == me), "") or me)]
    return [
        (row.node, row.name or row.node)
        for row in rows
        if row.kind == NodeKind.FIELD and row.public_key
    ]


def _lane(request: HttpRequest, lanes: list[tuple[str, str]]) -> str:
    """Return the lane asked for, else the first one; empty where there is none."""
    known = [lane for lane, _name in lanes]
    asked = request.POST.get("lane") or request.GET.get("lane") or ""
    return asked if asked in known else next(iter(known), "")
