"""Read officers and a unit's settings (công chức, thiết lập đơn vị) within a scope."""

from collections.abc import Iterable

from django.db.models import Q

from veban.core.people.officers import OfficerRow
from veban.core.people.scope import Scope
from veban.core.people.unit_settings import UnitRow
from veban.store.rows.tables import find_rows


def list_officers(alias: str, scope: Scope) -> list[OfficerRow]:
    """Return the officers of the scope's units, by name."""
    wanted = Q(unit__in=sorted(scope.units))
    return find_rows(OfficerRow, alias, wanted, order=("name", "officer"))


def officer_names(alias: str, scope: Scope, codes: Iterable[str]) -> dict[str, str]:
    """Return the names that belong to officers' codes; an unknown code is its own name."""
    asked = sorted(set(codes))
    wanted = Q(officer__in=asked, unit__in=sorted(scope.units))
    known = {row.officer: row.name for row in find_rows(OfficerRow, alias, wanted)}
    return {code: known.get(code) or code for code in asked}


def find_unit_settings(alias: str, scope: Scope, unit: str) -> UnitRow | None:
    """Return what a unit has settled; None where nothing was, or where it is out of scope."""
    if not scope.covers(unit):
        return None
    return next(iter(find_rows(UnitRow, alias, Q(unit=unit), limit=1)), None)
