"""When nodes last spoke to this one (lần trao đổi cuối): the node's own book, for no reader."""

from collections.abc import Iterable
from datetime import datetime

from veban.store.exchange.tables import HeardRecord


def last_heard(alias: str, nodes: Iterable[str]) -> dict[str, datetime]:
    """Return when each of some nodes last greeted; one that never did is left out."""
    found = HeardRecord._default_manager.using(alias).filter(peer__in=sorted(set(nodes)))
    return dict(found.values_list("peer", "heard_at"))
