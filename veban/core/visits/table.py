"""What happened at the table without a dossier (việc tại bàn): slip 02 or 03, no code."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from veban.core.dossiers.codes import PlaceKind
from veban.core.journal.history import Placed


class TableOutcome(StrEnum):
    """Why nothing was received: sent for papers, or refused; names are slip kinds."""

    SUPPLEMENT = "supplement"
    REFUSAL = "refusal"


@dataclass(frozen=True, slots=True)
class VisitPerson:
    """Who came and what was written for them."""

    full_name: str
    reason: str
    papers: tuple[str, ...] = ()
    legal_basis: str | None = None
    phone: str | None = None
    village: str | None = None


@dataclass(frozen=True, slots=True)
class VisitRecorded:
    """Somebody came and went with a slip instead of a code (phiếu hướng dẫn tại bàn)."""

    TYPE: ClassVar[str] = "VisitRecorded"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Ghi nhận tại bàn"

    unit: str
    procedure: str
    outcome: TableOutcome
    place_kind: PlaceKind
    at: datetime
    place_village: str | None = None
    round: str | None = None
    person: VisitPerson | None = None


@dataclass(frozen=True, slots=True)
class VisitErased:
    """Everything about people in this visit is erased, everywhere (xóa dữ liệu cá nhân)."""

    TYPE: ClassVar[str] = "VisitErased"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Xóa dữ liệu cá nhân của lượt đến bàn"
    ERASES: ClassVar[bool] = True

    legal_basis: str


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit as lists read it."""

    stream: str
    unit: str
    procedure: str
    outcome: str
    officer: str
    at: datetime
    place_kind: str
    place_village: str | None
    round: str | None
    full_name: str | None


def visit_rows(stream: str, history: Sequence[Placed]) -> tuple[VisitRow, ...]:
    """Fold a visit's stream: the entry that made it."""
    return tuple(
        VisitRow(
            stream,
            event.unit,
            event.procedure,
            event.outcome.value,
            step.header.actor,
            event.at,
            event.place_kind.value,
            event.place_village,
            event.round,
            event.person.full_name if event.person else None,
        )
        for step in history[:1]
        if isinstance(event := step.event, VisitRecorded)
    )
