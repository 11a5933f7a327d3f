"""Gather what a laptop's team brings home (thu thập bảng bàn giao khi về)."""

from collections.abc import Iterator
from datetime import timedelta

from veban.actions.exchange.sync import left_to_send
from veban.actions.numbers.allot import leases_of
from veban.actions.slips.subject import heading, marks
from veban.core.dossiers.codes import DossierState
from veban.core.dossiers.moves import MOVES
from veban.core.dossiers.rows import DossierRow
from veban.core.people.scope import Scope
from veban.core.shared.local_time import local_day
from veban.core.slips.return_list import DayNumbers, Heap, ReturnLine, ReturnList
from veban.store.queries.dossiers import list_carried
from veban.store.queries.messages import MessageSeen, messages_of
from veban.store.queries.queue import dossiers_named
from veban.store.queries.slips import serials_used
from veban.wiring.node import Node
from veban.wiring.number_gaps import gaps_on

HAND_BACK = "hand_back"
DAYS_BACK = timedelta(days=14)
"""How far back the list names numbers, and results whose hand-back is confirmed."""


def gather_return(node: Node) -> ReturnList:
    """Return the list as it stands now."""
    world, x = node.world, node.exchange.x
    now = world.clock.now()
    greeting = x.book.heard(world.me.centre) if world.me.centre else None
    left, files = left_to_send(x, greeting), greeting.missing_files if greeting else 0
    return ReturnList(
        heading=heading(world, world.me.unit, now),
        marks=marks(world),
        node=world.me.node,
        at=now,
        lines=tuple(_lines(node)),
        numbers=tuple(_numbers(node)),
        unsent_entries=left - files,
        unsent_files=files,
    )


def _lines(node: Node) -> Iterator[ReturnLine]:
    scope, me = _scope(node), node.world.me.speaks_as
    sent = messages_of(node.alias, scope, me)
    back = {seen.row.dossier for seen in sent if seen.row.move == HAND_BACK and not seen.refused}
    for row in list_carried(node.alias, scope, me):
        if row.stream not in back:
            heap = Heap.RESULTS if row.state == DossierState.DONE else Heap.PAPERS
            yield ReturnLine(heap, row.code, row.full_name, _desk(row))
    since = node.world.clock.now() - DAYS_BACK
    told = [
        seen
        for seen in sent
        if not _is_confirmed(seen) or (seen.row.move == HAND_BACK and seen.row.at >= since)
    ]
    known = dossiers_named(node.alias, scope, (seen.row.dossier for seen in told))
    for seen in told:
        heap = Heap.HANDED_BACK if seen.row.move == HAND_BACK else Heap.MESSAGES
        name = known[seen.row.dossier].full_name
        yield ReturnLine(heap, seen.row.code, name, _fate(seen))


def _is_confirmed(seen: MessageSeen) -> bool:
    return seen.settled and not seen.refused


def _desk(row: DossierRow) -> str:
    where, _, _ = row.desk.partition(":")
    kept = "cán bộ giữ" if where == "officer" else "trong đồ của tổ"
    return f"{kept}; nhận ngày {local_day(row.received_at):%d/%m/%Y}" if row.received_at else kept


def _fate(seen: MessageSeen) -> str:
    what = MOVES[seen.row.move].title if seen.row.move in MOVES else seen.row.move
    if seen.refused:
        return f"{what}: Trung tâm chưa chấp nhận, cần người xem"
    return f"{what}: Trung tâm đã xác nhận" if seen.settled else f"{what}: chờ xác nhận"


def _numbers(node: Node) -> Iterator[DayNumbers]:
    world = node.world
    leases = leases_of(world.journal, world.me.node)
    if not leases:
        return
    newest, today = leases[-1], local_day(world.clock.now())
    days = serials_used(node.alias, _scope(node), newest.agency, today - DAYS_BACK, today)
    for day, serials in days.items():
        mine = {serial for serial in serials if newest.covers(day, serial)}
        gaps = gaps_on(world, node.alias, world.me.unit, day)
        if mine:
            own = tuple(gap for gap in gaps if gap.node == world.me.node)
            yield DayNumbers(day, len(mine), own)


def _scope(node: Node) -> Scope:
    return Scope(frozenset({node.world.me.unit}), frozenset())
