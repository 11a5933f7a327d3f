"""Read what this node wrote and its centre does not hold yet (hàng chờ gửi), by who wrote it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from veban.core.dossiers.messages import MessageSent
from veban.core.dossiers.rows import DossierRow
from veban.core.people.scope import Scope
from veban.store.journal.reading import CHUNK, chunks, fetch, marks_for
from veban.store.queries.dossiers import without_person
from veban.store.rows.tables import find_rows, row_tables

_WRITTEN = (
    "SELECT actor, stream, type, facts FROM journal_entry "
    "WHERE node = %s AND arrived = 0 AND seq > %s ORDER BY seq"
)
_FILES = (
    "SELECT DISTINCT e.actor, f.digest FROM journal_file f JOIN journal_entry e "
    "ON e.hash = f.hash WHERE e.node = %s AND e.arrived = 0 AND (e.seq > %s{wanted}) "
    "ORDER BY e.actor, f.digest"
)


@dataclass(frozen=True, slots=True)
class Written:
    """An entry of this node that is still on its way: who wrote it, and into which stream.

    Args:
        actor: The officer's code, or ``node``.
        stream: The dossier that it is about, or the entry's own stream.
    """

    actor: str
    stream: str


def written_since(alias: str, node: str, seq: int) -> list[Written]:
    """Return what a node wrote behind a number of its chain, in order."""
    return [
        Written(actor, json.loads(facts)["dossier"] if type == MessageSent.TYPE else stream)
        for actor, stream, type, facts in fetch(alias, _WRITTEN, [node, seq])
    ]


def files_since(alias: str, node: str, seq: int, wanted: Sequence[str]) -> list[tuple[str, str]]:
    """Return (officer, file) of the files that entries behind a number name, or that are wanted.

    Args:
        alias: The database.
        node: Whose entries.
        seq: The number.
        wanted: Files that the other side said it misses.
    """
    asked = list(wanted)[:CHUNK]
    more = f" OR f.digest IN ({marks_for(asked)})" if asked else ""
    return [
        (actor, digest)
        for actor, digest in fetch(alias, _FILES.format(wanted=more), [node, seq, *asked])
    ]


def dossiers_named(alias: str, scope: Scope, streams: Sequence[str]) -> dict[str, DossierRow]:
    """Return the dossiers of streams within a scope."""
    found = [
        row
        for part in chunks(streams)
        for row in find_rows(DossierRow, alias, _within(scope) & Q(stream__in=part))
    ]
    return {row.stream: _shown(scope, row) for row in found}


def dossiers_held(alias: str, scope: Scope, node: str, limit: int) -> list[DossierRow]:
    """Return the dossiers that a node holds, the newest first."""
    wanted = _within(scope) & Q(holder=node)
    order = ("-received_at", "stream")
    found = find_rows(DossierRow, alias, wanted, order=order, limit=limit)
    return [_shown(scope, row) for row in found]


def count_passed_on(alias: str, scope: Scope, node: str, centre: str) -> int:
    """Return how many dossiers that were received on a node its centre holds by now."""
    known = row_tables()[DossierRow].model._default_manager.using(alias)
    return int(known.filter(_within(scope) & Q(origin=node, holder=centre)).count())


def _within(scope: Scope) -> Q:
    return Q(unit__in=sorted(scope.units))


def _shown(scope: Scope, row: DossierRow) -> DossierRow:
    return row if scope.persons else without_person(row)
