"""The weekly carriage of papers and results (chuyến giấy tờ): one act, one list, two signatures."""

import secrets

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from veban.actions.bags.hand_over import own_desk
from veban.actions.bags.pack import NewBag, send_carriage
from veban.core.bags.bag import BagState
from veban.core.bags.refusals import BagNotForHere
from veban.core.people.looks import LookAt
from veban.core.shared.refused import Refused
from veban.store.queries.bags import list_bags
from veban.web.access import officer_required
from veban.web.counter.listing import make_lines
from veban.web.counter.looking import note_look
from veban.web.entrance.sign_in import GET_OR_POST
from veban.web.refusal_pages import sentence_of, status_of
from veban.web.round.bags import PACKERS
from veban.web.round.bags_known import end_words, ought_to_go, takers
from veban.web.serving import node_of
from veban.web.visitor import Visitor


@officer_required(*PACKERS)
@require_http_methods(GET_OR_POST)
def show_carriage(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Choose what goes, record it as one act; and show what is coming."""
    node, ends = node_of(request), takers(node_of(request), visitor)
    asked = request.POST.get("to") or request.GET.get("to", "")
    to = asked or (ends[0][0] if len(ends) == 1 else "")
    if to and to not in dict(ends):
        raise BagNotForHere(bag=to)
    mistake, status = "", 200
    if request.method == "POST":
        new = NewBag(request.POST.get("key", ""), to, visitor.code, carriage=True)
        try:
            sent = send_carriage(node.world, new, request.POST.getlist("c"))
            return HttpResponseRedirect(f"/bags/{sent['bag']}")
        except Refused as refusal:
            mistake, status = sentence_of(refusal), status_of(refusal)
    rows = ought_to_go(node, visitor, to) if to else []
    note_look(node, visitor, LookAt.LIST, "carriage", len(rows))
    said = end_words(node, visitor)
    coming = [
        (row, said(row.from_desk))
        for row in list_bags(node.alias, visitor.scope)
        if row.to_desk == own_desk(node.world) and row.state == BagState.SENT
    ]
    context = {
        "lines": make_lines(node.rules, rows, node.world.clock.now()),
        "coming": coming,
        "takers": ends,
        "to": to,
        "to_name": dict(ends).get(to, ""),
        "from_point": node.world.me.centre is not None,
        "mistake": mistake,
        "key": request.POST.get("key") or secrets.token_hex(16),
        "menu": "road",
    }
    return render(request, "round/carriage.html", context, status=status)
