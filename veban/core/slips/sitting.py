"""The summary of one sitting (tóm tắt lượt đến): all codes and dates, and the sum of fees."""

from dataclasses import dataclass
from datetime import date, datetime

from veban.core.dossiers.sitting import FeeSum
from veban.core.slips.heading import Heading, Marks, heading_data
from veban.core.slips.wording import day_text, instant_text, money_text


@dataclass(frozen=True, slots=True)
class SittingLine:
    """One dossier of the sitting.

    Args:
        name: Whose dossier it is.
        due_at: Aware instant the result is due; None leaves a line to fill in.
        back_on: When the team is back in the village; None where it is not known or not coming.
        fee_vnd: None where no figure is known.
    """

    code: str
    procedure: str
    name: str
    due_at: datetime | None
    back_on: date | None
    fee_vnd: int | None


@dataclass(frozen=True, slots=True)
class SittingContent:
    """Everything the summary says."""

    heading: Heading
    marks: Marks
    at: datetime
    lines: tuple[SittingLine, ...]
    fees: FeeSum


def sitting_data(content: SittingContent) -> dict[str, object]:
    """Return the JSON-able data of the template."""
    return {
        "heading": heading_data(content.heading, content.marks),
        "at": instant_text(content.at),
        "lines": [
            {
                "code": line.code,
                "procedure": line.procedure,
                "name": line.name,
                "due": instant_text(line.due_at) if line.due_at else None,
                "back": day_text(line.back_on) if line.back_on else None,
                "fee": None if line.fee_vnd is None else money_text(line.fee_vnd),
            }
            for line in content.lines
        ],
        "sum": money_text(content.fees.vnd),
        "unknown": content.fees.unknown,
    }
