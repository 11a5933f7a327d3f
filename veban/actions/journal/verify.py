"""Check a node's journal and files (kiểm tra nhật ký)."""

from collections.abc import Iterable
from typing import Any

from veban.actions.exchange.check_excerpts import check_excerpts
from veban.actions.exchange.exchanging import Exchanging
from veban.core.journal.entry import Entry


def verify_node(
    x: Exchanging, entries: Iterable[Entry], files: Iterable[tuple[str, str]]
) -> dict[str, Any]:
    """Walk every chain and excerpt, and read every file that an entry names.

    Args:
        x: The node.
        entries: All entries it holds.
        files: (SHA-256, hash of the entry that names it) of every file wanted.

    Returns:
        ``entries``, ``files`` and ``missing_files`` as counts, and what is ``broken``. A file
        whose content is not that of its name counts as missing.
    """
    count, broken = x.world.journal.verify()
    broken += check_excerpts(x, entries)
    wanted = {digest for digest, _ in files}
    missing = sum(not x.world.blobs.is_whole(digest) for digest in wanted)
    return {
        "entries": count,
        "files": len(wanted),
        "missing_files": missing,
        "broken": [{"node": found.node, "seq": found.seq, "code": found.code} for found in broken],
    }
