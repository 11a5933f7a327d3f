"""Show our centre that we are its own (máy tự giới thiệu), should it have been restored."""

from typing import Any

from veban.actions.exchange.exchanging import Exchanging
from veban.core.nodes.events import node_stream
from veban.core.nodes.leases import lane_stream
from veban.core.nodes.rows import node_rows
from veban.core.nodes.writers import peer_of
from veban.core.people.officers import officer_stream
from veban.exchange.introduction import Introduction, pack_introduction


def introduction_to(x: Exchanging, centre: str) -> dict[str, Any]:
    """Return what our centre wrote about us, our numbers and our team, with its signed lists."""
    journal, me = x.world.journal, x.world.me.speaks_as
    own = node_stream(me)
    team = [row.officers.split() for row in node_rows(own, journal.history(own))]
    streams = {
        own,
        *(lane_stream(w) for w in {me, x.world.me.node, *journal.chains()} if peer_of(w) == me),
        *(officer_stream(code) for codes in team for code in codes),
    }
    entries = [e for e in journal.entries_of(sorted(streams)) if peer_of(e.header.node) == centre]
    about = {entry.hash for entry in entries}
    lists = [one for one in x.book.vouched_by(centre) if not about.isdisjoint(one.hashes)]
    return pack_introduction(Introduction(tuple(entries), tuple(lists)))
