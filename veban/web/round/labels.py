"""Print what goes with papers: labels of envelopes, the list of a bag (nhãn bì, danh sách)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from veban.core.dossiers.rows import DossierRow
from veban.core.dossiers.wanted import EVERYTHING
from veban.core.people.looks import LookAt
from veban.store.queries.bags import papers_at
from veban.store.queries.finding import search_dossiers
from veban.web.access import officer_required
from veban.web.counter.dossier import get_row
from veban.web.counter.listing import LONGEST_LIST, make_lines
from veban.web.counter.looking import note_look
from veban.web.counter.slips import pdf_answer
from veban.web.round.bags import PACKERS
from veban.web.round.bags_known import get_bag_seen
from veban.web.serving import Node, node_of
from veban.web.visitor import Visitor

MOST_LABELS = 200
"""More envelopes than one bag holds."""


@officer_required(*PACKERS)
@require_safe
def choose_labels(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Choose the dossiers whose envelopes get a label."""
    node = node_of(request)
    rows = _rows(node, visitor)
    note_look(node, visitor, LookAt.LIST, "envelopes", len(rows))
    lines = make_lines(node.rules, rows, node.world.clock.now())
    return render(request, "round/envelopes.html", {"lines": lines, "menu": "road"})


@officer_required(*PACKERS)
@require_safe
def print_labels(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Return the labels of the dossiers named as one PDF."""
    node = node_of(request)
    rows = [get_row(node, visitor, code) for code in request.GET.getlist("c")[:MOST_LABELS]]
    return pdf_answer(node.envelope_labels(row.stream for row in rows), "envelopes.pdf")


@officer_required(*PACKERS)
@require_safe
def print_list(request: HttpRequest, visitor: Visitor, bag: str) -> HttpResponse:
    """Return the list of a bag, in two copies, as PDF."""
    node = node_of(request)
    row, _bag = get_bag_seen(node, visitor, bag)
    return pdf_answer(node.bag_list(row.bag), f"bag-{row.number}.pdf")


def _rows(node: Node, visitor: Visitor) -> list[DossierRow]:
    me = node.world.me
    if me.centre is not None:
        return papers_at(node.alias, visitor.scope, me.speaks_as)
    newest = search_dossiers(node.alias, visitor.scope, EVERYTHING, LONGEST_LIST)
    return [row for row in newest if row.desk.startswith("officer:")]
