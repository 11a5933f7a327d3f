"""Lists of dossiers (danh sách hồ sơ): one line each, the search, and what is seen as a sheet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from veban.core.dossiers.rows import DossierRow
from veban.core.dossiers.wanted import EVERYTHING
from veban.core.people.looks import LookAt
from veban.core.shared.local_time import local_day
from veban.edges.rulebook.layered import LayeredRules
from veban.store.queries.finding import search_dossiers
from veban.web.access import officer_required
from veban.web.counter.dossier import OFFICE_ROLES
from veban.web.counter.dossier_sheet import SHEETS, dossier_sheet
from veban.web.counter.looking import note_look
from veban.web.counter.procedure_names import procedure_name
from veban.web.counter.search_form import SearchForm
from veban.web.entrance.sign_in import GET_OR_POST
from veban.web.serving import node_of
from veban.web.visitor import Visitor

LONGEST_LIST = 50
LONGEST_SHEET = 20_000


@dataclass(frozen=True, slots=True)
class Line:
    """One dossier in a list; ``urgency`` is ``late``, ``today`` or empty."""

    row: DossierRow
    procedure: str
    urgency: str


@officer_required(*OFFICE_ROLES)
@require_http_methods(GET_OR_POST)
def list_dossiers(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """List the newest dossiers, or those that were looked for; as a sheet where that is asked.

    The words are posted: a name stands in no address.
    """
    node = node_of(request)
    rules, now = node.law.for_unit(visitor.officer.unit), node.world.clock.now()
    form = SearchForm(request.POST or None)
    wanted = form.wanted(rules, now) if form.is_valid() else EVERYTHING
    kind = request.POST.get("sheet", "")
    if kind in SHEETS:
        rows = search_dossiers(node.alias, visitor.scope, wanted, LONGEST_SHEET)
        note_look(node, visitor, LookAt.SHEET, kind, len(rows))
        return dossier_sheet(kind, rules, rows)
    rows = search_dossiers(node.alias, visitor.scope, wanted, LONGEST_LIST + 1)
    note_look(node, visitor, LookAt.LIST, "dossiers", min(len(rows), LONGEST_LIST))
    context = {
        "form": form,
        "typed": wanted != EVERYTHING,
        "lines": make_lines(rules, rows[:LONGEST_LIST], now),
        "more": len(rows) > LONGEST_LIST,
        "menu": "dossiers",
    }
    return render(request, "counter/list.html", context)


def make_lines(rules: LayeredRules, rows: Iterable[DossierRow], now: datetime) -> list[Line]:
    """Return rows as lines; the names of procedures come from the law in memory."""
    return [Line(row, procedure_name(rules, row.procedure), _urgency(row, now)) for row in rows]


def _urgency(row: DossierRow, now: datetime) -> str:
    if row.due_at is None or row.ended_at or row.paused_at:
        return ""
    if row.due_at < now:
        return "late"
    return "today" if local_day(row.due_at) == local_day(now) else ""
