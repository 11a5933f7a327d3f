"""A scan that no paper has yet (giấy vừa quét): it waits for the officer who scanned it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class WaitingScan:
    """One scan, local to a node, no part of its journal.

    Args:
        digest: SHA-256 of its content.
        at: When it was taken, by the machine's own clock.
        officer: Whose it is; nobody else sees it.
        kind: Its media type.
        pages: How many pages it has.
    """

    digest: str
    at: datetime
    officer: str
    kind: str
    pages: int
