"""Read what came too late and waits for a person (việc đến muộn), within a scope."""

from dataclasses import dataclass

from django.db.models import Q

from veban.core.dossiers.messages import MessageRow
from veban.core.dossiers.rows import DossierRow, SettledRow
from veban.core.journal.entry import Entry
from veban.core.people.scope import Scope
from veban.store.journal.reading import entries_without_place, find_entries
from veban.store.rows.scoped import of_units, shown
from veban.store.rows.tables import find_rows


@dataclass(frozen=True, slots=True)
class Late:
    """An entry that waits for a decision.

    Args:
        entry: Without a place, or a message's.
        dossier: The dossier it concerns, as it stands.
        message: The message, where it is one.
        refused: The code with which the holder refused the message.
    """

    entry: Entry
    dossier: DossierRow
    message: MessageRow | None = None
    refused: str | None = None


def list_late(alias: str, scope: Scope) -> list[Late]:
    """Return what waits, in the order in which it happened."""
    found = [*_unplaced(alias, scope), *_refused(alias, scope)]
    return sorted(found, key=lambda late: (late.entry.header.occurred_at, late.entry.hash))


def _unplaced(alias: str, scope: Scope) -> list[Late]:
    entries = {
        entry.hash: entry
        for entry in entries_without_place(alias)
        if entry.header.stream.startswith("dossier/")
    }
    decided = {row.message for row in find_rows(SettledRow, alias, Q(message__in=list(entries)))}
    streams = {entry.header.stream for entry in entries.values()}
    rows = {row.stream: row for row in _dossiers(alias, scope, streams)}
    return [
        Late(entry, rows[entry.header.stream])
        for one, entry in entries.items()
        if one not in decided and entry.header.stream in rows
    ]


def _refused(alias: str, scope: Scope) -> list[Late]:
    fates = find_rows(SettledRow, alias, ~Q(refused=None))
    rows = {row.stream: row for row in _dossiers(alias, scope, {fate.stream for fate in fates})}
    messages = {
        row.hash: row
        for row in find_rows(MessageRow, alias, Q(hash__in=[fate.message for fate in fates]))
    }
    entries = {entry.hash: entry for entry in find_entries(alias, messages)}
    return [
        Late(entries[fate.message], rows[fate.stream], messages[fate.message], fate.refused)
        for fate in fates
        if fate.stream in rows and fate.message in entries
    ]


def _dossiers(alias: str, scope: Scope, streams: set[str]) -> list[DossierRow]:
    wanted = of_units(scope) & Q(stream__in=sorted(streams))
    return shown(scope, find_rows(DossierRow, alias, wanted))
