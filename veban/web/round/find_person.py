"""Find a villager on the round's roster (tìm trong danh sách nhân khẩu), to type less.

What is searched is posted, and the way to the form names a place on the roster: nothing about a
person stands in an address.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from veban.core.people.looks import LookAt
from veban.core.people.roles import Role
from veban.core.rounds.roster import RosterRow
from veban.core.shared.local_time import local_day
from veban.store.queries.rounds import find_on_roster, list_rounds_on, search_rosters
from veban.web.access import officer_required
from veban.web.counter.find_procedure import query
from veban.web.counter.looking import note_look
from veban.web.counter.sitting import sitting_named
from veban.web.entrance.sign_in import GET_OR_POST
from veban.web.serving import Node, node_of
from veban.web.visitor import Visitor

MOST_SHOWN = 20


@officer_required(Role.RECEIVER)
@require_http_methods(GET_OR_POST)
def find_person(request: HttpRequest, visitor: Visitor, procedure: str) -> HttpResponse:
    """Show the people of today's rounds whose name or number is like what was typed."""
    node, words = node_of(request), request.POST.get("who", "").strip()
    today = local_day(node.world.clock.now())
    rounds = [row.round for row in list_rounds_on(node.alias, visitor.scope, today)]
    found = search_rosters(node.alias, visitor.scope, rounds, words, MOST_SHOWN + 1)
    note_look(node, visitor, LookAt.ROSTER, "search", min(len(found), MOST_SHOWN))
    case, sitting = request.GET.get("case", ""), sitting_named(request)
    context = {
        "procedure": node.law.for_unit(visitor.officer.unit).procedure(procedure),
        "words": words,
        "found": [
            (row, query(case=case, person=place_of(row), sitting=sitting))
            for row in found[:MOST_SHOWN]
        ],
        "more": len(found) > MOST_SHOWN,
        "again": query(case=case, sitting=sitting),
        "menu": "receive",
    }
    return render(request, "round/find_person.html", context)


def place_of(row: RosterRow) -> str:
    """Return how an address names a person of a roster."""
    return f"{row.round}.{row.part}"


def person_asked(request: HttpRequest, node: Node, visitor: Visitor) -> RosterRow | None:
    """Return the person of a roster whom the address names; None where there is none."""
    round_id, _dot, place = request.GET.get("person", "").rpartition(".")
    if not round_id or not place.isdecimal() or len(place) > len(str(2**31)):
        return None
    row = find_on_roster(node.alias, visitor.scope, round_id, int(place))
    if row is not None:
        note_look(node, visitor, LookAt.ROSTER, row.stream)
    return row
