"""Read dossiers (hồ sơ): by what is due, by code, by name; each only within a scope."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from veban.core.dossiers.codes import CLOSED
from veban.core.dossiers.rows import CodeRow, DossierRow, SettledRow
from veban.core.people.scope import Scope
from veban.core.rounds.round import RoundRow
from veban.store.rows.coded import with_code
from veban.store.rows.scoped import of_units, shown, without_person
from veban.store.rows.tables import find_rows, row_tables
from veban.store.rows.writers import of_peer

NEWEST = ("-received_at", "stream")
MOST_TWINS = 10
"""More dossiers than ever carried one code."""
SOONEST = ("due_at", "stream")


@dataclass(frozen=True, slots=True)
class Tracked:
    """What tracking found: the dossier without persons, and whether the characters were its own.

    ``doubled``: several dossiers carry the code, and the characters are of none of them.
    """

    row: DossierRow
    proven: bool
    doubled: bool = False


def list_open(alias: str, scope: Scope, limit: int = 300) -> list[DossierRow]:
    """Return what is not closed, the earliest due date first, those without one last."""
    wanted = of_units(scope) & ~Q(state__in=CLOSED)
    dated = find_rows(DossierRow, alias, wanted & ~Q(due_at=None), order=SOONEST, limit=limit)
    undated = find_rows(DossierRow, alias, wanted & Q(due_at=None), order=NEWEST, limit=limit)
    return shown(scope, (*dated, *undated)[:limit])


def list_contested(alias: str, scope: Scope, limit: int = 100) -> list[DossierRow]:
    """Return the dossiers that wait for a person: a message was refused, or two systems differ."""
    refused = row_tables()[SettledRow].model._default_manager.using(alias).exclude(refused=None)
    wanted = Q(stream__in=refused.values("stream")) | ~Q(contradiction=None)
    found = find_rows(DossierRow, alias, of_units(scope) & wanted, order=NEWEST, limit=limit)
    return shown(scope, found)


def list_received(
    alias: str, scope: Scope, between: tuple[datetime, datetime], limit: int = 300
) -> list[DossierRow]:
    """Return what was received from the first instant on and before the second, newest first."""
    wanted = of_units(scope) & Q(received_at__gte=between[0], received_at__lt=between[1])
    return shown(scope, find_rows(DossierRow, alias, wanted, order=NEWEST, limit=limit))


def list_carried(alias: str, scope: Scope, node: str, limit: int = 2000) -> list[DossierRow]:
    """Return the open dossiers whose paper a laptop's team has, by the number.

    That is: what was handed over to the laptop or to one of its rounds, and what it received
    and an officer still has.
    """
    rounds = find_rows(RoundRow, alias, Q(unit__in=sorted(scope.units), node=node))
    desks = [f"node:{node}", *(f"round:{row.round}" for row in rounds)]
    with_officer = of_peer("origin", node) & Q(desk__startswith="officer:")
    with_team = Q(desk__in=desks) | with_officer
    wanted = of_units(scope) & with_team & ~Q(state__in=CLOSED)
    return shown(scope, find_rows(DossierRow, alias, wanted, order=("code", "stream"), limit=limit))


def find_dossier(alias: str, scope: Scope, code: str) -> DossierRow | None:
    """Return the dossier that a code, ours or an official one, leads to."""
    wanted = of_units(scope) & with_code(alias, Q(code=code))
    found = find_rows(DossierRow, alias, wanted, order=("stream",), limit=MOST_TWINS)
    # Who was renumbered gives way to who carries the code now.
    found.sort(key=lambda row: row.code != code)
    return next(iter(shown(scope, found)), None)


def find_doubled(alias: str, scope: Scope, code: str) -> list[DossierRow]:
    """Return all dossiers that one code leads to, in the order of reception."""
    wanted = of_units(scope) & with_code(alias, Q(code=code))
    order = ("received_at", "stream")
    return shown(scope, find_rows(DossierRow, alias, wanted, order=order, limit=MOST_TWINS))


def codes_of(alias: str, scope: Scope, stream: str) -> list[CodeRow]:
    """Return every code of a dossier, ours first."""
    if not find_rows(DossierRow, alias, of_units(scope) & Q(stream=stream), limit=1):
        return []
    return find_rows(CodeRow, alias, Q(stream=stream), order=("part",))


def track(alias: str, scope: Scope, code: str, tracking: str | None) -> Tracked | None:
    """Return what the public may know of a code; ``tracking`` are the receipt's characters.

    One and the same statement runs whether or not there is such a dossier.
    """
    wanted = of_units(scope) & with_code(alias, Q(code=code))
    found = find_rows(DossierRow, alias, wanted, order=("stream",), limit=MOST_TWINS)
    if not found:
        return None
    own = [row for row in found if tracking is not None and row.tracking == tracking]
    row = (own or found)[0]
    doubled = len(found) > 1 and len(own) != 1
    return Tracked(without_person(row), bool(own) and not doubled, doubled)


def count_states(alias: str, scope: Scope) -> dict[int, int]:
    """Return how many dossiers stand in each state."""
    known = row_tables()[DossierRow].model._default_manager.using(alias)
    counted = known.filter(of_units(scope)).values_list("state").annotate(Count("stream"))
    return {int(state): int(number) for state, number in counted.order_by("state")}


def count_overdue(alias: str, scope: Scope, now: datetime) -> int:
    """Return how many open dossiers, not paused and without a result, are past their date."""
    known = row_tables()[DossierRow].model._default_manager.using(alias)
    late = Q(due_at__lt=now, ended_at=None, paused_at=None) & ~Q(state__in=CLOSED)
    return int(known.filter(of_units(scope) & late).count())
