"""Verify the whole journal in the database (kiểm tra toàn bộ nhật ký)."""

from veban.core.journal.chain import Broken
from veban.store.journal.bench import Bench
from veban.store.journal.codec import read_damaged
from veban.store.journal.heads import list_heads
from veban.store.journal.reading import chain_of, fetch
from veban.store.journal.sealing import Head
from veban.store.journal.verifying import broken_in

_PERSON_MISSING = (
    "SELECT e.node, e.seq FROM journal_entry e WHERE e.person_digest IS NOT NULL "
    "AND NOT EXISTS (SELECT 1 FROM journal_person p WHERE p.position = e.position) "
    "AND NOT EXISTS (SELECT 1 FROM journal_erased x WHERE x.stream = e.stream) "
    "ORDER BY e.node, e.seq"
)


def verify(bench: Bench) -> tuple[int, list[Broken]]:
    """Walk every chain and excerpt; return how many entries there are and what is broken."""
    alias = bench.alias
    heads = {head.node: head for head in list_heads(alias)}
    nodes = fetch(alias, "SELECT node, count(*) FROM journal_entry GROUP BY node ORDER BY node")
    broken: list[Broken] = []
    for node in sorted({*heads, *(row[0] for row in nodes)}):
        broken += broken_in(heads.get(node, Head(node)), chain_of(alias, node, 0, read_damaged))
    if bench.meaning.persons:
        missing = fetch(alias, _PERSON_MISSING)
        broken += [Broken(node, seq, "journal.person_missing") for node, seq in missing]
    return sum(row[1] for row in nodes), broken
