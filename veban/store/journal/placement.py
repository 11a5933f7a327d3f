"""Give places in the database: the question is core's, here are its rows."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from veban.core.journal.placing import Claim, newly_placed
from veban.store.databases.batch import Batch
from veban.store.journal.bench import Bench
from veban.store.journal.keeping import erase_stream, forget_places, keep_places
from veban.store.journal.reading import chunks, fetch, marks_for

_CLAIMS = (
    "SELECT e.stream, e.version, e.node, e.hash, s.hash IS NOT NULL, e.type FROM journal_entry e "
    "LEFT JOIN journal_place s ON s.stream = e.stream AND s.version = e.version AND s.hash = e.hash"
)


def waiting_beyond(alias: str, stream: str, version: int) -> tuple[bool, bool]:
    """Tell whether a place after ``version`` is taken, and whether entries wait for one."""
    found = fetch(alias, f"{_CLAIMS} WHERE e.stream = %s AND e.version > %s", [stream, version])
    return any(row[4] for row in found), any(not row[4] for row in found)


class Placement(NamedTuple):
    """Streams that got places: their first, or further ones; and those erased thereby."""

    fresh: list[str]
    grown: list[str]
    erased: list[str]


def place_streams(bench: Bench, streams: Iterable[str]) -> Placement:
    """Give places to what waits in the streams, and erase where that was said."""
    done = Placement([], [], [])
    for part in chunks(sorted(streams)):
        sql = f"{_CLAIMS} WHERE e.stream IN ({marks_for(part)}) ORDER BY e.stream, e.position"
        rows = fetch(bench.alias, sql, part)
        types = {row[3]: row[5] for row in rows}
        claims = [_claim(bench, row) for row in rows]
        given: list[Claim] = []
        for stream, group in groupby(claims, attrgetter("stream")):
            held = list(group)
            if new := newly_placed(held):
                if any(claim.placed and claim.version >= new[0].version for claim in held):
                    forget_places(bench.alias, stream, new[0].version)
                (done.fresh if new[0].version == 1 else done.grown).append(stream)
                given += new
        if given:
            batch = Batch(bench.alias)
            keep_places(batch, [(c.stream, c.version, c.hash) for c in given])
            batch.run()
        for claim in given:
            if bench.meaning.erases(types[claim.hash]):
                erase_stream(bench.alias, claim.stream, claim.hash)
                done.erased.append(claim.stream)
    return done


def _claim(bench: Bench, row: Sequence[Any]) -> Claim:
    stream, version, node, entry_hash, placed, type_name = row
    reclaims = bench.meaning.reclaims(type_name, node)
    return Claim(stream, version, node, entry_hash, bool(placed), reclaims)
