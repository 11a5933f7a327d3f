"""Open and close a round to villages (mở, đóng đợt lưu động)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from veban.actions.nodes.find_node import get_node
from veban.actions.once import Decided, once
from veban.actions.people.find_officer import get_officer
from veban.actions.ports import Step, World, Writing
from veban.core.deadlines.due import end_of_day
from veban.core.rounds.round import (
    RoundClosed,
    RoundOpened,
    RoundPerson,
    RoundUnknown,
    RoundWrong,
    round_rows,
    round_stream,
)
from veban.core.shared.local_time import format_instant, local_day


@dataclass(frozen=True, slots=True)
class RoundPlan:
    """What a round is opened with.

    Args:
        name: What people call it.
        days: Local days in the villages, in order.
        villages: Villages served.
        node: The laptop that goes.
        officers: Codes of the team.
        back_at: When the team is back at a signer; None: the end of the last day's hours.
        back_on: When it comes back to the villages with results; None: to be told.
        contact_name: Whom villagers can call.
        contact_phone: Under which number.
    """

    name: str
    days: Sequence[date]
    villages: Sequence[str]
    node: str
    officers: Sequence[str]
    back_at: datetime | None = None
    back_on: date | None = None
    contact_name: str | None = None
    contact_phone: str | None = None


def open_round(world: World, unit: str, plan: RoundPlan) -> str:
    """Open a round and return its id.

    Raises:
        RoundWrong: no day, no village, days out of order, or back before the last day.
        NodeUnknown: no device has the id of the laptop that goes.
        OfficerUnknown: nobody has the code of one of the team.
    """
    days = tuple(plan.days)
    if not days or not plan.villages or list(days) != sorted(set(days)):
        raise RoundWrong(days=[day.isoformat() for day in days], villages=len(plan.villages))
    back_at = plan.back_at or end_of_day(days[-1], world.law.for_unit(unit).office_hours(days[-1]))
    if local_day(back_at) < days[-1]:
        raise RoundWrong(back_at=format_instant(back_at), last_day=days[-1].isoformat())
    if plan.back_on is not None and plan.back_on < days[-1]:
        raise RoundWrong(back_on=plan.back_on.isoformat(), last_day=days[-1].isoformat())
    round_id = world.random.token(6).hex()
    opened = RoundOpened(
        round=round_id,
        unit=unit,
        name=plan.name,
        days=days,
        villages=tuple(plan.villages),
        node=plan.node,
        officers=tuple(plan.officers),
        back_at=back_at,
        back_on=plan.back_on,
        person=RoundPerson(plan.contact_name, plan.contact_phone),
    )
    step = Step(round_stream(round_id), 0, [opened], world.clock.now(), "node")

    def decide(writing: Writing) -> Decided:
        get_node(writing, plan.node)
        for officer in plan.officers:
            get_officer(writing, officer)
        return Decided([step], {"round": round_id})

    once(world, f"round:{round_id}", round_id, decide)
    return round_id


def close_round(world: World, round_id: str, officer: str) -> None:
    """Close a round; closing twice is one closing.

    Raises:
        RoundUnknown: no round has this id here.
    """
    stream = round_stream(round_id)

    def decide(writing: Writing) -> Decided:
        history = writing.history(stream)
        rows = round_rows(stream, history)
        if not rows:
            raise RoundUnknown(round=round_id)
        closed = [] if rows[0].closed else [RoundClosed(round_id)]
        step = Step(stream, len(history), closed, world.clock.now(), officer)
        return Decided([step] if closed else [], {"round": round_id})

    once(world, f"round:{round_id}:close", round_id, decide)
