"""One entry of the journal (mục nhật ký): header, facts, person, and the hash over them.

``facts`` is what law and figures need for ever and says nothing about a person; ``person`` is
the rest and can be erased. The hash covers a salted digest of ``person``, so a chain still
verifies after ``person`` and its salt are gone.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from veban.core.shared.canonical import canonical, digest

GENESIS = "0" * 64
"""What stands in ``prev_hash`` of a node's first entry."""


@dataclass(frozen=True, slots=True)
class Header:
    """Who wrote what, where and when.

    Args:
        node: The node that wrote the entry.
        seq: Its gap-free number within the node, from 1.
        stream: What it is about, as ``kind/id``.
        version: Its place within the stream, from 1.
        type: The event's name.
        schema: The version of the event's shape.
        occurred_at: When it happened, as the officer says.
        recorded_at: When it was written, by the node's guarded clock.
        actor: The officer's code, or ``node`` for the program itself.
        key: The command's key, made where it was typed.
        ordinal: Which of the command's entries this is, from 0.
    """

    node: str
    seq: int
    stream: str
    version: int
    type: str
    schema: int
    occurred_at: datetime
    recorded_at: datetime
    actor: str
    key: str
    ordinal: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A sealed entry; its identity is ``hash``.

    Args:
        header: Who, what, where, when.
        facts: JSON that is kept for ever.
        person: Private JSON; None where the event has none, or it was erased or withheld.
        salt: Random hex beside ``person``; None where ``person`` is None.
        person_digest: Salted digest of ``person``; None where the event has no private part.
        prev_hash: Hash of the node's entry before, or ``GENESIS``.
        hash: SHA-256 in hex over all of this but ``person`` and ``salt``.
    """

    header: Header
    facts: Mapping[str, Any]
    person: Mapping[str, Any] | None
    salt: str | None
    person_digest: str | None
    prev_hash: str
    hash: str

    def without_person(self) -> "Entry":
        """Return the entry as a supervisor sees it, or as it is after erasure."""
        return replace(self, person=None, salt=None)


def stamp(instant: datetime) -> str:
    """Write an instant as it is hashed and stored: UTC, to the millisecond.

    Example:
        >>> stamp(datetime(2026, 1, 5, 2, 30, tzinfo=UTC))
        '2026-01-05T02:30:00.000+00:00'
    """
    return instant.astimezone(UTC).isoformat(timespec="milliseconds")


def digest_of_person(person: Mapping[str, Any], salt: str) -> str:
    """Return the salted digest that stands in the chain for ``person``."""
    return hashlib.sha256(bytes.fromhex(salt) + canonical(person)).hexdigest()


def hash_of(
    header: Header, facts: Mapping[str, Any], person_digest: str | None, prev_hash: str
) -> str:
    """Return the hash that is the entry's identity."""
    return digest([prev_hash, header_json(header), facts, person_digest])


def seal(
    header: Header,
    facts: Mapping[str, Any],
    person: Mapping[str, Any] | None,
    salt: str,
    prev_hash: str,
) -> Entry:
    """Make the entry that follows ``prev_hash`` in its node's chain.

    Args:
        header: Complete header.
        facts: JSON facts.
        person: JSON of the private part, or None.
        salt: 16 random bytes in hex; not kept where ``person`` is None.
        prev_hash: Hash of the node's last entry, or ``GENESIS``.
    """
    person_digest = None if person is None else digest_of_person(person, salt)
    return Entry(
        header,
        facts,
        person,
        None if person is None else salt,
        person_digest,
        prev_hash,
        hash_of(header, facts, person_digest, prev_hash),
    )


def header_json(header: Header) -> dict[str, Any]:
    """Write a header as it is hashed and sent."""
    return {
        "node": header.node,
        "seq": header.seq,
        "stream": header.stream,
        "version": header.version,
        "type": header.type,
        "schema": header.schema,
        "occurred_at": stamp(header.occurred_at),
        "recorded_at": stamp(header.recorded_at),
        "actor": header.actor,
        "key": header.key,
        "ordinal": header.ordinal,
    }


def header_from_json(data: Mapping[str, Any]) -> Header:
    """Read a header back.

    Raises:
        KeyError, ValueError, TypeError: the data is no header.
    """
    return Header(
        **{
            **data,
            "occurred_at": datetime.fromisoformat(data["occurred_at"]),
            "recorded_at": datetime.fromisoformat(data["recorded_at"]),
        }
    )
