"""Gather what is known before a laptop leaves (thu thập số liệu trước khi đi)."""

import shutil
from datetime import date, timedelta

from veban.actions.exchange.sync import left_to_send
from veban.actions.numbers.allot import get_lease
from veban.core.numbers.allot import LaneNotForDay
from veban.core.people.scope import Scope
from veban.core.rounds.readiness import ReadyFacts, ReadyLine, judge_readiness
from veban.core.shared.disk import DatabaseDamaged, DiskFails
from veban.core.shared.local_time import days_between, local_day
from veban.edges.machine.power import read_power
from veban.store.databases.soundness import check_database, is_checked_at_once
from veban.store.jobs.runs import RunOutcome, list_runs
from veban.store.journal.codes import used_serials
from veban.store.queries.rounds import list_rounds_from
from veban.store.readiness.said import list_said
from veban.wiring.clock_doubts import find_doubt
from veban.wiring.jobs import CHECK
from veban.wiring.node import Node

DAYS_WITHOUT_ROUND = 3
"""How many days are looked at where no round is known."""


def check_readiness(node: Node) -> tuple[ReadyLine, ...]:
    """Return the list before leaving, as it stands now."""
    return judge_readiness(gather_readiness(node))


def gather_readiness(node: Node) -> ReadyFacts:
    """Return what is measured and what officers said."""
    world, x = node.world, node.exchange.x
    now = world.clock.now()
    centre = world.me.centre or ""
    greeting, came_at = x.book.heard(centre), x.book.heard_at(centre)
    left, files = left_to_send(x, greeting), greeting.missing_files if greeting else 0
    return ReadyFacts(
        now=now,
        heard_at=min(came_at, greeting.at) if greeting and came_at else None,
        # A greeting on a stick was written hours before it came; one that answers came at once.
        clock_ahead=came_at - greeting.at if greeting and came_at and greeting.answers else None,
        numbers={day: numbers_left(node, day) for day in coming_days(node)},
        free_bytes=shutil.disk_usage(node.folder).free,
        unsent_entries=left - files,
        unsent_files=files,
        power=read_power(),
        clock_doubt=find_doubt(node),
        database_whole=is_whole(node),
        said=list_said(node.alias),
        refused=x.book.refused(centre),
        barred=node.journal.barred(),
    )


def is_whole(node: Node) -> bool | None:
    """Return whether the database's file is whole: looked at now, or a large one by its job."""
    try:
        if is_checked_at_once(node.alias):
            check_database(node.alias)
            return True
    except (DatabaseDamaged, DiskFails):
        return False
    run = list_runs(node.alias).get(CHECK)
    if run is None or run.outcome not in (RunOutcome.DONE, RunOutcome.FAILED):
        return None
    return run.outcome == RunOutcome.DONE


def coming_days(node: Node) -> list[date]:
    """Return today and the days still to come of the open rounds of this laptop."""
    today = local_day(node.world.clock.now())
    scope = Scope(frozenset({node.world.me.unit}), frozenset())
    rounds = list_rounds_from(node.alias, scope, today)
    own = [row for row in rounds if row.node == node.world.me.speaks_as]
    last = max((row.last_day for row in own), default=today + timedelta(DAYS_WITHOUT_ROUND - 1))
    return list(days_between(today, last))


def numbers_left(node: Node, day: date) -> int:
    """Return how many numbers this laptop can still give in turn on a day."""
    world = node.world
    try:
        lease = get_lease(world.journal, world.me.node, world.me.unit, day)
    except LaneNotForDay:
        return 0
    low, high = lease.from_serial, lease.highest_serial
    used = used_serials(node.alias, lease.agency, day, (low, high))
    first = low if used.highest is None else used.highest + 1
    return max(0, high - first + 1 - sum(1 for serial in used.slips if serial >= first))
