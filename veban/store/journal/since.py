"""What this node wrote behind a number of its chain (việc ghi từ một chỗ trở đi), by whom."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from veban.core.dossiers.messages import MessageSent
from veban.store.journal.reading import CHUNK, fetch, marks_for

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
