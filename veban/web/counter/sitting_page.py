"""One sitting (lượt đến) on one page: its dossiers, the sum of fees, who sits there, what next."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from veban.core.dossiers.commands import Applicant
from veban.core.dossiers.received import DossierReceived
from veban.core.dossiers.rows import DossierRow
from veban.core.dossiers.sitting import FeeSum, sum_fees
from veban.core.people.looks import LookAt
from veban.core.people.roles import Role
from veban.core.shared.refused import Refused
from veban.web.access import officer_required
from veban.web.counter.find_procedure import query
from veban.web.counter.looking import note_look
from veban.web.counter.order import Offered, offered_next
from veban.web.counter.procedure_names import procedure_name
from veban.web.counter.sitting import Sitting, find_sitting
from veban.web.counter.slips import pdf_answer
from veban.web.serving import Node, node_of
from veban.web.visitor import Visitor
from veban.wiring.desk_slips import sitting_pdf


class SittingUnknown(Refused):
    """Nothing was handed in at a sitting of this word, or it is not the visitor's to see."""

    code = "sitting.unknown"


@dataclass(frozen=True, slots=True)
class SittingPage:
    """Everything the page shows."""

    id: str
    lines: list[tuple[DossierRow, DossierReceived, str]]
    fees: FeeSum
    people: list[Applicant]
    next: list[Offered]
    carry: str
    menu: str = "receive"


@officer_required(Role.RECEIVER)
@require_safe
def show_sitting(request: HttpRequest, visitor: Visitor, sitting: str) -> HttpResponse:
    """Show all codes, dates and the sum of fees of a sitting."""
    node = node_of(request)
    rules = node.law.for_unit(visitor.officer.unit)
    found = _get(request, visitor, sitting)
    _note(node, visitor, sitting, found)
    page = SittingPage(
        id=sitting,
        lines=[(row, event, procedure_name(rules, row.procedure)) for row, event in found.dossiers],
        fees=sum_fees(found.receptions),
        people=list(found.people),
        next=offered_next(request, rules, found),
        carry=query(sitting=sitting),
    )
    return render(request, "counter/sitting.html", {"page": page, "menu": page.menu})


@officer_required(Role.RECEIVER)
@require_safe
def print_sitting(request: HttpRequest, visitor: Visitor, sitting: str) -> HttpResponse:
    """Return the printed summary of a sitting."""
    node: Any = node_of(request)
    found = _get(request, visitor, sitting)
    _note(node, visitor, sitting, found)
    pdf = sitting_pdf(node, [row.stream for row, _ in found.dossiers])
    return pdf_answer(pdf, f"sitting-{sitting}.pdf")


def _note(node: Node, visitor: Visitor, sitting: str, found: Sitting) -> None:
    note_look(node, visitor, LookAt.SITTING, f"sitting/{sitting}", len(found.dossiers))


def _get(request: HttpRequest, visitor: Visitor, sitting: str) -> Sitting:
    found = find_sitting(request, visitor, sitting)
    if not found.dossiers:
        raise SittingUnknown(sitting=sitting)
    return found
