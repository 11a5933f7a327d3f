"""Which entries name which file (tệp theo mục nhật ký): as far as the file is still wanted here."""

from collections.abc import Iterable

from django.db import transaction

from veban.actions.ports_work import NamedFile
from veban.store.databases.batch import Batch
from veban.store.journal.keeping import unname_files
from veban.store.journal.reading import chunks, fetch, marks_for

_NAMED = (
    "SELECT f.digest, e.node, e.seq, e.stream FROM journal_file f "
    "JOIN journal_entry e ON e.hash = f.hash WHERE {which} ORDER BY e.position, f.digest"
)
_WRITTEN = _NAMED.format(which="e.node = %s AND e.seq > %s")


def files_written(alias: str, writer: str, after: int) -> list[NamedFile]:
    """Return the files that a writer's entries behind a number name."""
    return [NamedFile(*row) for row in fetch(alias, _WRITTEN, [writer, after])]


def files_named(alias: str, streams: Iterable[str]) -> list[NamedFile]:
    """Return the files that entries of streams name."""
    return [
        NamedFile(*row)
        for part in chunks(streams)
        for row in fetch(alias, _NAMED.format(which=f"e.stream IN ({marks_for(part)})"), part)
    ]


def let_go_of_files(alias: str, streams: Iterable[str]) -> int:
    """Forget the files that entries of streams name; the entries stay as they are.

    Returns:
        How many files no entry names any more.
    """
    with transaction.atomic(using=alias, durable=True):
        batch = Batch(alias)
        return sum(unname_files(alias, batch, stream) for stream in sorted(set(streams)))
