"""Closed rounds of every unit (đợt đã đóng), for the program itself: what it erases after them."""

from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Concat

from veban.core.rounds.roster import RosterErased, RosterLaid, roster_stream
from veban.core.rounds.round import RoundRow
from veban.store.journal.tables import EntryRecord
from veban.store.rows.tables import find_rows


def list_closed_rounds(alias: str) -> list[RoundRow]:
    """Return all closed rounds."""
    return find_rows(RoundRow, alias, Q(closed=True))


def list_rounds_with_roster(alias: str) -> list[RoundRow]:
    """Return the closed rounds whose roster still stands, as its entries tell.

    Its rows do not tell: an edition without people has none, and those before it stay until the
    roster is erased.
    """
    stream = Concat(Value(roster_stream("")), OuterRef("round"))
    entries = EntryRecord._default_manager.using(alias).filter(stream=stream)
    laid, erased = (entries.filter(type=event.TYPE) for event in (RosterLaid, RosterErased))
    return find_rows(RoundRow, alias, Q(Exists(laid), ~Exists(erased), closed=True))
