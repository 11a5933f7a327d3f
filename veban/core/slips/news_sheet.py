"""The sheet for a village head (tờ nhắn tin cho trưởng bản): names and dates, nothing else."""

from dataclasses import dataclass
from datetime import date, datetime

from veban.core.slips.heading import Heading, Marks, heading_data
from veban.core.slips.wording import day_text, instant_text, weekday_text


@dataclass(frozen=True, slots=True)
class NewsLine:
    """One person to be told; ``by_on`` None is as soon as possible."""

    name: str
    by_on: date | None


@dataclass(frozen=True, slots=True)
class NewsSheet:
    """Everything on the sheet.

    Args:
        village: Whose head takes it.
        at: Aware instant of the sheet.
        contact: Whom the people ask.
    """

    heading: Heading
    marks: Marks
    village: str
    at: datetime
    contact: str
    lines: tuple[NewsLine, ...]


def news_sheet_data(content: NewsSheet) -> dict[str, object]:
    """Return the JSON-able data of the template; what a dossier is about stands nowhere."""
    return {
        "heading": heading_data(content.heading, content.marks),
        "village": content.village,
        "at": instant_text(content.at),
        "contact": content.contact,
        "lines": [
            {
                "name": line.name,
                "by": f"{weekday_text(line.by_on)}, {day_text(line.by_on)}" if line.by_on else None,
            }
            for line in content.lines
        ],
    }
