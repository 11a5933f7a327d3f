"""What a form or a line calls a file must lie here (tệp đã lưu), or an entry would name nothing."""

from collections.abc import Iterable

from veban.actions.ports import Blobs
from veban.core.dossiers.refusals import FileMissing


def check_stored(blobs: Blobs, named: Iterable[object]) -> None:
    """Refuse a hash that no stored file has.

    Raises:
        FileMissing: the first one that is not here.
    """
    for digest in named:
        if digest is not None and not (isinstance(digest, str) and _is_here(blobs, digest)):
            raise FileMissing(file=str(digest)[:80])


def _is_here(blobs: Blobs, digest: str) -> bool:
    is_hash = len(digest) == 64 and set(digest) <= set("0123456789abcdef")
    return is_hash and blobs.has(digest)
