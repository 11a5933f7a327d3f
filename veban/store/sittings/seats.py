"""People whose card was read at a sitting (người trong lượt đến), until a dossier names them."""

import json
from datetime import datetime, timedelta

from veban.core.dossiers.commands import Applicant
from veban.core.people.scope import Scope
from veban.core.shared.shape import read_shape, write_shape
from veban.store.sittings.tables import SeatRecord

KEPT = timedelta(days=2)
"""A sitting ends with its day; what was read from a card is no register of anybody."""


def note_seat(alias: str, unit: str, sitting: str, person: Applicant, now: datetime) -> None:
    """Keep who sits at the table, and forget whoever sat there days ago."""
    forget_seats(alias, now)
    written = json.dumps(write_shape(person), ensure_ascii=False, sort_keys=True)
    known = SeatRecord._default_manager.using(alias)
    known.create(at=now, unit=unit, sitting=sitting, person=written)


def list_seats(alias: str, scope: Scope, sitting: str) -> list[Applicant]:
    """Return whose cards were read at a sitting of the scope's units, the first one first."""
    if not scope.persons:
        return []
    found = SeatRecord._default_manager.using(alias).filter(
        sitting=sitting, unit__in=sorted(scope.units)
    )
    written = found.order_by("number").values_list("person", flat=True)
    return [read_shape(Applicant, json.loads(text)) for text in written]


def forget_seats(alias: str, now: datetime) -> int:
    """Remove whoever sat at a table too long ago; return how many."""
    return int(SeatRecord._default_manager.using(alias).filter(at__lt=now - KEPT).delete()[0])
