"""Read whom there is news for (cần báo tin), within a scope."""

from django.db.models import Q

from veban.core.dossiers.messages import MessageRow
from veban.core.dossiers.rows import SettledRow
from veban.core.dossiers.telling import NewsRow
from veban.core.people.scope import Scope
from veban.store.rows.tables import find_rows, row_tables

MOST = 500
TELL = "tell"


def list_untold(alias: str, scope: Scope, limit: int = MOST) -> list[NewsRow]:
    """Return the news that nobody has told yet, by village, the most pressing first."""
    return _list(alias, scope, Q(told_at=None), ("village", "by_on", "since_at", "stream"), limit)


def list_told(alias: str, scope: Scope, limit: int = 50) -> list[NewsRow]:
    """Return the news that was told, the latest first."""
    return _list(alias, scope, ~Q(told_at=None), ("-told_at", "stream"), limit)


def told_and_waiting(alias: str, scope: Scope, streams: list[str]) -> set[str]:
    """Return the dossiers whose applicant was told where the dossier is not held.

    The holder has not looked at the message yet.
    """
    ours = find_rows(NewsRow, alias, Q(unit__in=sorted(scope.units), stream__in=streams))
    seen = [row.stream for row in ours]
    sent = find_rows(MessageRow, alias, Q(dossier__in=seen, move=TELL))
    settled = {row.message for row in find_rows(SettledRow, alias, Q(stream__in=seen))}
    return {row.dossier for row in sent if row.hash not in settled}


def count_untold(alias: str, scope: Scope) -> int:
    """Return for how many dossiers there is news that nobody has told yet."""
    known = row_tables()[NewsRow].model._default_manager.using(alias)
    return int(known.filter(unit__in=sorted(scope.units), told_at=None).count())


def _list(alias: str, scope: Scope, wanted: Q, order: tuple[str, ...], limit: int) -> list[NewsRow]:
    if not scope.persons:
        return []
    ours = Q(unit__in=sorted(scope.units))
    return find_rows(NewsRow, alias, ours & wanted, order=order, limit=limit)
