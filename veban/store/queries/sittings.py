"""Read the dossiers of one sitting (lượt đến) within a scope."""

from django.db.models import Q

from veban.core.dossiers.rows import DossierRow
from veban.core.people.scope import Scope
from veban.store.rows.scoped import of_units
from veban.store.rows.tables import find_rows

MOST = 40
"""More dossiers than a family hands in at once."""


def list_at_sitting(alias: str, scope: Scope, sitting: str) -> list[DossierRow]:
    """Return the dossiers handed in at a sitting, the first one first; none without persons.

    Receptions are told to the minute; within one the numbers given tell the order.
    """
    if not scope.persons:
        return []
    wanted = of_units(scope) & Q(visit=sitting)
    return find_rows(DossierRow, alias, wanted, order=("received_at", "code"), limit=MOST)
