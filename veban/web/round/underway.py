"""What lies nowhere (đang trên đường, thất lạc): since when, from whom, to whom, what to do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from veban.core.bags.underway import Fate
from veban.core.dossiers.moves import MOVES
from veban.core.people.looks import LookAt
from veban.core.people.roles import Role
from veban.core.shared.local_time import local_day
from veban.store.queries.rounds import round_names
from veban.store.queries.underway import (
    LONGEST_LIST,
    EnvelopeSeen,
    Released,
    list_envelopes,
    list_released,
)
from veban.web.access import officer_required
from veban.web.counter.dossier import OFFICE_ROLES
from veban.web.counter.holder import node_name, node_names
from veban.web.counter.looking import note_look
from veban.web.serving import Node, node_of, serving_of
from veban.web.visitor import Visitor

LONG_DAYS = 7
"""Carriages go weekly: what is on its way for longer is asked after."""


@dataclass(frozen=True, slots=True)
class Line:
    """One dossier that lies nowhere.

    Args:
        code: The dossier's code.
        name: Whose it is; None where this page shows no persons.
        since: Since when; None where nobody knows.
        days: How many local days ago that was.
        giver: Who gave it away, in words.
        taker: Who is to get it, in words.
        number: The bag's number; empty for what no bag holds.
        bag: The bag's id; empty where it is not known here.
    """

    code: str
    name: str | None
    since: datetime | None
    days: int
    giver: str
    taker: str
    number: str = ""
    bag: str = ""

    @property
    def is_long(self) -> bool:
        """Tell whether it has been on its way for longer than a carriage takes."""
        return self.days > LONG_DAYS


@officer_required(*OFFICE_ROLES)
@require_safe
def show_underway(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Show what is missing, what nobody holds, and what lies in which bag; the longest first."""
    node, asked = node_of(request), request.GET.get("round") or None
    released = list_released(node.alias, visitor.scope, asked)
    envelopes = list_envelopes(node.alias, visitor.scope, asked)
    found: list[Released | EnvelopeSeen] = [*released, *envelopes]
    persons = {one.row.stream for one in found if one.row}
    note_look(node, visitor, LookAt.LIST, "underway", len(persons))
    rounds = {one.row.round for one in found if one.row} | {asked}
    lines = _Lines(node, node_names(node, visitor.scope))
    context: dict[str, Any] = {
        "missing": lines.of_envelopes(envelopes, Fate.MISSING),
        "released": lines.of_released(released),
        "on_road": lines.of_envelopes(envelopes, Fate.ON_ROAD),
        "packing": lines.of_envelopes(envelopes, Fate.PACKING),
        "rounds": round_names(node.alias, visitor.scope, filter(None, rounds)),
        "asked": asked,
        "more": max(len(released), len(envelopes)) >= LONGEST_LIST,
        "is_field": serving_of(request).is_field,
        "may_reclaim": visitor.has(Role.MANAGER) and not serving_of(request).is_field,
        "may_find": visitor.has(*MOVES["hand_over"].roles),
        "may_open_bag": visitor.has(Role.RECEIVER, Role.HANDLER),
        "menu": "road",
    }
    return render(request, "round/underway.html", context)


class _Lines:
    """Make lines in words, with the names of the unit's devices read once."""

    def __init__(self, node: Node, names: Mapping[str, str]) -> None:
        self._node = node
        self._names = names
        self._today = local_day(node.world.clock.now())

    def of_released(self, found: Iterable[Released]) -> list[Line]:
        return [
            Line(
                code=one.row.code,
                name=one.row.full_name,
                since=one.since,
                days=self._days(one.since),
                giver=self._words(one.giver),
                taker=self._words(one.row.releasing_to or ""),
            )
            for one in found
        ]

    def of_envelopes(self, found: Iterable[EnvelopeSeen], fate: Fate) -> list[Line]:
        return [self._of_envelope(one) for one in found if one.envelope.fate is fate]

    def _of_envelope(self, one: EnvelopeSeen) -> Line:
        envelope = one.envelope
        opened = envelope.bag.opened if envelope.bag else None
        return Line(
            code=one.code,
            name=one.row.full_name if one.row else None,
            since=envelope.since,
            days=self._days(envelope.since),
            giver=self._words(opened.from_desk.partition(":")[2]) if opened else "",
            taker=self._words(opened.to_desk.partition(":")[2]) if opened else "",
            number=envelope.number,
            bag=opened.bag if opened else "",
        )

    def _words(self, wanted: str) -> str:
        return node_name(self._node, self._names, wanted) if wanted else ""

    def _days(self, since: datetime | None) -> int:
        return (self._today - local_day(since)).days if since else 0
