"""A page that shows whether the printer is fit for the road (trang in thử)."""

from dataclasses import dataclass
from datetime import datetime

from veban.core.slips.heading import Heading, Marks, heading_data
from veban.core.slips.wording import instant_text


@dataclass(frozen=True, slots=True)
class PrintCheck:
    """What the page says.

    Args:
        node: The laptop's id, which the QR holds too.
        printed_at: Aware instant.
    """

    heading: Heading
    marks: Marks
    node: str
    printed_at: datetime


def print_check_data(content: PrintCheck) -> dict[str, object]:
    """Return the JSON-able data of the page's template."""
    return {
        "heading": heading_data(content.heading, content.marks),
        "node": content.node,
        "printed_at": instant_text(content.printed_at),
        "qr": f"Về Bản · in thử · {content.node} · {content.printed_at.isoformat()}",
    }
