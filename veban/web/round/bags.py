"""Bags of envelopes (túi hồ sơ): open, scan in, send; scan out, receive, name what is missing."""

import secrets
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from veban.actions.bags.hand_over import BagAct, own_desk
from veban.actions.bags.pack import NewBag, open_bag, pack, send_bag, take_out
from veban.actions.bags.unpack import arrive, receive_bag
from veban.core.bags.bag import Bag, BagRow, BagState, Compared, compare
from veban.core.bags.refusals import BagNotForHere
from veban.core.bags.scan import read_scan
from veban.core.people.roles import Role
from veban.core.shared.refused import Refused
from veban.store.queries.bags import list_bags
from veban.web.access import officer_required
from veban.web.entrance.sign_in import GET_OR_POST
from veban.web.refusal_pages import sentence_of, status_of
from veban.web.round.bags_known import end_words, get_bag_seen, ought_to_go, takers
from veban.web.serving import Node, node_of
from veban.web.visitor import Visitor

PACKERS = (Role.RECEIVER, Role.HANDLER)


@dataclass(frozen=True, slots=True)
class BagPage:
    """Everything the page of one bag shows; ``task`` is ``pack``, ``unpack`` or ``look``."""

    row: BagRow
    giver: str
    taker: str
    task: str
    compared: Compared
    last: str
    last_in: str
    mistake: str = ""
    note: str = ""
    key: str = ""
    menu: str = "road"


@officer_required(*PACKERS)
@require_http_methods(GET_OR_POST)
def show_bags(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """List the bags, and open a new one."""
    node = node_of(request)
    ends = takers(node, visitor)
    if request.method == "POST" and (to := request.POST.get("to", "")):
        if to not in dict(ends):
            raise BagNotForHere(bag=to)
        opened = open_bag(node.world, NewBag(request.POST.get("key", ""), to, visitor.code))
        return HttpResponseRedirect(f"/bags/{opened['bag']}")
    rows = list_bags(node.alias, visitor.scope)
    said = end_words(node, visitor)
    lines = [(row, said(row.from_desk), said(row.to_desk)) for row in rows]
    context = {"lines": lines, "takers": ends, "key": secrets.token_hex(16), "menu": "road"}
    return render(request, "round/bags.html", context)


@officer_required(*PACKERS)
@require_safe
def show_bag(request: HttpRequest, visitor: Visitor, bag: str) -> HttpResponse:
    """Show one bag: the list beside what was scanned."""
    return _shown(request, visitor, bag)


@officer_required(*PACKERS)
@require_POST
def scan(request: HttpRequest, visitor: Visitor, bag: str) -> HttpResponse:
    """Take one scan, into the bag or out of it at arrival."""
    node = node_of(request)
    row, _bag = get_bag_seen(node, visitor, bag)
    act = BagAct(request.POST.get("key", ""), row.bag, visitor.code)
    try:
        code = read_scan(request.POST.get("scan", ""))
        if request.POST.get("out"):
            take_out(node.world, act, code)
        elif row.to_desk == own_desk(node.world):
            arrive(node.world, act, code)
        else:
            pack(node.world, act, code)
    except Refused as refusal:
        return _shown(request, visitor, bag, refusal)
    return HttpResponseRedirect(f"/bags/{row.bag}?last={code}")


@officer_required(*PACKERS)
@require_POST
def close_bag(request: HttpRequest, visitor: Visitor, bag: str) -> HttpResponse:
    """End the packing or the unpacking; differences need a word."""
    node = node_of(request)
    row, _bag = get_bag_seen(node, visitor, bag)
    note = request.POST.get("note", "")
    act = BagAct(request.POST.get("key", ""), row.bag, visitor.code, note)
    try:
        if row.to_desk == own_desk(node.world):
            receive_bag(node.world, act)
        else:
            send_bag(node.world, act, _expected(node, visitor, row))
    except Refused as refusal:
        return _shown(request, visitor, bag, refusal)
    return HttpResponseRedirect(f"/bags/{row.bag}")


def _shown(
    request: HttpRequest, visitor: Visitor, wanted: str, refusal: Refused | None = None
) -> HttpResponse:
    node = node_of(request)
    row, bag = get_bag_seen(node, visitor, wanted)
    task, said = _task(node, row), end_words(node, visitor)
    compared, last = _compared(node, visitor, row, bag, task), request.GET.get("last", "")
    page = BagPage(
        row=row,
        giver=said(row.from_desk),
        taker=said(row.to_desk),
        task=task,
        compared=compared,
        last=last,
        last_in=next((n for n in ("both", "extra") if last in getattr(compared, n)), ""),
        mistake=sentence_of(refusal) if refusal else "",
        note=request.POST.get("note", ""),
        key=secrets.token_hex(16),
    )
    context: dict[str, Any] = {"page": page, "menu": page.menu}
    return render(request, "round/bag.html", context, status=status_of(refusal) if refusal else 200)


def _task(node: Node, row: BagRow) -> str:
    if row.state == BagState.OPEN and row.from_desk == own_desk(node.world):
        return "pack"
    if row.state == BagState.SENT and row.to_desk == own_desk(node.world):
        return "unpack"
    return "look"


def _compared(node: Node, visitor: Visitor, row: BagRow, bag: Bag, task: str) -> Compared:
    if task == "pack":
        return compare(_expected(node, visitor, row), bag.listed.values())
    if task == "unpack" or row.state == BagState.RECEIVED:
        return compare(bag.listed.values(), bag.found.values())
    return compare(bag.listed.values(), bag.listed.values())


def _expected(node: Node, visitor: Visitor, row: BagRow) -> list[str]:
    taker = row.to_desk.partition(":")[2]
    return [known.code for known in ought_to_go(node, visitor, taker, row.number)]
