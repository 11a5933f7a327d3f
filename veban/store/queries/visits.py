"""Read what happened at the table without a code (ghi nhận tại bàn) within a scope."""

from dataclasses import replace

from django.db.models import Q

from veban.core.people.scope import Scope
from veban.core.visits.table import VisitRow
from veban.store.rows.tables import find_rows


def find_visit(alias: str, scope: Scope, visit: str) -> VisitRow | None:
    """Return one visit by the id its slip prints under."""
    wanted = Q(stream=f"visit/{visit}", unit__in=sorted(scope.units))
    found = find_rows(VisitRow, alias, wanted, limit=1)
    rows = found if scope.persons else [replace(row, full_name=None) for row in found]
    return next(iter(rows), None)


def list_visits(alias: str, scope: Scope, limit: int = 50) -> list[VisitRow]:
    """Return the latest visits, newest first."""
    wanted = Q(unit__in=sorted(scope.units))
    found = find_rows(VisitRow, alias, wanted, order=("-at", "stream"), limit=limit)
    return found if scope.persons else [replace(row, full_name=None) for row in found]
