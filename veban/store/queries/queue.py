"""Read the dossiers that wait on a laptop (hàng chờ gửi), within a scope."""

from collections.abc import Iterable

from django.db.models import Q

from veban.core.dossiers.rows import DossierRow
from veban.core.people.scope import Scope
from veban.store.journal.reading import chunks
from veban.store.queries.dossiers import NEWEST
from veban.store.rows.scoped import of_units, shown
from veban.store.rows.tables import find_rows, row_tables
from veban.store.rows.writers import of_peer


def dossiers_named(alias: str, scope: Scope, streams: Iterable[str]) -> dict[str, DossierRow]:
    """Return the dossiers of streams within a scope, by stream."""
    found = [
        row
        for part in chunks(sorted(set(streams)))
        for row in find_rows(DossierRow, alias, of_units(scope) & Q(stream__in=part))
    ]
    return {row.stream: row for row in shown(scope, found)}


def dossiers_held(alias: str, scope: Scope, node: str, limit: int) -> list[DossierRow]:
    """Return the dossiers that a node holds, the newest first."""
    wanted = of_units(scope) & Q(holder=node)
    return shown(scope, find_rows(DossierRow, alias, wanted, order=NEWEST, limit=limit))


def count_taken_over(alias: str, scope: Scope, node: str, centre: str) -> int:
    """Return how many dossiers that were received on a node its centre holds by now.

    Args:
        alias: The database.
        scope: Whose eyes.
        node: The laptop, whatever its writers were called.
        centre: Its centre, likewise.
    """
    known = row_tables()[DossierRow].model._default_manager.using(alias)
    theirs = of_peer("origin", node) & of_peer("holder", centre)
    return int(known.filter(of_units(scope) & theirs).count())
