"""Read devices, their lanes, and which are points (máy, dải số, điểm tiếp nhận) within a scope."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Q

from veban.core.dossiers.codes import CLOSED, DossierState
from veban.core.dossiers.rows import DossierRow
from veban.core.nodes.leases import LeaseRow
from veban.core.nodes.points import PointRow
from veban.core.nodes.rows import NodeRow
from veban.core.nodes.writers import peer_of
from veban.core.people.scope import Scope
from veban.store.rows.scoped import of_units
from veban.store.rows.tables import find_rows, row_tables

OPEN = sorted(int(state) for state in set(DossierState) - CLOSED)


def list_nodes(alias: str, scope: Scope) -> list[NodeRow]:
    """Return the devices of the scope's units, by name."""
    return find_rows(NodeRow, alias, _within(scope), order=("name", "node"))


def find_node(alias: str, scope: Scope, node: str) -> NodeRow | None:
    """Return one device."""
    return next(iter(find_rows(NodeRow, alias, _within(scope) & Q(node=node), limit=1)), None)


def find_point(alias: str, scope: Scope, node: str) -> PointRow | None:
    """Return the reception point that a laptop is; None where it is none."""
    return next(iter(find_rows(PointRow, alias, _within(scope) & Q(node=node), limit=1)), None)


def list_points(alias: str, scope: Scope) -> list[PointRow]:
    """Return the reception points of the scope's units, by name."""
    return find_rows(PointRow, alias, _within(scope), order=("point", "node"))


def last_lease_days(alias: str, scope: Scope, writers: Iterable[str]) -> dict[str, date]:
    """Return the last day of each writer's newest lease; a writer without one is left out."""
    wanted = _within(scope) & Q(node__in=sorted(set(writers)))
    leases = find_rows(LeaseRow, alias, wanted, order=("given_at", "stream", "part"))
    return {lease.node: lease.last_day for lease in leases}


def count_held(alias: str, scope: Scope, nodes: Iterable[str]) -> Counter[str]:
    """Return node → open dossiers that it holds under any name, or that are on their way to it."""
    wanted = frozenset(nodes)
    table = row_tables()[DossierRow].model._default_manager.using(alias)
    still_open = of_units(scope) & Q(erased=False, state__in=OPEN)
    held = table.filter(still_open).values_list("holder", "releasing_to")
    counted = Counter[str]()
    for holder, to, count in held.annotate(Count("stream")):
        if (peer := peer_of(holder or to or "")) in wanted:
            counted[peer] += count
    return counted


def revoked_keys(alias: str, scope: Scope) -> frozenset[str]:
    """Return the public keys, hex, of the revoked devices of the scope's units."""
    wanted = _within(scope) & Q(state="revoked") & ~Q(public_key=None)
    found = find_rows(NodeRow, alias, wanted)
    return frozenset(row.public_key for row in found if row.public_key)


def _within(scope: Scope) -> Q:
    return Q(unit__in=sorted(scope.units))
