"""Lists of dossiers (danh sách hồ sơ): one line each, and the search."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from veban.core.dossiers.rows import DossierRow
from veban.core.procedures.procedure import ProcedureUnknown
from veban.core.shared.local_time import local_day
from veban.edges.rulebook.layered import LayeredRules
from veban.store.queries.dossiers import search_dossiers
from veban.web.access import officer_required
from veban.web.counter.dossier import OFFICE_ROLES
from veban.web.entrance.sign_in import GET_OR_POST
from veban.web.serving import node_of
from veban.web.visitor import Visitor

LONGEST_LIST = 50


@dataclass(frozen=True, slots=True)
class Line:
    """One dossier in a list; ``urgency`` is ``late``, ``today`` or empty."""

    row: DossierRow
    procedure: str
    urgency: str


@officer_required(*OFFICE_ROLES)
@require_http_methods(GET_OR_POST)
def list_dossiers(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """List the newest dossiers, or those that any code or words of a name lead to.

    The words are posted: a name stands in no address.
    """
    node, typed = node_of(request), request.POST.get("q", "").strip()
    rows = search_dossiers(node.alias, visitor.scope, typed, LONGEST_LIST + 1)
    context = {
        "typed": typed,
        "lines": make_lines(node.rules, rows[:LONGEST_LIST], node.world.clock.now()),
        "more": len(rows) > LONGEST_LIST,
        "menu": "dossiers",
    }
    return render(request, "counter/list.html", context)


def make_lines(rules: LayeredRules, rows: Iterable[DossierRow], now: datetime) -> list[Line]:
    """Return rows as lines; the names of procedures come from the law in memory."""
    return [Line(row, procedure_name(rules, row.procedure), _urgency(row, now)) for row in rows]


def procedure_name(rules: LayeredRules, code: str) -> str:
    """Return a procedure's name; an imported dossier may have one that is not shipped."""
    try:
        return rules.procedure(code).name
    except ProcedureUnknown:
        return code


def _urgency(row: DossierRow, now: datetime) -> str:
    if row.due_at is None or row.ended_at or row.paused_at:
        return ""
    if row.due_at < now:
        return "late"
    return "today" if local_day(row.due_at) == local_day(now) else ""
