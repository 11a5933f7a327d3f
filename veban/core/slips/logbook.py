"""Form 07, the logbook of a day (Sổ theo dõi hồ sơ)."""

from dataclasses import dataclass
from datetime import date, datetime

from veban.core.numbers.gaps import Gap
from veban.core.shared.local_time import LOCAL
from veban.core.slips.gap_lines import gap_lines
from veban.core.slips.heading import Heading, Marks, heading_data
from veban.core.slips.wording import day_text

RETURN_NAMES = {
    "centre": "Trực tiếp",
    "village": "Tại bản",
    "point": "Tại điểm",
    "post": "Bưu chính",
    "electronic": "Điện tử",
}


@dataclass(frozen=True, slots=True)
class LogbookRow:
    """One dossier of the book; a moment that has not come is None and prints empty.

    Args:
        handling_body: Body that decides.
        received_at: Aware instant of reception.
        due_at: Aware instant; None where unknown.
        sent_on: Local day the dossier went to the handling body.
        result_on: Local day the result was back at the centre.
        handed_back_on: Local day the person had it.
        how: "centre", "village", "point", "post" or "electronic"; None while unknown.
    """

    code: str
    procedure_name: str
    sets: int
    full_name: str
    address: str | None
    phone: str | None
    handling_body: str
    received_at: datetime
    due_at: datetime | None
    sent_on: date | None = None
    result_on: date | None = None
    handed_back_on: date | None = None
    how: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class LogbookContent:
    """The dossiers received on one local day, in the order of the book; the numbers not used."""

    heading: Heading
    marks: Marks
    day: date
    rows: tuple[LogbookRow, ...]
    gaps: tuple[Gap, ...] = ()


def logbook_data(content: LogbookContent) -> dict[str, object]:
    """Return the JSON-able data of the logbook's template."""
    return {
        "heading": heading_data(content.heading, content.marks),
        "day": day_text(content.day),
        "gaps": gap_lines(content.gaps),
        "rows": [_row(number, row) for number, row in enumerate(content.rows, start=1)],
    }


def _row(number: int, row: LogbookRow) -> dict[str, object]:
    """Write one line; columns are narrow, so instants stand as time over day."""
    return {
        "number": number,
        "code": row.code,
        "procedure": row.procedure_name,
        "sets": row.sets,
        "name": row.full_name,
        "address": row.address,
        "phone": row.phone,
        "handling_body": row.handling_body,
        "received": _stacked(row.received_at),
        "due": _stacked(row.due_at),
        "sent": _day(row.sent_on),
        "result": _day(row.result_on),
        "handed_back": _day(row.handed_back_on),
        "how": RETURN_NAMES[row.how] if row.how else None,
        "note": row.note,
    }


def _stacked(instant: datetime | None) -> str | None:
    if instant is None:
        return None
    local = instant.astimezone(LOCAL)
    return f"{local:%H:%M}\n{day_text(local.date())}"


def _day(day: date | None) -> str | None:
    return day_text(day) if day else None
