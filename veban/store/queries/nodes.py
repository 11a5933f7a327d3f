"""Read devices, their lanes, and which are points (máy, dải số, điểm tiếp nhận) within a scope."""

from django.db.models import Q

from veban.core.nodes.leases import LeaseRow
from veban.core.nodes.points import PointRow
from veban.core.nodes.rows import NodeRow
from veban.core.people.scope import Scope
from veban.store.rows.tables import find_rows


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


def list_leases(alias: str, scope: Scope, node: str) -> list[LeaseRow]:
    """Return the leases ever given to a device, the earliest first."""
    wanted = _within(scope) & Q(node=node)
    return find_rows(LeaseRow, alias, wanted, order=("given_at", "stream", "part"))


def revoked_keys(alias: str, scope: Scope) -> frozenset[str]:
    """Return the public keys, hex, of the revoked devices of the scope's units."""
    wanted = _within(scope) & Q(state="revoked") & ~Q(public_key=None)
    found = find_rows(NodeRow, alias, wanted)
    return frozenset(row.public_key for row in found if row.public_key)


def _within(scope: Scope) -> Q:
    return Q(unit__in=sorted(scope.units))
