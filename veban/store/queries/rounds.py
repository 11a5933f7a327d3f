"""Read rounds (đợt lưu động) within a scope."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from veban.core.people.scope import Scope
from veban.core.rounds.roster import RosterRow
from veban.core.rounds.round import RoundRow
from veban.core.shared.fold_text import fold_text
from veban.store.rows.tables import find_rows, row_tables


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


def round_names(alias: str, scope: Scope, rounds: Iterable[str]) -> dict[str, str]:
    """Return id → name of the rounds that are known, by name."""
    wanted = Q(unit__in=sorted(scope.units), round__in=sorted(set(rounds)))
    return {row.round: row.name for row in find_rows(RoundRow, alias, wanted, order=("name",))}


def search_rosters(
    alias: str, scope: Scope, rounds: Iterable[str], text: str, limit: int = 20
) -> list[RosterRow]:
    """Return people of rounds' rosters by number, or by words of the name without tone marks."""
    words = fold_text(text).split()
    if not scope.persons or not words:
        return []
    named = Q(number=text.strip())
    with_words = Q()
    for word in words:
        with_words &= Q(folded__contains=word)
    wanted = Q(unit__in=sorted(scope.units), round__in=list(rounds)) & (named | with_words)
    return find_rows(RosterRow, alias, wanted, order=("folded", "stream", "part"), limit=limit)


def find_on_roster(alias: str, scope: Scope, round_id: str, part: int) -> RosterRow | None:
    """Return one person of a round's roster by the place there."""
    wanted = Q(unit__in=sorted(scope.units), round=round_id, part=part)
    found = find_rows(RosterRow, alias, wanted, limit=1) if scope.persons else []
    return next(iter(found), None)


def count_roster(alias: str, scope: Scope, round_id: str) -> int:
    """Return how many people a round's roster has."""
    model = row_tables()[RosterRow].model
    return (
        model._default_manager.using(alias)
        .filter(unit__in=sorted(scope.units), round=round_id)
        .count()
    )
