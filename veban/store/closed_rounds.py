"""Closed rounds of every unit (đợt đã đóng), for the program itself: what it erases after them."""

from django.db.models import Q

from veban.core.rounds.round import RoundRow
from veban.store.rows.tables import find_rows


def list_closed_rounds(alias: str) -> list[RoundRow]:
    """Return all closed rounds."""
    return find_rows(RoundRow, alias, Q(closed=True))
