"""Read messages (tin báo) about dossiers, and what the holder made of them, within a scope."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from veban.core.dossiers.messages import MessageRow
from veban.core.dossiers.rows import DossierRow, SettledRow
from veban.core.people.scope import Scope
from veban.store.rows.scoped import of_units
from veban.store.rows.tables import find_rows
from veban.store.rows.writers import of_peer


@dataclass(frozen=True, slots=True)
class MessageSeen:
    """A message and its fate: ``settled`` by the holder, ``refused`` with this code or None."""

    row: MessageRow
    settled: bool
    refused: str | None


def messages_about(alias: str, scope: Scope, dossier: str) -> list[MessageSeen]:
    """Return the messages about a dossier stream, in the order of what happened."""
    wanted = of_units(scope) & Q(stream=dossier)
    if not find_rows(DossierRow, alias, wanted, limit=1):
        return []
    rows = find_rows(MessageRow, alias, Q(dossier=dossier), order=("at", "stream"))
    fates = {s.message: s.refused for s in find_rows(SettledRow, alias, Q(stream=dossier))}
    return [MessageSeen(row, row.hash in fates, fates.get(row.hash)) for row in rows]


def messages_of(alias: str, scope: Scope, node: str) -> list[MessageSeen]:
    """Return the messages that a device sent, in the order of what happened.

    Args:
        alias: The database.
        scope: Whose eyes.
        node: The device, whatever its writers were called.
    """
    rows = find_rows(MessageRow, alias, of_peer("node", node), order=("at", "stream"))
    wanted = of_units(scope) & Q(stream__in=[row.dossier for row in rows])
    seen = {row.stream for row in find_rows(DossierRow, alias, wanted)}
    asked = Q(message__in=[row.hash for row in rows])
    fates = {s.message: s.refused for s in find_rows(SettledRow, alias, asked)}
    return [
        MessageSeen(row, row.hash in fates, fates.get(row.hash))
        for row in rows
        if row.dossier in seen
    ]


def dossiers_of_messages(alias: str, scope: Scope, streams: Iterable[str]) -> dict[str, str]:
    """Return message stream → the dossier of the scope it concerns; others are left out."""
    wanted = Q(stream__in=sorted(set(streams)))
    about = {row.stream: row.dossier for row in find_rows(MessageRow, alias, wanted)}
    seen = find_rows(DossierRow, alias, of_units(scope) & Q(stream__in=sorted(about.values())))
    ours = {row.stream for row in seen}
    return {stream: dossier for stream, dossier in about.items() if dossier in ours}
