"""Read what lies nowhere (đang trên đường, thất lạc): dossiers released, envelopes in bags."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.db.models import Q

from veban.core.bags.bag import Bag, BagRow, BagState, fold_bag
from veban.core.bags.underway import IN_BAG, MISSING_FROM, Envelope, envelopes_underway
from veban.core.catalogue import EVENTS
from veban.core.dossiers.codes import CLOSED, DossierState
from veban.core.dossiers.events import HolderReleased
from veban.core.dossiers.rows import DossierRow
from veban.core.journal.history import placed
from veban.core.people.scope import Scope
from veban.store.journal.reading import chunks, entries_of_streams, last_entries
from veban.store.rows.scoped import without_person
from veban.store.rows.tables import find_rows

LONGEST_LIST = 500
OPEN = sorted(set(DossierState) - CLOSED)
"""Named one by one, so that the index of unit and state serves."""


@dataclass(frozen=True, slots=True)
class Released:
    """A dossier that was released and not yet accepted; ``since`` when, by which node."""

    row: DossierRow
    since: datetime | None
    giver: str


@dataclass(frozen=True, slots=True)
class EnvelopeSeen:
    """An envelope at no desk; ``row`` is None where its dossier has not come here."""

    envelope: Envelope
    row: DossierRow | None

    @property
    def code(self) -> str:
        """Return the dossier's code."""
        return self.row.code if self.row else self.envelope.code


def list_released(alias: str, scope: Scope, round_id: str | None = None) -> list[Released]:
    """Return the dossiers that nobody holds since they are on their way, the longest first."""
    wanted = _dossiers(scope, round_id) & Q(releasing_to__isnull=False)
    order = ("received_at", "stream")
    rows = find_rows(DossierRow, alias, wanted, order=order, limit=LONGEST_LIST)
    steps = last_entries(alias, [row.stream for row in rows], HolderReleased.TYPE)
    found = []
    for row in rows:
        step = steps.get(row.stream)
        since, giver = (step.occurred_at, step.node) if step else (None, "")
        found.append(Released(_shown(scope, row), since, giver))
    return sorted(found, key=lambda one: (one.since is not None, one.since))


def list_envelopes(alias: str, scope: Scope, round_id: str | None = None) -> list[EnvelopeSeen]:
    """Return the envelopes that are in a bag or missing from one, the longest first."""
    at_no_desk = Q(desk__startswith=f"{IN_BAG}:") | Q(desk__startswith=f"{MISSING_FROM}:")
    wanted = _dossiers(scope, round_id) & at_no_desk & Q(state__in=OPEN)
    rows = {row.stream: row for row in _oldest(alias, wanted)}
    desks = {stream: row.desk for stream, row in rows.items()}
    found = envelopes_underway(desks, _bags(alias, scope, desks.values()))
    listed = [one.stream for one in found if one.stream not in rows]
    for part in chunks(listed):
        wanted = _dossiers(scope, round_id) & Q(stream__in=part)
        rows |= {row.stream: row for row in find_rows(DossierRow, alias, wanted)}
    return [
        EnvelopeSeen(one, _shown(scope, rows[one.stream]) if one.stream in rows else None)
        for one in found
        if one.stream in rows or round_id is None
    ]


def _bags(alias: str, scope: Scope, desks: Iterable[str]) -> Iterator[Bag]:
    """Yield the bags that were not received, and those that desks name."""
    numbers = sorted({desk.partition(":")[2] for desk in desks})
    wanted = ~Q(state=BagState.RECEIVED.value) | Q(number__in=numbers)
    within = Q(unit__in=sorted(scope.units))
    rows = find_rows(
        BagRow, alias, within & wanted, order=("opened_at", "stream"), limit=LONGEST_LIST
    )
    entries = entries_of_streams(alias, [row.stream for row in rows])
    for _stream, steps in groupby(entries, key=lambda entry: entry.header.stream):
        bag = fold_bag([placed(entry, EVENTS.read(entry)) for entry in steps])
        if bag is not None:
            yield bag


def _oldest(alias: str, wanted: Q) -> list[DossierRow]:
    return find_rows(DossierRow, alias, wanted, order=("received_at", "stream"), limit=LONGEST_LIST)


def _dossiers(scope: Scope, round_id: str | None) -> Q:
    units = sorted(scope.units)
    within = Q(unit__in=units) | Q(competent_unit__in=units)
    return within if round_id is None else within & Q(round=round_id)


def _shown(scope: Scope, row: DossierRow) -> DossierRow:
    return row if scope.persons else without_person(row)
