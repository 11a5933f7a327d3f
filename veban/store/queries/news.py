"""Read whom there is news for (cần báo tin), within a scope."""

from django.db.models import Q

from veban.core.dossiers.messages import MessageRow
from veban.core.dossiers.rows import SettledRow
from veban.core.dossiers.telling import NewsRow
from veban.core.people.scope import Scope
from veban.store.rows.tables import find_rows

MOST = 500
TELL = "tell"


def list_untold(alias: str, scope: Scope, limit: int = MOST) -> list[NewsRow]:
    """Return the news that nobody has told yet, by village, the most pressing first."""
    return _list(alias, scope, Q(told_at=None), ("village", "by_on", "since_at", "stream"), limit)


def list_told(alias: str, scope: Scope, limit: int = 50) -> list[NewsRow]:
    """Return the news that was told, the latest first."""
    return _list(alias, scope, ~Q(told_at=None), ("-told_at", "stream"), limit)


def told_and_waiting(alias: str, streams: list[str]) -> set[str]:
    """Return the dossiers whose applicant was told where the dossier is not held.

    The holder has not looked at the message yet.
    """
    sent = find_rows(MessageRow, alias, Q(dossier__in=streams, move=TELL))
    settled = {row.message for row in find_rows(SettledRow, alias, Q(stream__in=streams))}
    return {row.dossier for row in sent if row.hash not in settled}


def _list(alias: str, scope: Scope, wanted: Q, order: tuple[str, ...], limit: int) -> list[NewsRow]:
    if not scope.persons:
        return []
    ours = Q(unit__in=sorted(scope.units))
    return find_rows(NewsRow, alias, ours & wanted, order=order, limit=limit)
