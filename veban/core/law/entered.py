"""Law that an administrator enters (bàn quy định): a dated value over what is shipped.

It lies in a stream of the unit that entered it. A province's values hold in all its units, a
commune's in that commune alone; the later of two entries about one thing and day holds.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar

from veban.core.journal.history import Placed
from veban.core.law.dated import Confidence, Source
from veban.core.shared.canonical import canonical
from veban.core.shared.refused import Refused


class LawKind(StrEnum):
    """What may be entered; ``about`` names which one."""

    FEES = "fees"
    """Fee lines of the procedure ``about`` (phí, lệ phí)."""
    TERM = "term"
    """Statutory term of the procedure ``about`` (thời hạn giải quyết)."""
    EXEMPTIONS = "exemptions"
    """Reasons of exemption from fees of the procedure ``about`` (đối tượng miễn)."""
    PLACE = "place"
    """Where the procedure ``about`` may be received (nơi tiếp nhận)."""
    OFFICE_HOURS = "office_hours"
    """Sessions of the day (giờ làm việc)."""
    DAY = "day"
    """What the day ``about`` is: a holiday, swapped off, swapped work, ordinary (ngày hoán đổi)."""
    YEAR = "year"
    """The days of the year ``about`` have been announced (lịch nghỉ đã công bố)."""
    PROCEDURE = "procedure"
    """A whole procedure, in the shape of a file of ``rules/procedures/`` (thêm thủ tục)."""
    CONFIRMED = "confirmed"
    """The procedure ``about`` was checked against its document (đã kiểm chứng)."""
    LAYOUT = "layout"
    """The printed layout of the slip ``about`` is the unit's (mẫu in đã được xác nhận)."""


class LawValueWrong(Refused):
    """The value is not one that the law can hold there; details say ``kind`` and ``problem``."""

    code = "law.value_wrong"


@dataclass(frozen=True, slots=True)
class LawValueEntered:
    """A value holds from ``since_on``, says a document (nhập quy định).

    Args:
        unit: Whose administrator entered it: five digits, or a province's code.
        for_all: It holds in every unit of the province.
        kind: What it is.
        about: Procedure, day, year or slip; empty for what there is one of.
        since_on: First day on which it holds.
        value: In the shape that ``rules/`` has for its kind.
        document: Number of the document.
        article: Article and clause; None where the document has none.
        confidence: Whether the text was read or only heard of.
    """

    TYPE: ClassVar[str] = "LawValueEntered"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Nhập quy định"

    unit: str
    for_all: bool
    kind: LawKind
    about: str
    since_on: date
    value: Mapping[str, object]
    document: str
    article: str | None = None
    confidence: Confidence = Confidence.CHECKED


@dataclass(frozen=True, slots=True)
class LawRow:
    """One entry of the law desk, the earlier ones about the same thing too."""

    stream: str
    part: int
    unit: str
    for_all: bool
    kind: str
    about: str
    since_on: date
    value: str
    document: str
    article: str | None
    confidence: str
    entered_at: datetime
    entered_by: str

    @property
    def source(self) -> Source:
        """Return where the value stands."""
        return Source(self.document, self.article, Confidence(self.confidence))

    @property
    def read_value(self) -> Any:
        """Return the value as it was entered."""
        return json.loads(self.value)


def law_stream(unit: str) -> str:
    """Return the stream of what a unit's administrators entered."""
    return f"law/{unit}"


def law_rows(stream: str, history: Sequence[Placed]) -> tuple[LawRow, ...]:
    """Fold the stream: one row for each entry, in order."""
    return tuple(
        law_row(event, step.header.version, step.header.occurred_at, step.header.actor)
        for step in history
        if isinstance(event := step.event, LawValueEntered)
    )


def law_row(event: LawValueEntered, part: int, at: datetime, actor: str) -> LawRow:
    """Return an entry of the law desk as a row.

    Args:
        event: What was entered.
        part: Its place in the stream.
        at: When it was entered.
        actor: Code of who entered it.
    """
    return LawRow(
        law_stream(event.unit),
        part,
        event.unit,
        event.for_all,
        event.kind.value,
        event.about,
        event.since_on,
        canonical(event.value).decode(),
        event.document,
        event.article,
        event.confidence.value,
        at,
        actor,
    )


def in_force(rows: Iterable[LawRow], unit: str) -> tuple[LawRow, ...]:
    """Return what holds in a unit: its own over its province's, later entries over earlier.

    Args:
        rows: Rows of the unit's and its province's streams, in any order.
        unit: The unit.
    """
    wanted = [row for row in rows if row.for_all or row.unit == unit]
    ordered = sorted(wanted, key=lambda row: (row.unit == unit, row.part))
    latest = {(row.kind, row.about, row.since_on): row for row in ordered}
    return tuple(latest.values())
