"""Read rounds (đợt lưu động) within a scope."""

from datetime import date

from django.db.models import Q

from veban.core.people.scope import Scope
from veban.core.rounds.round import RoundRow
from veban.store.rows.tables import find_rows


def list_rounds_on(alias: str, scope: Scope, day: date) -> list[RoundRow]:
    """Return the rounds that are open and under way on a day, the newest first."""
    wanted = Q(unit__in=sorted(scope.units), closed=False, first_day__lte=day, last_day__gte=day)
    return find_rows(RoundRow, alias, wanted, order=("-first_day", "stream"))


def list_rounds_from(alias: str, scope: Scope, day: date) -> list[RoundRow]:
    """Return the rounds that are open and end on a day or later, the earliest first."""
    wanted = Q(unit__in=sorted(scope.units), closed=False, last_day__gte=day)
    return find_rows(RoundRow, alias, wanted, order=("first_day", "stream"))


def find_round(alias: str, scope: Scope, round_id: str) -> RoundRow | None:
    """Return one round."""
    wanted = Q(unit__in=sorted(scope.units), round=round_id)
    return next(iter(find_rows(RoundRow, alias, wanted, limit=1)), None)
