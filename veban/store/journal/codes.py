"""Find dossiers by code, and the serials used on a day, in the rows."""

from datetime import date

from veban.core.dossiers.rows import CodeRow, SerialRow
from veban.store.journal.reading import fetch
from veban.store.rows.tables import row_tables

Lane = tuple[int, int | None]
"""Lowest and highest serial; None has no upper end."""

_LAST = 2**62


def find_stream(alias: str, code: str) -> str | None:
    """Return the dossier stream that a code, ours or an official one, leads to."""
    table = row_tables()[CodeRow].name
    sql = f'SELECT stream FROM "{table}" WHERE code = %s ORDER BY stream LIMIT 1'
    found = fetch(alias, sql, [code])
    return str(found[0][0]) if found else None


def highest_serial(alias: str, agency: str, day: date, lane: Lane) -> int | None:
    """Return the highest serial given in turn in a lane on a day; None for none."""
    tail = "ORDER BY serial DESC LIMIT 1"
    return next(iter(_serials(alias, agency, day, lane, (False, tail))), None)


def slip_serials(alias: str, agency: str, day: date, lane: Lane) -> set[int]:
    """Return the serials of a lane used on a day out of turn, for blank slips."""
    return set(_serials(alias, agency, day, lane, (True, "")))


def _serials(alias: str, agency: str, day: date, lane: Lane, asked: tuple[bool, str]) -> list[int]:
    low, high = lane
    from_slip, tail = asked
    # Compared, not negated: so the index leads to the one row however many the day has.
    sql = (
        f'SELECT serial FROM "{row_tables()[SerialRow].name}" WHERE agency = %s AND day = %s '
        f"AND from_slip = %s AND serial BETWEEN %s AND %s {tail}"
    )
    values = [agency, day.isoformat(), from_slip, low, _LAST if high is None else high]
    return [row[0] for row in fetch(alias, sql, values)]
