"""What law was entered here (quy định đã nhập): asked by the node itself, for no reader."""

from collections.abc import Iterable

from django.db.models import Max, Q

from veban.core.law.entered import LawRow
from veban.store.rows.tables import find_rows, row_tables


def law_for(alias: str, units: Iterable[str]) -> list[LawRow]:
    """Return what was entered in the units, in order."""
    return find_rows(LawRow, alias, Q(unit__in=sorted(units)), order=("stream", "part"))


def law_mark(alias: str) -> tuple[tuple[str, int], ...]:
    """Return how far each stream of entered law goes, to notice when something came."""
    found = row_tables()[LawRow].model._default_manager.using(alias)
    marks = found.values("stream").annotate(last=Max("part")).values_list("stream", "last")
    return tuple(sorted(marks))
