"""Read the dossiers that wait on a laptop (hàng chờ gửi), within a scope."""

from collections.abc import Sequence

from django.db.models import Q

from veban.core.dossiers.rows import DossierRow
from veban.core.people.scope import Scope
from veban.store.journal.reading import chunks
from veban.store.queries.dossiers import without_person
from veban.store.rows.tables import find_rows, row_tables


def dossiers_named(alias: str, scope: Scope, streams: Sequence[str]) -> dict[str, DossierRow]:
    """Return the dossiers of streams within a scope."""
    found = [
        row
        for part in chunks(streams)
        for row in find_rows(DossierRow, alias, _within(scope) & Q(stream__in=part))
    ]
    return {row.stream: _shown(scope, row) for row in found}


def dossiers_held(alias: str, scope: Scope, node: str, limit: int) -> list[DossierRow]:
    """Return the dossiers that a node holds, the newest first."""
    wanted = _within(scope) & Q(holder=node)
    order = ("-received_at", "stream")
    found = find_rows(DossierRow, alias, wanted, order=order, limit=limit)
    return [_shown(scope, row) for row in found]


def count_passed_on(alias: str, scope: Scope, node: str, centre: str) -> int:
    """Return how many dossiers that were received on a node its centre holds by now."""
    known = row_tables()[DossierRow].model._default_manager.using(alias)
    return int(known.filter(_within(scope) & Q(origin=node, holder=centre)).count())


def _within(scope: Scope) -> Q:
    return Q(unit__in=sorted(scope.units))


def _shown(scope: Scope, row: DossierRow) -> DossierRow:
    return row if scope.persons else without_person(row)
