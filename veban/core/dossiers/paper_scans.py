"""A scan put to a paper after the reception (gắn bản quét vào giấy tờ)."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class ScanDetails:
    """Which paper, and the scan.

    Args:
        paper: Its place among the dossier's papers, from 0: those of the reception, then those
            of each supplement.
        file: SHA-256 of the scan.
    """

    paper: int
    file: str


@dataclass(frozen=True, slots=True)
class ScanPerson:
    """The private side of a scan: its hash."""

    file: str


@dataclass(frozen=True, slots=True)
class PaperScanned:
    """One more scan of a paper that the dossier has (gắn bản quét vào giấy tờ)."""

    TYPE: ClassVar[str] = "PaperScanned"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Gắn bản quét vào giấy tờ"

    paper: int
    person: ScanPerson | None = None
