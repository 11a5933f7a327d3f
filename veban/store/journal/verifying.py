"""What is wrong with what is held of one node's chain (kiểm tra nhật ký)."""

from collections.abc import Iterable, Iterator

from veban.core.journal.chain import Broken, is_unchanged, verify_chain
from veban.core.journal.entry import Entry
from veban.store.journal.sealing import Head


def broken_in(head: Head, entries: Iterable[Entry]) -> Iterator[Broken]:
    """Check a node's entries: as a chain as far as it was whole, else each for itself.

    Args:
        head: How far the chain was once held without a gap; what is missing before that end
            has been removed since.
        entries: All that is held of the node, in the order of ``seq``.

    Yields:
        What ``verify_chain`` finds up to the head or as far as no number is missing; after it
        entries are an excerpt, of which only ``journal.changed`` can be told here.
    """
    whole, excerpt = _parted(head, entries)
    yield from verify_chain(head.node, whole)
    last = whole[-1].header.seq if whole else 0
    if last < head.seq:
        yield Broken(head.node, last + 1, "journal.gap")
    elif head.seq and not any(e.hash == head.hash for e in whole if e.header.seq == head.seq):
        yield Broken(head.node, head.seq, "journal.unlinked")
    for entry in excerpt:
        if not is_unchanged(entry):
            yield Broken(head.node, entry.header.seq, "journal.changed")


def _parted(head: Head, entries: Iterable[Entry]) -> tuple[list[Entry], list[Entry]]:
    whole: list[Entry] = []
    excerpt: list[Entry] = []
    end = 0
    for entry in entries:
        seq = entry.header.seq
        if not excerpt and (seq <= head.seq or seq <= end + 1):
            whole.append(entry)
            end = seq
        else:
            excerpt.append(entry)
    return whole, excerpt
