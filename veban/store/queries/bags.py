"""Read bags, and the papers that lie at a machine's desks, within a scope (túi hồ sơ)."""

from django.db.models import Q

from veban.core.bags.bag import BagRow
from veban.core.dossiers.codes import CLOSED
from veban.core.dossiers.rows import DossierRow
from veban.core.people.scope import Scope
from veban.store.rows.tables import find_rows

LONGEST_LIST = 500


def list_bags(alias: str, scope: Scope) -> list[BagRow]:
    """Return the bags of the scope's units, the newest first."""
    return find_rows(BagRow, alias, _within(scope), order=("-opened_at", "stream"), limit=100)


def find_bag(alias: str, scope: Scope, bag: str) -> BagRow | None:
    """Return one bag by its id or its number."""
    wanted = _within(scope) & (Q(bag=bag) | Q(number=bag))
    return next(iter(find_rows(BagRow, alias, wanted, limit=1)), None)


def papers_received_at(alias: str, scope: Scope, node: str) -> list[DossierRow]:
    """Return open dossiers that a laptop took in and whose paper has not left its people."""
    here = Q(origin=node) & (Q(desk__startswith="officer:") | Q(desk=f"node:{node}"))
    return _open(alias, scope, here)


def results_for(alias: str, scope: Scope, node: str) -> list[DossierRow]:
    """Return finished dossiers that a laptop took in and whose result lies at the centre."""
    return _open(alias, scope, Q(origin=node, state=9) & ~Q(desk=f"node:{node}"))


def _open(alias: str, scope: Scope, condition: Q) -> list[DossierRow]:
    closed = [int(state) for state in CLOSED]
    away = Q(desk__startswith="bag:") | Q(desk__startswith="missing:") | Q(state__in=closed)
    wanted = _within(scope) & condition & ~away
    return find_rows(DossierRow, alias, wanted, order=("received_at", "stream"), limit=LONGEST_LIST)


def _within(scope: Scope) -> Q:
    return Q(unit__in=sorted(scope.units))
