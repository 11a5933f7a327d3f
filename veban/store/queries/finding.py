"""Find dossiers (tìm hồ sơ): by any code, by what is known of the person, by state and more."""

from django.db.models import Q

from veban.core.dossiers.codes import CLOSED
from veban.core.dossiers.rows import DossierRow
from veban.core.dossiers.wanted import Wanted
from veban.core.people.scope import Scope
from veban.core.shared.fold_text import fold_text
from veban.store.rows.coded import with_code
from veban.store.rows.scoped import of_units, shown
from veban.store.rows.tables import find_rows

NEWEST = ("-received_at", "stream")


def search_dossiers(alias: str, scope: Scope, wanted: Wanted, limit: int = 50) -> list[DossierRow]:
    """Return the dossiers that meet the conditions, newest first.

    Words match with or without tone marks. Without persons in the scope only codes are looked at.
    """
    condition = of_units(scope)
    if typed := wanted.text.strip():
        condition &= _said(alias, scope, typed)
    if wanted.states:
        condition &= Q(state__in=sorted(wanted.states))
    if wanted.procedures:
        condition &= Q(procedure__in=sorted(wanted.procedures))
    if wanted.late_at:
        running = Q(ended_at=None, paused_at=None) & ~Q(state__in=CLOSED)
        condition &= running & Q(due_at__lt=wanted.late_at)
    return shown(scope, find_rows(DossierRow, alias, condition, order=NEWEST, limit=limit))


def _said(alias: str, scope: Scope, typed: str) -> Q:
    by_code = with_code(alias, Q(code__icontains=typed))
    words = fold_text(typed).split() if scope.persons else []
    if not words:
        return by_code
    known = Q()
    for word in words:
        known &= Q(search__contains=word)
    return by_code | known
