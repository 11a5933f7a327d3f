"""A receipt to be filled by hand (phiếu trắng): form 01 with its number and empty lines."""

from dataclasses import dataclass
from datetime import date

from veban.core.slips.heading import Heading, Marks, heading_data
from veban.core.slips.receipt import PLACEHOLDER_AGENCY, PROVISIONAL_NUMBER, RESERVED_NUMBER
from veban.core.slips.wording import day_text

KEEP = (
    "Phiếu này viết tay vì lúc nhận hồ sơ máy không dùng được; hồ sơ được nhập vào máy sau. "
    "Muốn hỏi tình trạng hồ sơ, đọc số phiếu và ngày nhận cho người nhận hồ sơ hoặc Trung tâm."
)


@dataclass(frozen=True, slots=True)
class BlankBatch:
    """Blank slips of one lane, one page each.

    Args:
        agency: Agency code in front of the numbers.
        node: Whose lane.
        serials: The numbers.
        first_day: First local day on which they are good.
        last_day: Last one.
        official: The lane is reserved in the official system.
        placeholder_agency: The unit has not told its agency code yet.
        ask: Whom to ask, with a telephone number where one is known.
    """

    heading: Heading
    marks: Marks
    agency: str
    node: str
    serials: tuple[int, ...]
    first_day: date
    last_day: date
    official: bool
    placeholder_agency: bool = False
    ask: str | None = None


def blank_data(content: BlankBatch) -> dict[str, object]:
    """Return the JSON-able data of the template."""
    spoken = (
        (True, KEEP),
        (True, RESERVED_NUMBER if content.official else PROVISIONAL_NUMBER),
        (content.placeholder_agency, PLACEHOLDER_AGENCY),
    )
    return {
        "heading": heading_data(content.heading, content.marks),
        "agency": content.agency,
        "node": content.node,
        "serials": [f"{serial:04d}" for serial in content.serials],
        "days": f"{day_text(content.first_day)} – {day_text(content.last_day)}",
        "ask": content.ask,
        "notes": [text for said, text in spoken if said],
    }
