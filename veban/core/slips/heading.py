"""What stands on every slip: who issues it, where and when, and what it is worth."""

from dataclasses import dataclass
from datetime import date

from veban.core.slips.wording import long_day_text

UNCONFIRMED_LAYOUT = "Bản in hỗ trợ (mẫu in chưa được đơn vị xác nhận)"
AWAITS_CENTRE = (
    "Việc này được ghi nhận tại bản; Trung tâm sẽ xác nhận khi nhận được dữ liệu của tổ lưu động."
)


@dataclass(frozen=True, slots=True)
class Heading:
    """The issuing body and the place-and-date line (phần đầu văn bản).

    Args:
        superior: Superior body (cơ quan chủ quản), such as "Ủy ban nhân dân xã Na Sang".
        centre: "Trung tâm Phục vụ hành chính công" or the one-stop unit's name.
        unit: The commune, ward or zone the centre serves, such as "xã Na Sang".
        place: Place name before the date, such as "Na Sang".
        issued_on: Local day of the slip.
        number: Number and symbol of the slip; None leaves a line to fill in.
    """

    superior: str
    centre: str
    unit: str
    place: str
    issued_on: date
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """What the paper must say about itself.

    Args:
        practice: The node is a practice node: every page says "BẢN THỬ".
        layout_confirmed_by: The named person of the unit who confirmed the printed layout;
            None prints "Bản in hỗ trợ".
        awaits_centre: The slip was printed on a message the centre has yet to confirm.
    """

    practice: bool
    layout_confirmed_by: str | None = None
    awaits_centre: bool = False


def heading_data(heading: Heading, marks: Marks) -> dict[str, object]:
    """Return the part of a slip's data that every template's frame reads."""
    confirmed = marks.layout_confirmed_by
    return {
        "superior": heading.superior,
        "centre": heading.centre,
        "unit": heading.unit,
        "number": heading.number,
        "place_and_date": f"{heading.place}, {long_day_text(heading.issued_on)}",
        "practice": marks.practice,
        "layout_note": f"Mẫu in do {confirmed} xác nhận" if confirmed else UNCONFIRMED_LAYOUT,
        "awaits_centre": AWAITS_CENTRE if marks.awaits_centre else None,
    }
