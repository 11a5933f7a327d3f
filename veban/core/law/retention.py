"""How long personal data is kept (thời hạn lưu giữ dữ liệu cá nhân), by kind."""

from dataclasses import dataclass
from enum import StrEnum

from veban.core.law.dated import Source


class SetBy(StrEnum):
    """Who says how long: the law, or this program, which keeps no longer than it needs."""

    LAW = "law"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class KeptKind:
    """A kind of personal data that the program holds (loại dữ liệu cá nhân).

    Args:
        kind: Its code.
        name: What it is, in Vietnamese.
        purpose: What it is held for.
        sensitive: Whether the law counts some of it among sensitive data.
        how_long: How long it is kept, in words; None where no period was found.
        set_by: Who says so.
        source: Where that stands.
    """

    kind: str
    name: str
    purpose: str
    sensitive: bool
    how_long: str | None
    set_by: SetBy
    source: Source
