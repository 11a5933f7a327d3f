"""Find dossiers by code, and the serials used on a day, in the rows."""

from datetime import date

from django.db.models import Max, QuerySet

from veban.core.dossiers.rows import CodeRow, SerialRow
from veban.store.journal.reading import fetch
from veban.store.rows.tables import row_tables

Lane = tuple[int, int | None]
"""Lowest and highest serial; None has no upper end."""


def find_stream(alias: str, code: str) -> str | None:
    """Return the dossier stream that a code, ours or an official one, leads to."""
    table = row_tables()[CodeRow].name
    sql = f'SELECT stream FROM "{table}" WHERE code = %s ORDER BY stream LIMIT 1'
    found = fetch(alias, sql, [code])
    return str(found[0][0]) if found else None


def highest_serial(alias: str, agency: str, day: date, lane: Lane) -> int | None:
    """Return the highest serial given in turn in a lane on a day; None for none."""
    found = _serials(alias, agency, day, lane).filter(from_slip=False)
    return found.aggregate(highest=Max("serial"))["highest"]


def slip_serials(alias: str, agency: str, day: date, lane: Lane) -> set[int]:
    """Return the serials of a lane used on a day out of turn, for blank slips."""
    found = _serials(alias, agency, day, lane).filter(from_slip=True)
    return set(found.values_list("serial", flat=True))


def _serials(alias: str, agency: str, day: date, lane: Lane) -> QuerySet:
    low, high = lane
    model = row_tables()[SerialRow].model
    found = model._default_manager.using(alias).filter(agency=agency, day=day, serial__gte=low)
    return found if high is None else found.filter(serial__lte=high)
