"""Slips as PDF (in phiếu), printed from what was recorded."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from veban.core.dossiers.refusals import CodeDoubled
from veban.core.people.looks import LookAt
from veban.core.people.roles import Role
from veban.web.access import officer_required
from veban.web.counter.dossier import OFFICE_ROLES, ONLY, get_row, shares_code
from veban.web.counter.looking import note_look
from veban.web.counter.visit import get_visit
from veban.web.serving import node_of
from veban.web.visitor import Visitor


@officer_required(*OFFICE_ROLES)
@require_safe
def dossier_slip(request: HttpRequest, visitor: Visitor, code: str, kind: str) -> HttpResponse:
    """Return one slip of a dossier; of two with one code the one that the address names."""
    node, only = node_of(request), request.GET.get(ONLY, "")
    row = get_row(node, visitor, code, only)
    # A slip names a person: of two, none is chosen by chance.
    if not only and shares_code(node, visitor, row):
        raise CodeDoubled(code=row.code)
    note_look(node, visitor, LookAt.SLIP, row.stream)
    return pdf_answer(node.slip(row.stream, kind), f"{kind}-{row.code}.pdf")


@officer_required(Role.RECEIVER)
@require_safe
def visit_slip(request: HttpRequest, visitor: Visitor, visit: str) -> HttpResponse:
    """Return the slip that somebody takes home instead of a code."""
    node = node_of(request)
    row = get_visit(node, visitor, visit)
    note_look(node, visitor, LookAt.SLIP, row.stream)
    return pdf_answer(node.visit_slip(visit), f"slip-{visit}.pdf")


def pdf_answer(content: bytes, name: str) -> HttpResponse:
    """Return a PDF that opens beside the page."""
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response
