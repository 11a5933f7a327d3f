"""A round to villages (đợt lưu động): opened, closed; folded from its stream."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from veban.core.journal.history import Placed
from veban.core.shared.refused import Refused


class RoundUnknown(Refused):
    """No round has this id here."""

    code = "round.unknown"


class RoundWrong(Refused):
    """A round needs days in order, at least one village, and an end after its days."""

    code = "round.wrong"


@dataclass(frozen=True, slots=True)
class RoundPerson:
    """Who villagers can call: the team's contact."""

    contact_name: str | None = None
    contact_phone: str | None = None


@dataclass(frozen=True, slots=True)
class RoundOpened:
    """A team goes to villages on some days with a laptop (mở đợt lưu động).

    Args:
        round: Its id.
        days: Local days, in order.
        villages: Names of the villages served.
        node: The laptop.
        officers: Codes of the team.
        back_at: When the team is back at a signer.
        back_on: Day on which it comes back to the villages with results; None: to be told.
    """

    TYPE: ClassVar[str] = "RoundOpened"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Mở đợt lưu động"

    round: str
    unit: str
    name: str
    days: tuple[date, ...]
    villages: tuple[str, ...]
    node: str
    officers: tuple[str, ...]
    back_at: datetime
    back_on: date | None = None
    person: RoundPerson | None = None


@dataclass(frozen=True, slots=True)
class RoundClosed:
    """The round is over; the laptop lets go of what it still holds (đóng đợt)."""

    TYPE: ClassVar[str] = "RoundClosed"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Đóng đợt lưu động"

    round: str


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A round as pages read it; villages and officers stand one a line."""

    stream: str
    round: str
    unit: str
    name: str
    first_day: date
    last_day: date
    villages: str
    node: str
    officers: str
    back_at: datetime
    back_on: date | None
    closed: bool
    contact_name: str | None
    contact_phone: str | None


def round_stream(round_id: str) -> str:
    """Return the stream of a round."""
    return f"round/{round_id}"


def round_rows(stream: str, history: Sequence[Placed]) -> tuple[RoundRow, ...]:
    """Fold a round's stream."""
    opened = next((s.event for s in history if isinstance(s.event, RoundOpened)), None)
    if opened is None:
        return ()
    contact = opened.person or RoundPerson()
    return (
        RoundRow(
            stream=stream,
            round=opened.round,
            unit=opened.unit,
            name=opened.name,
            first_day=opened.days[0],
            last_day=opened.days[-1],
            villages="\n".join(opened.villages),
            node=opened.node,
            officers="\n".join(opened.officers),
            back_at=opened.back_at,
            back_on=opened.back_on,
            closed=any(isinstance(step.event, RoundClosed) for step in history),
            contact_name=contact.contact_name,
            contact_phone=contact.contact_phone,
        ),
    )
