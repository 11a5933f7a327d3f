"""Gather the sheet for a village head (tờ nhắn tin cho trưởng bản) from the news untold."""

from collections.abc import Iterable

from veban.actions.ports import World
from veban.actions.slips.subject import CENTRE, heading, marks
from veban.core.dossiers.telling import NewsRow
from veban.core.slips.news_sheet import NewsLine, NewsSheet, news_sheet_data


def news_sheet(world: World, unit: str, village: str, rows: Iterable[NewsRow]) -> dict[str, object]:
    """Return the data of the sheet: each person once, with the earliest day.

    Args:
        world: The node.
        unit: The unit that sends it.
        village: The village.
        rows: The news of people of that village that nobody has told.
    """
    now = world.clock.now()
    lines: dict[str, NewsLine] = {}
    for row in rows:
        line = NewsLine(row.full_name, row.by_on)
        known = lines.get(row.full_name)
        if known is None or _sooner(line, known):
            lines[row.full_name] = line
    content = NewsSheet(
        heading=heading(world, unit, now),
        marks=marks(world),
        village=village,
        at=now,
        contact=CENTRE,
        lines=tuple(lines.values()),
    )
    return news_sheet_data(content)


def _sooner(one: NewsLine, other: NewsLine) -> bool:
    """Tell whether one is told before another; as soon as possible comes before any day."""
    if one.by_on is None or other.by_on is None:
        return one.by_on is None
    return one.by_on < other.by_on
