"""A laptop that stays as a reception point (điểm tiếp nhận): its name, and how it ends.

Only the node that invited the laptop writes here, so what the two write never clashes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from veban.core.journal.history import Placed
from veban.core.shared.refused import Refused

LONGEST = 80
"""Characters in a point's name, and in that of its area: both stand in a page's head."""

TITLE = "Điểm tiếp nhận"


class PointNameWrong(Refused):
    """A point needs a name that fits on a slip."""

    code = "point.name_wrong"


class NoPointHere(Refused):
    """Points are laptops that have not been revoked, and are named where they were invited."""

    code = "point.not_here"


@dataclass(frozen=True, slots=True)
class PointSet:
    """A laptop stays at a place and receives there all week (lập điểm tiếp nhận).

    Args:
        node: The laptop.
        unit: Its unit.
        point: What people call the place, without the words for a point.
        area: The village or the former commune it stands in.
    """

    TYPE: ClassVar[str] = "PointSet"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Lập điểm tiếp nhận"

    node: str
    unit: str
    point: str
    area: str | None = None


@dataclass(frozen=True, slots=True)
class PointEnded:
    """The laptop stays there no longer (thôi làm điểm tiếp nhận)."""

    TYPE: ClassVar[str] = "PointEnded"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Thôi làm điểm tiếp nhận"

    node: str


@dataclass(frozen=True, slots=True)
class PointRow:
    """A laptop that is a reception point now; ``area`` is empty where nobody said it."""

    stream: str
    node: str
    unit: str
    point: str
    area: str
    since: datetime

    @property
    def title(self) -> str:
        """Return what the point is called, in full."""
        return f"{TITLE} {self.point}"

    @property
    def place(self) -> str:
        """Return the place of service as receptions record it."""
        return ", ".join(part for part in (self.point, self.area) if part)


def point_stream(node: str) -> str:
    """Return the stream that says whether a laptop is a point."""
    return f"point/{node}"


def clean_point(text: str) -> str:
    """Return a point's name as it is recorded, without the words that every point has.

    Raises:
        PointNameWrong: it is empty, too long, or no line of text.

    Example:
        >>> clean_point(" điểm tiếp nhận Hừa Ngài ")
        'Hừa Ngài'
    """
    name = " ".join(text.split())
    if name.casefold().startswith(TITLE.casefold()):
        name = name[len(TITLE) :].strip()
    if not name or len(name) > LONGEST or not name.isprintable():
        raise PointNameWrong(longest=LONGEST)
    return name


def point_rows(stream: str, history: Sequence[Placed]) -> tuple[PointRow, ...]:
    """Fold a point's stream into its row; none where it has ended."""
    row: PointRow | None = None
    for step in history:
        match step.event:
            case PointSet() as event:
                since = row.since if row else step.header.occurred_at
                row = PointRow(stream, event.node, event.unit, event.point, event.area or "", since)
            case PointEnded():
                row = None
    return (row,) if row else ()
