"""To be told (cần báo tin): a work list by village – who, through whom, by when, told or not."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from veban.core.dossiers.moves import MOVES
from veban.core.dossiers.telling import NewsRow
from veban.core.people.looks import LookAt
from veban.core.shared.local_time import local_day
from veban.store.queries.news import list_told, list_untold, told_and_waiting
from veban.web.access import officer_required
from veban.web.counter.looking import note_look
from veban.web.counter.slips import pdf_answer
from veban.web.serving import Node, node_of
from veban.web.visitor import Visitor
from veban.wiring.desk_slips import news_pdf

TELLERS = tuple(sorted(MOVES["tell"].roles))
"""Who may record that somebody was told, and so sees who was not."""


@dataclass(frozen=True, slots=True)
class TellLine:
    """One person to be told.

    Args:
        late: The day by which they should know has passed.
        waits: Somebody told them; the node that holds the dossier has not confirmed it yet.
    """

    row: NewsRow
    late: bool
    waits: bool


@dataclass(frozen=True, slots=True)
class Village:
    """The people of one village; ``number`` names it in the address of its sheet."""

    number: int
    name: str
    lines: list[TellLine]


@officer_required(*TELLERS)
@require_safe
def show_to_tell(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Show who is to be told what, village by village, and who was."""
    node = node_of(request)
    villages, told = _villages(node, visitor), list_told(node.alias, visitor.scope)
    count = len(told) + sum(len(village.lines) for village in villages)
    _note_look(node, visitor, count)
    context = {"villages": villages, "told": told, "menu": "road"}
    return render(request, "round/to_tell.html", context)


@officer_required(*TELLERS)
@require_safe
def print_news_sheet(request: HttpRequest, visitor: Visitor, village: int) -> HttpResponse:
    """Return the sheet for a village's head, with names and dates only.

    The address names the village by its place on the list: a hamlet of one family is a person.
    """
    node: Any = node_of(request)
    found = [one for one in _villages(node, visitor) if one.number == village]
    name = found[0].name if found else ""
    rows = [line.row for one in found for line in one.lines if not line.waits]
    _note_look(node, visitor, len(rows))
    pdf = news_pdf(node, visitor.officer.unit, name, rows)
    return pdf_answer(pdf, f"to-tell-{village}.pdf")


def _villages(node: Node, visitor: Visitor) -> list[Village]:
    rows = list_untold(node.alias, visitor.scope)
    waiting = told_and_waiting(node.alias, visitor.scope, [row.stream for row in rows])
    today = local_day(node.world.clock.now())
    found = []
    for number, (name, group) in enumerate(_by_village(rows)):
        lines = [
            TellLine(row, row.by_on is not None and row.by_on < today, row.stream in waiting)
            for row in group
        ]
        found.append(Village(number, name, lines))
    return found


def _by_village(rows: Iterable[NewsRow]) -> Iterable[tuple[str, Iterable[NewsRow]]]:
    return groupby(sorted(rows, key=lambda row: row.village), key=lambda row: row.village)


def _note_look(node: Node, visitor: Visitor, count: int) -> None:
    note_look(node, visitor, LookAt.TO_TELL, "to-tell", count)
