"""Gather what was on a laptop (dữ liệu trên máy mất): from its own chain and what went down."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from veban.actions.nodes.find_node import get_node
from veban.actions.numbers.allot import leases_of
from veban.actions.ports import World
from veban.actions.ports_exchange import Book
from veban.actions.slips.lost_people import dossier_people, roster_erased, roster_people
from veban.actions.slips.subject import heading, marks
from veban.core.dossiers.received import DossierReceived
from veban.core.dossiers.state import fold
from veban.core.journal.entry import Entry
from veban.core.nodes.events import NodeRevoked, node_stream
from veban.core.nodes.writers import peer_of
from veban.core.numbers.dossier_code import DossierCode
from veban.core.people.officers import officer_rows, officer_stream
from veban.core.rounds.roster import is_roster
from veban.core.rounds.scans import scans_stream, scans_told
from veban.core.shared.local_time import days_between, local_day
from veban.core.slips.lost_report import LostContent, UnknownNumbers, lost_data

KIND = "lost"


def lost_report(world: World, book: Book, node: str) -> dict[str, object]:
    """Return the data of the report's template; a drill where the laptop is not revoked."""
    return lost_data(gather_lost(world, book, node))


def gather_lost(world: World, book: Book, node: str) -> LostContent:
    """Return whose data of what kind a laptop held, as far as this node can know.

    That is every dossier it wrote in or that was sent down to it, and the rosters of its
    rounds. What it received after it
    was last heard is not known here: the numbers it may have given are named instead.

    Raises:
        NodeUnknown: no such device.
    """
    row = get_node(world.journal, node)
    revoked_at = _revoked_at(world, node)
    streams = _streams(world, book, node)
    dossiers = [fold(world.journal.history(s)) for s in streams if s.startswith("dossier/")]
    known = [dossier for dossier in dossiers if dossier is not None]
    rosters = [world.journal.history(stream) for stream in streams if is_roster(stream)]
    told = scans_told(world.journal.history(scans_stream(row.writer)))
    exposed = dossier_people(world, told, node, known)
    exposed += [person for history in rosters for person in roster_people(history)]
    until = revoked_at or world.clock.now()
    return LostContent(
        heading=heading(world, row.unit, until),
        marks=marks(world),
        node=node,
        name=row.name,
        team=tuple(_name(world, code) for code in row.officers.split()),
        reported_at=revoked_at,
        heard_at=book.heard_at(node),
        erased=sum(dossier.erased for dossier in known),
        erased_of_rosters=sum(map(roster_erased, rosters)),
        exposed=tuple(sorted(exposed, key=lambda one: (one.code == "", one.code))),
        unknown=tuple(_unknown(world, node, row.unit, local_day(until))),
    )


def _streams(world: World, book: Book, node: str) -> list[str]:
    written = {entry.header.stream for entry in _written(world, node)}
    return sorted(written | set(book.given(node)))


def _written(world: World, node: str) -> list[Entry]:
    """Return all that a laptop wrote, under whatever name since it was restored or copied."""
    chains = [chain for chain in sorted(world.journal.chains()) if peer_of(chain) == node]
    return [entry for chain in chains for entry in world.journal.chain(chain)]


def _unknown(world: World, node: str, unit: str, until: date) -> Iterator[UnknownNumbers]:
    """Yield the numbers each day's lane had left, days alike together."""
    entries = _written(world, node)
    if not entries:
        return
    leases = leases_of(world.journal, get_node(world.journal, node).writer)
    highest = _highest(world, {entry.header.stream for entry in entries})
    first_day = local_day(max(entry.header.recorded_at for entry in entries))
    runs = list[UnknownNumbers]()
    for day in days_between(first_day, until):
        lease = next((a for a in reversed(leases) if a.covers_day(day)), None)
        if lease is None or lease.unit != unit or lease.to_serial is None:
            continue
        first = max(lease.from_serial, highest[day] + 1)
        if runs and (runs[-1].first, runs[-1].last) == (first, lease.to_serial):
            runs[-1] = UnknownNumbers(runs[-1].first_day, day, first, lease.to_serial)
        elif first <= lease.to_serial:
            runs.append(UnknownNumbers(day, day, first, lease.to_serial))
    yield from runs


def _highest(world: World, streams: Iterable[str]) -> dict[date, int]:
    highest: dict[date, int] = defaultdict(int)
    for stream in sorted(streams):
        for step in world.journal.history(stream):
            if isinstance(step.event, DossierReceived) and not step.event.paper_slip:
                code = DossierCode.from_text(step.event.code)
                highest[code.day] = max(highest[code.day], code.serial)
    return highest


def _revoked_at(world: World, node: str) -> datetime | None:
    steps = world.journal.history(node_stream(node))
    return next((s.header.occurred_at for s in steps if isinstance(s.event, NodeRevoked)), None)


def _name(world: World, code: str) -> str:
    stream = officer_stream(code)
    rows = officer_rows(stream, world.journal.history(stream))
    return next((row.name for row in rows if row.name), code) or code
