"""Read blank slips (phiếu trắng) and what became of each, within a scope."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from veban.core.dossiers.rows import DossierRow, SerialRow
from veban.core.nodes.blank_slips import BlankSlipRow
from veban.core.nodes.writers import peer_of
from veban.core.people.scope import Scope
from veban.store.rows.tables import find_rows
from veban.store.rows.writers import of_peer


@dataclass(frozen=True, slots=True)
class BlankSeen:
    """A number on paper and what is known of it.

    Args:
        row: When it was printed, for whose lane.
        used: (day, code) of each dossier received under it.
        spoiled: Why it will not be used, as a code.
        brought: It was brought to be typed on a day, as a code of why it was written by hand.
    """

    row: BlankSlipRow
    used: tuple[tuple[date, str], ...] = ()
    spoiled: str | None = None
    brought: tuple[tuple[date, str], ...] = ()

    @property
    def is_free(self) -> bool:
        """Tell whether somebody may still write on it."""
        return not self.used and self.spoiled is None


def list_blanks(alias: str, scope: Scope, node: str) -> list[BlankSeen]:
    """Return the blank slips of a device under all its names, by number, each once."""
    return _seen(alias, scope, of_peer("node", peer_of(node)))


def blanks_of(alias: str, scope: Scope, agency: str) -> list[BlankSeen]:
    """Return the blank slips of all lanes under an agency code, by number."""
    return _seen(alias, scope, Q(agency=agency))


def serials_used(
    alias: str, scope: Scope, agency: str, first: date, last: date
) -> dict[date, set[int]]:
    """Return the serials used under an agency code on each local day from ``first`` to ``last``."""
    wanted = Q(agency=agency, day__gte=first, day__lte=last)
    rows = find_rows(SerialRow, alias, wanted, order=("day", "serial"))
    codes = _codes(alias, scope, [row.stream for row in rows])
    found: dict[date, set[int]] = {}
    for row in rows:
        if row.stream in codes:
            found.setdefault(row.day, set()).add(row.serial)
    return found


def _seen(alias: str, scope: Scope, which: Q) -> list[BlankSeen]:
    wanted = Q(unit__in=sorted(scope.units)) & which
    rows = find_rows(BlankSlipRow, alias, wanted, order=("serial", "at", "stream", "part"))
    printed = {row.serial: row for row in reversed(rows) if row.act == "printed"}
    used = _used(alias, scope, printed)
    return [
        BlankSeen(
            printed[serial],
            tuple(used.get(serial, ())),
            next((r.reason for r in rows if (r.act, r.serial) == ("spoiled", serial)), None),
            tuple(
                (row.day, row.reason or "")
                for row in rows
                if (row.act, row.serial) == ("brought", serial) and row.day
            ),
        )
        for serial in sorted(printed)
    ]


def _used(
    alias: str, scope: Scope, printed: dict[int, BlankSlipRow]
) -> dict[int, list[tuple[date, str]]]:
    agencies = sorted({row.agency for row in printed.values()})
    wanted = Q(agency__in=agencies, serial__in=sorted(printed), from_slip=True)
    serials = find_rows(SerialRow, alias, wanted, order=("serial", "day", "stream"))
    codes = _codes(alias, scope, [row.stream for row in serials])
    found: dict[int, list[tuple[date, str]]] = {}
    for row in serials:
        if row.stream in codes:
            found.setdefault(row.serial, []).append((row.day, codes[row.stream]))
    return found


def _codes(alias: str, scope: Scope, streams: Sequence[str]) -> dict[str, str]:
    wanted = Q(stream__in=streams, unit__in=sorted(scope.units))
    return {row.stream: row.code for row in find_rows(DossierRow, alias, wanted)}


def serials_on(alias: str, scope: Scope, agency: str, day: date) -> dict[int, bool]:
    """Return the serials used under an agency code on a day, and whether a slip had each."""
    rows = find_rows(SerialRow, alias, Q(agency=agency, day=day), order=("serial", "stream"))
    codes = _codes(alias, scope, [row.stream for row in rows])
    return {row.serial: row.from_slip for row in rows if row.stream in codes}
