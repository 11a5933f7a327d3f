"""What a laptop says of the scans on it (ảnh giấy tờ trên máy): sealed, or erased after a round.

Each writer tells it in a stream of its own, which goes up. So the centre knows what a lost laptop
could still show, and a laptop that was restored from a backup, whose scans may be readable again,
begins to tell anew under its new name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from veban.core.journal.history import Placed


@dataclass(frozen=True, slots=True)
class ScansSealed:
    """Scans can be read by the centre only from now on (niêm phong ảnh giấy tờ cho Trung tâm).

    Every file is sealed that an entry of the writers below names, up to the number given; those
    that the streams in ``open`` name are not.

    Args:
        until: Writer → number of its last entry looked at.
        open: Streams of the dossiers still worked on.
    """

    TYPE: ClassVar[str] = "ScansSealed"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Niêm phong ảnh giấy tờ cho Trung tâm"

    until: Mapping[str, object]
    open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScansErased:
    """The files of a closed round's dossiers are erased on the laptop (xóa ảnh giấy tờ của đợt).

    Nothing is erased at the centre: it alone keeps them.
    """

    TYPE: ClassVar[str] = "ScansErased"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Xóa ảnh giấy tờ của đợt trên máy lưu động"

    round: str


@dataclass(frozen=True, slots=True)
class ScansTold:
    """What a writer has told so far.

    Args:
        until: As in the last ``ScansSealed``.
        open: Likewise.
        erased: Round → when its files were erased.
    """

    until: Mapping[str, int] = field(default_factory=dict)
    open: frozenset[str] = frozenset()
    erased: Mapping[str, datetime] = field(default_factory=dict)

    def is_sealed(self, writer: str, seq: int, stream: str) -> bool:
        """Tell whether the files that an entry names are sealed.

        Args:
            writer: Who wrote the entry.
            seq: Its number.
            stream: Its stream.

        Example:
            >>> told = ScansTold({"may-01": 7}, frozenset({"dossier/b"}))
            >>> told.is_sealed("may-01", 7, "dossier/a"), told.is_sealed("may-01", 8, "dossier/a")
            (True, False)
            >>> told.is_sealed("may-01", 7, "dossier/b"), told.is_sealed("centre", 7, "dossier/a")
            (False, False)
        """
        return seq <= self.until.get(writer, 0) and stream not in self.open


def scans_stream(writer: str) -> str:
    """Return the stream in which a writer tells of its scans."""
    return f"scans/{writer}"


def scans_told(history: Sequence[Placed]) -> ScansTold:
    """Fold what a writer told."""
    sealed = [step.event for step in history if isinstance(step.event, ScansSealed)]
    last = sealed[-1] if sealed else ScansSealed({})
    erased: dict[str, datetime] = {}
    for step in history:
        if isinstance(step.event, ScansErased):
            erased.setdefault(step.event.round, step.header.recorded_at)
    until = {writer: int(str(seq)) for writer, seq in last.until.items()}
    return ScansTold(until, frozenset(last.open), erased)
