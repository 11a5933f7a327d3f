"""Read bags, and the papers that lie at a machine's desks, within a scope (túi hồ sơ)."""

from django.db.models import Q

from veban.core.bags.bag import BagRow
from veban.core.dossiers.codes import CLOSED, DossierState
from veban.core.dossiers.rows import DossierRow
from veban.core.people.scope import Scope
from veban.store.rows.tables import find_rows
from veban.store.rows.writers import of_peer

LONGEST_LIST = 500


def list_bags(alias: str, scope: Scope) -> list[BagRow]:
    """Return the bags of the scope's units, the newest first."""
    return find_rows(BagRow, alias, _within(scope), order=("-opened_at", "stream"), limit=100)


def find_bag(alias: str, scope: Scope, bag: str) -> BagRow | None:
    """Return one bag by its id or its number."""
    wanted = _within(scope) & (Q(bag=bag) | Q(number=bag))
    return next(iter(find_rows(BagRow, alias, wanted, limit=1)), None)


def papers_at(alias: str, scope: Scope, node: str, number: str = "") -> list[DossierRow]:
    """Return open dossiers that a laptop took in, whose paper is there or in the bag named."""
    desks = Q(desk__startswith="officer:") | Q(desk=f"node:{node}") | Q(desk=f"bag:{number}")
    closed = [int(state) for state in CLOSED]
    wanted = of_peer("origin", node) & desks & ~Q(state__in=closed)
    return _rows(alias, scope, wanted)


def results_for(alias: str, scope: Scope, node: str, number: str = "") -> list[DossierRow]:
    """Return finished dossiers a laptop took in, whose result is here or in the bag named."""
    done = of_peer("origin", node) & Q(state=int(DossierState.DONE)) & ~Q(desk=f"node:{node}")
    away = Q(desk__startswith="bag:") | Q(desk__startswith="missing:")
    return _rows(alias, scope, done & (~away | Q(desk=f"bag:{number}")))


def _rows(alias: str, scope: Scope, condition: Q) -> list[DossierRow]:
    wanted = _within(scope) & condition
    return find_rows(DossierRow, alias, wanted, order=("received_at", "stream"), limit=LONGEST_LIST)


def _within(scope: Scope) -> Q:
    return Q(unit__in=sorted(scope.units))
