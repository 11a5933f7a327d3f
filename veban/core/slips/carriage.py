"""The list that goes with a bag (danh sách bàn giao túi hồ sơ), signed by both sides."""

from dataclasses import dataclass
from datetime import datetime

from veban.core.slips.heading import Heading, Marks, heading_data
from veban.core.slips.wording import instant_text


@dataclass(frozen=True, slots=True)
class CarriageRow:
    """One envelope of the list.

    Args:
        code: The dossier's code.
        procedure: Name of the procedure.
        papers: How many papers lie in it; None where it holds a result.
        arrived: Whether it was found at arrival; None while nobody has looked.
    """

    code: str
    procedure: str
    papers: int | None
    arrived: bool | None = None


@dataclass(frozen=True, slots=True)
class CarriageContent:
    """Everything the list says.

    Args:
        number: What is written on the bag.
        giver: Who sends, place and name.
        taker: Who gets it, place and name where known.
        sent_at: Aware instant; None while it is being packed.
        extra: Codes found that are not on the list.
    """

    heading: Heading
    marks: Marks
    number: str
    giver_place: str
    giver: str | None
    taker_place: str
    taker: str | None
    sent_at: datetime | None
    received_at: datetime | None
    rows: tuple[CarriageRow, ...]
    extra: tuple[str, ...] = ()


def carriage_data(content: CarriageContent) -> dict[str, object]:
    """Return the JSON-able data of the list's template; it prints two copies."""
    return {
        "heading": heading_data(content.heading, content.marks),
        "code": None,
        "number": content.number,
        "giver_place": content.giver_place,
        "giver": content.giver,
        "taker_place": content.taker_place,
        "taker": content.taker,
        "sent": instant_text(content.sent_at) if content.sent_at else None,
        "received": instant_text(content.received_at) if content.received_at else None,
        "extra": list(content.extra),
        "copies": ["Bản 1: bên giao giữ", "Bản 2: bên nhận giữ"],
        "rows": [
            {
                "code": row.code,
                "procedure": row.procedure,
                "content": "Kết quả" if row.papers is None else f"{row.papers} giấy tờ",
                "arrived": _ARRIVED[row.arrived],
            }
            for row in content.rows
        ],
    }


_ARRIVED = {None: "", True: "có", False: "THIẾU"}
