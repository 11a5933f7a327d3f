"""The receipt in pictures (phiếu hình), for somebody who cannot read: what, when, where, who, fee.

It is printed beside the receipt and says nothing that the receipt does not say.
"""

from dataclasses import dataclass
from datetime import date

from veban.core.slips.heading import Heading, Marks, heading_data
from veban.core.slips.party import Contact, contact_text
from veban.core.slips.receipt import RETURN_WAYS
from veban.core.slips.wording import day_text, money_text, weekday_text

MOST_NIGHTS = 21
"""More moons than can be counted at a glance are not drawn."""


@dataclass(frozen=True, slots=True)
class PicturesContent:
    """Everything the pictures show.

    Args:
        code: Dossier code, so that who reads finds the receipt.
        tracking: The random characters that open tracking.
        name: Whose dossier it is.
        procedure: What it is about, in words for who reads it out.
        field: Field of law of the procedure, as ``rules/tables.yaml`` calls it.
        received_on: Local day of reception.
        come_on: The day to count on: the team's in the village, else the day promised; None
            leaves a line to fill in.
        how: A key of ``RETURN_WAYS``.
        place: Where, in the officer's words.
        collector: Who collects instead.
        told: Who may be told.
        fee_vnd: None where no figure is known.
    """

    heading: Heading
    marks: Marks
    code: str
    tracking: str
    name: str
    procedure: str
    field: str
    received_on: date
    come_on: date | None
    how: str
    place: str | None
    collector: str | None
    told: Contact | None
    fee_vnd: int | None


def pictures_data(content: PicturesContent) -> dict[str, object]:
    """Return the JSON-able data of the template."""
    on = content.come_on
    nights = (on - content.received_on).days if on else 0
    return {
        "heading": heading_data(content.heading, content.marks),
        "code": content.code,
        "tracking": content.tracking,
        "name": content.name,
        "procedure": content.procedure,
        "field": content.field,
        "day": day_text(on) if on else None,
        "leaf_day": str(on.day) if on else None,
        "leaf_month": str(on.month) if on else None,
        "weekday": weekday_text(on) if on else None,
        "today": on == content.received_on,
        "nights": nights if 0 < nights <= MOST_NIGHTS else 0,
        "how": content.how,
        "return_how": RETURN_WAYS[content.how],
        "place": content.place,
        "collector": content.collector,
        "told": contact_text(content.told) if content.told else None,
        "fee": None if content.fee_vnd is None else money_text(content.fee_vnd),
        "free": content.fee_vnd == 0,
    }
