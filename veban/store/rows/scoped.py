"""Which dossiers are a scope's, and how much of them it may see (phạm vi được xem)."""

from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Q

from veban.core.dossiers.rows import DossierRow
from veban.core.people.scope import Scope


def of_units(scope: Scope) -> Q:
    """Return the condition of a scope's dossiers: its units received them, or decide them."""
    units = sorted(scope.units)
    return Q(unit__in=units) | Q(competent_unit__in=units)


def shown(scope: Scope, rows: Iterable[DossierRow]) -> list[DossierRow]:
    """Return rows as a scope may see them: without persons where it has none."""
    return list(rows) if scope.persons else [without_person(row) for row in rows]


def without_person(row: DossierRow) -> DossierRow:
    """Return a row as somebody sees it who may see no persons."""
    return replace(row, full_name=None, search=None, tracking=None, visit=None)
