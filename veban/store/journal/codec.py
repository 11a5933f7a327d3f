"""Entries as the database's rows hold them, and back."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from veban.core.journal.entry import Entry, Header, stamp
from veban.core.shared.canonical import canonical

WRITTEN = (
    "hash", "position", "node", "seq", "arrived", "stream", "version", "type", "schema",
    "occurred_at", "recorded_at", "actor", "key", "ordinal", "facts", "person_digest",
    "prev_hash", "arrived_at",
)  # fmt: skip
"""Columns of ``journal_entry``, in the order of ``entry_values``."""

READ = (
    "e.node, e.seq, e.stream, e.version, e.type, e.schema, e.occurred_at, e.recorded_at, "
    "e.actor, e.key, e.ordinal, e.facts, p.body, p.salt, e.person_digest, e.prev_hash, e.hash"
)
"""What ``read_entry`` takes, of ``journal_entry e LEFT JOIN journal_person p``."""

_NEVER = datetime.min.replace(tzinfo=UTC)

_decode = json.JSONDecoder().raw_decode

FROM = "journal_entry e LEFT JOIN journal_person p ON p.position = e.position"


def entry_values(entry: Entry, position: int, own: bool, arrived_at: str) -> tuple[Any, ...]:
    """Return the values of ``WRITTEN``."""
    header, arrived = entry.header, 0 if own else position
    return (
        entry.hash, position, header.node, header.seq, arrived, header.stream, header.version,
        header.type, header.schema, stamp(header.occurred_at), stamp(header.recorded_at),
        header.actor, header.key, header.ordinal, canonical(entry.facts).decode(),
        entry.person_digest, entry.prev_hash, arrived_at,
    )  # fmt: skip


def read_damaged(row: Sequence[Any]) -> Entry:
    """Return the entry that a row holds; where it cannot be read, one that proves changed.

    Its number and its links stay, so that the rest of the chain is still checked.
    """
    try:
        entry = read_entry(row)
        stamp(entry.header.occurred_at), stamp(entry.header.recorded_at)
        bytes.fromhex(entry.salt or "")
    except (ValueError, TypeError, OverflowError):
        header = Header(
            row[0], row[1], row[2], row[3], row[4], row[5], _NEVER, _NEVER, row[8], row[9], row[10]
        )
        return Entry(header, {}, None, None, row[14], row[15], row[16])
    return entry


def read_entry(row: Sequence[Any]) -> Entry:
    """Return the entry that a row of ``READ`` holds."""
    header = Header(
        row[0], row[1], row[2], row[3], row[4], row[5],
        datetime.fromisoformat(row[6]), datetime.fromisoformat(row[7]),
        row[8], row[9], row[10],
    )  # fmt: skip
    person = None if row[12] is None else _decode(row[12])[0]
    return Entry(header, _decode(row[11])[0], person, row[13], row[14], row[15], row[16])
