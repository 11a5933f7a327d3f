"""Read what was entered at the law desk (quy định nhập tại đơn vị) within a scope."""

from django.db.models import Q

from veban.core.law.entered import LawRow
from veban.core.people.scope import Scope
from veban.store.rows.tables import find_rows


def list_entered(alias: str, scope: Scope) -> list[LawRow]:
    """Return what the scope's units entered, the latest first."""
    wanted = Q(unit__in=sorted(scope.units))
    return find_rows(LawRow, alias, wanted, order=("-entered_at", "stream", "-part"))
