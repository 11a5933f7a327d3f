"""Entries as they travel (mục nhật ký trên đường truyền): what can be computed again stays at home.

A *run* of one node's chain leaves out node, number and every hash but the first ``prev_hash``
and the last ``hash``. An *excerpt* keeps node, number and ``prev_hash`` of each entry, since
its neighbours are not there. Both say where they end, so that a reader who computes something
else knows that it was altered.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from veban.core.journal.entry import (
    Entry,
    digest_of_person,
    hash_of,
    header_from_json,
    stamp,
)
from veban.core.shared.canonical import canonical
from veban.exchange.refusals import BundleBroken

MAX_ENTRY_BYTES = 256 * 1024
"""How much of entries one part holds, before compression."""


@dataclass(frozen=True, slots=True)
class Link:
    """What stands around an entry in its chain, where the wire leaves it out."""

    node: str
    seq: int
    prev_hash: str


def pack_entry(entry: Entry) -> bytes:
    """Write what cannot be computed of an entry, as one JSON array without its link."""
    header = entry.header
    row: list[object] = [
        header.stream,
        header.version,
        header.type,
        header.schema,
        stamp(header.occurred_at),
        stamp(header.recorded_at),
        header.actor,
        header.key,
        header.ordinal,
        entry.facts,
    ]
    if entry.person is not None:
        row += [entry.person, entry.salt]
    elif entry.person_digest is not None:
        row += [entry.person_digest]
    return canonical(row)


def unpack_entry(row: Any, link: Link) -> Entry:
    """Rebuild an entry with its hashes.

    Raises:
        BundleBroken: the row is no entry.
    """
    try:
        header = header_from_json(
            {
                "node": link.node,
                "seq": link.seq,
                **dict(zip(_COLUMNS, row[:9], strict=True)),
            }
        )
        facts, private = row[9], row[10:]
        person = salt = digest = None
        if len(private) == 2:
            person, salt = private
            digest = digest_of_person(person, salt)
        elif private:
            (digest,) = private
        return Entry(
            header,
            facts,
            person,
            salt,
            digest,
            link.prev_hash,
            hash_of(header, facts, digest, link.prev_hash),
        )
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as problem:
        raise BundleBroken(why="entry") from problem


def cut(
    entries: Iterable[Entry], limit: int = MAX_ENTRY_BYTES
) -> Iterator[list[tuple[Entry, bytes]]]:
    """Cut entries into groups whose packed rows fit into one part; each has at least one."""
    group: list[tuple[Entry, bytes]] = []
    size = 0
    for entry in entries:
        row = pack_entry(entry)
        if group and size + len(row) > limit:
            yield group
            group, size = [], 0
        group.append((entry, row))
        size += len(row) + 1
    if group:
        yield group


def read_json(payload: bytes) -> Mapping[str, Any]:
    """Read an opened part.

    Raises:
        BundleBroken: it holds no JSON object.
    """
    try:
        data = json.loads(payload)
    except (ValueError, RecursionError) as problem:
        raise BundleBroken(why="payload") from problem
    if not isinstance(data, dict):
        raise BundleBroken(why="payload")
    return data


_COLUMNS = (
    "stream", "version", "type", "schema", "occurred_at", "recorded_at", "actor", "key", "ordinal",
)  # fmt: skip
