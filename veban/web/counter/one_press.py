"""What one press fills in on the reception form: a card, a person of the sitting, the papers."""

from dataclasses import replace

from django.http import HttpRequest, QueryDict

from veban.core.dossiers.sitting import on_card
from veban.store.sittings.seats import note_seat
from veban.web.counter.card import asks_for_card, is_of_another, sent_card, with_card
from veban.web.counter.reception_input import ReceptionInput
from veban.web.counter.reception_table import Table
from veban.web.counter.sitting import (
    ALL_PAPERS,
    chosen_person,
    find_sitting,
    with_person,
    with_required,
)
from veban.web.serving import node_of
from veban.web.visitor import Visitor


def filled_in(request: HttpRequest, visitor: Visitor, table: Table) -> ReceptionInput | None:
    """Return the form as a press filled it in; None where nothing but going on was pressed."""
    sent = request.POST
    if asks_for_card(request):
        return _with_card(request, visitor, table)
    if who := chosen_person(request, table.sitting):
        return _shown(request, table, with_person(sent, who, table.sitting, table.asked))
    if sent.get("step") == ALL_PAPERS:
        return _shown(request, table, with_required(sent, table.asked))
    return None


def _with_card(request: HttpRequest, visitor: Visitor, table: Table) -> ReceptionInput:
    """Return the form with what an identity card says.

    The first card is the applicant's. Another one is somebody else's of the sitting, whom one
    press makes the applicant of this dossier or of a later one.
    """
    node, card = node_of(request), sent_card(request)
    joins = card is not None and is_of_another(request.POST, card, table.sitting.people)
    if card and table.sitting.id:
        seat = (visitor.officer.unit, table.sitting.id, on_card(card))
        note_seat(node.alias, *seat, node.world.clock.now())
        table = replace(table, sitting=find_sitting(request, visitor, table.sitting.id))
    given = _shown(request, table, with_card(request.POST, None if joins else card))
    given.card = ("joined" if joins else "read") if card else "unread"
    given.joined = card.full_name if card and joins else ""
    return given


def _shown(request: HttpRequest, table: Table, sent: QueryDict) -> ReceptionInput:
    given = ReceptionInput(table, request, sent)
    given.has_errors()
    given.keep_files(node_of(request).world.blobs)
    return given
