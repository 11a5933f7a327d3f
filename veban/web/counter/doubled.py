"""Two dossiers with one number (trùng mã): show both, ask which, renumber one."""

import secrets
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from veban.actions.dossiers.renumber import Renumber, renumber
from veban.core.dossiers.refusals import DossierUnknown
from veban.core.dossiers.rows import DossierRow
from veban.core.people.looks import LookAt
from veban.core.people.roles import Role
from veban.core.shared.refused import Refused
from veban.store.queries.dossiers import find_doubled
from veban.web.access import officer_required
from veban.web.counter.dossier import OFFICE_ROLES, ONLY, make_page
from veban.web.counter.listing import Line, make_lines
from veban.web.counter.looking import note_look
from veban.web.declarations.of_dossier import form_of_dossier
from veban.web.refusal_pages import sentence_of, status_of
from veban.web.serving import node_of
from veban.web.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Twin:
    """One of the dossiers; ``address`` opens it, also where both carry the same code."""

    line: Line
    address: str
    can_renumber: bool
    key: str


def show_doubled(
    request: HttpRequest,
    visitor: Visitor,
    code: str,
    rows: list[DossierRow],
    refusal: Refused | None = None,
) -> HttpResponse:
    """Show all dossiers that a code leads to."""
    node = node_of(request)
    note_look(node, visitor, LookAt.LIST, "doubled", len(rows))
    lines = make_lines(node.rules, rows, node.world.clock.now())
    own = [row.code for row in rows]
    twins = [
        Twin(
            line,
            f"/dossiers/{line.row.code}?{urlencode({ONLY: line.row.stream})}",
            visitor.has(Role.MANAGER)
            and own.count(line.row.code) > 1
            and line.row.holder == node.world.me.node,
            secrets.token_hex(16),
        )
        for line in lines
    ]
    context = {
        "code": code,
        "twins": twins,
        "still": len(set(own)) < len(own),
        "mistake": sentence_of(refusal) if refusal else "",
        "menu": "dossiers",
    }
    status = status_of(refusal) if refusal else 200
    return render(request, "counter/doubled.html", context, status=status)


@officer_required(*OFFICE_ROLES)
@require_safe
def show_dossier(request: HttpRequest, visitor: Visitor, code: str) -> HttpResponse:
    """Show one dossier; where several carry the code, ask which."""
    rows = find_doubled(node_of(request).alias, visitor.scope, code)
    if len(rows) > 1 and ONLY not in request.GET:
        return show_doubled(request, visitor, code, rows)
    page = make_page(request, visitor, code)
    context = {"page": page, "menu": page.menu, "form": form_of_dossier(request, visitor, page.row)}
    return render(request, "counter/dossier.html", context)


@officer_required(Role.MANAGER)
@require_POST
def renumber_one(request: HttpRequest, visitor: Visitor, code: str) -> HttpResponse:
    """Give one of the two a new code."""
    node = node_of(request)
    rows = find_doubled(node.alias, visitor.scope, code)
    stream = request.POST.get("stream", "")
    if stream not in {row.stream for row in rows}:
        raise DossierUnknown(code=code)
    wanted = Renumber(
        request.POST.get("key", ""), stream, visitor.code, request.POST.get("reason", "")
    )
    try:
        answer = renumber(node.world, wanted)
    except Refused as refusal:
        return show_doubled(request, visitor, code, rows, refusal)
    return HttpResponseRedirect(f"/dossiers/{answer['code']}")
