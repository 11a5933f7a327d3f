"""Check a node's chain: no gap, no change, no second version of one number (chuỗi băm)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from veban.core.journal.entry import GENESIS, Entry, digest_of_person, hash_of


@dataclass(frozen=True, slots=True)
class Broken:
    """One thing wrong in a journal.

    Args:
        node: Whose chain.
        seq: Which number.
        code: What is wrong, for example ``journal.changed``.
    """

    node: str
    seq: int
    code: str


def is_unchanged(entry: Entry) -> bool:
    """Tell whether an entry is what was sealed; a ``person`` that is gone is no change."""
    if entry.person is not None:
        if entry.salt is None or entry.person_digest is None:
            return False
        if digest_of_person(entry.person, entry.salt) != entry.person_digest:
            return False
    sealed = hash_of(entry.header, entry.facts, entry.person_digest, entry.prev_hash)
    return sealed == entry.hash


def verify_chain(node: str, entries: Iterable[Entry]) -> Iterator[Broken]:
    """Walk a node's whole chain from its first entry.

    Args:
        node: Whose chain.
        entries: Its entries in the order of ``seq``; forks stand side by side.

    Yields:
        What is wrong: ``journal.changed``, ``journal.gap``, ``journal.unlinked`` or
        ``journal.forked``.
    """
    expected, ends = 1, {GENESIS}
    last = 0
    for entry in entries:
        seq = entry.header.seq
        if not is_unchanged(entry):
            yield Broken(node, seq, "journal.changed")
        if seq == last:
            yield Broken(node, seq, "journal.forked")
            ends.add(entry.hash)
            continue
        if seq != expected:
            yield Broken(node, seq, "journal.gap")
        elif entry.prev_hash not in ends:
            yield Broken(node, seq, "journal.unlinked")
        last, expected, ends = seq, seq + 1, {entry.hash}
