"""Read what was entered at the law desk (quy định nhập tại đơn vị)."""

from collections.abc import Iterable

from django.db.models import Max, Q

from veban.core.law.entered import LawRow
from veban.core.people.scope import Scope
from veban.store.rows.tables import find_rows, row_tables


def list_entered(alias: str, scope: Scope) -> list[LawRow]:
    """Return what the scope's units entered, the latest first."""
    wanted = Q(unit__in=sorted(scope.units))
    return find_rows(LawRow, alias, wanted, order=("-entered_at", "stream", "-part"))


def law_for(alias: str, units: Iterable[str]) -> list[LawRow]:
    """Return what was entered in the units; law is public, so it takes no scope."""
    return find_rows(LawRow, alias, Q(unit__in=sorted(units)), order=("stream", "part"))


def law_mark(alias: str) -> tuple[tuple[str, int], ...]:
    """Return how far each stream of entered law goes, to notice when something came."""
    found = row_tables()[LawRow].model._default_manager.using(alias)
    marks = found.values("stream").annotate(last=Max("part")).values_list("stream", "last")
    return tuple(sorted(marks))
