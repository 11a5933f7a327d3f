"""Find dossiers by code, and the serials used on a day, in the rows."""

from datetime import date

from veban.actions.ports import UsedSerials
from veban.core.dossiers.rows import CodeRow, SerialRow
from veban.store.journal.reading import fetch
from veban.store.rows.tables import row_tables

Lane = tuple[int, int | None]
"""Lowest and highest serial; None has no upper end."""

_LAST = 2**62


def find_streams(alias: str, code: str) -> list[str]:
    """Return the dossier streams that a code, ours or an official one, leads to.

    A dossier that carries the code now comes before one that was renumbered.
    """
    table = row_tables()[CodeRow].name
    sql = f'SELECT stream FROM "{table}" WHERE code = %s ORDER BY part, stream'
    return list(dict.fromkeys(str(row[0]) for row in fetch(alias, sql, [code])))


def find_stream(alias: str, code: str) -> str | None:
    """Return the first dossier stream that a code leads to."""
    return next(iter(find_streams(alias, code)), None)


def used_serials(alias: str, agency: str, day: date, lane: Lane) -> UsedSerials:
    """Return what is used up of a lane on a day, in one question: it is asked under the lock."""
    low, high = lane
    table = row_tables()[SerialRow].name
    # Compared, not negated: so the index leads to the one row however many the day has.
    rows = (
        f'SELECT serial, from_slip FROM "{table}" WHERE agency = %s AND day = %s '
        "AND serial BETWEEN %s AND %s AND from_slip = %s"
    )
    sql = f"{rows} UNION ALL SELECT * FROM ({rows} ORDER BY serial DESC LIMIT 1) AS last"
    values = [agency, day.isoformat(), low, _LAST if high is None else high]
    found = fetch(alias, sql, [*values, True, *values, False])
    highest = max((serial for serial, from_slip in found if not from_slip), default=None)
    return UsedSerials(highest, frozenset(serial for serial, from_slip in found if from_slip))
