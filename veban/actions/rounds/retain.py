"""Let go of the people of closed rounds (xóa dữ liệu sau đợt).

The centre opened the round and its roster, so the centre writes the entry that erases the roster;
it travels down, and the laptop's copy goes with it. It is written when days have passed, the
laptop has greeted since the closing, and the centre's verified backup holds all that the laptop
had written by then: what was received from those people is safe before the list of them goes.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from veban.actions.exchange.exchanging import Exchanging
from veban.actions.nodes.find_node import get_node
from veban.actions.once import Decided, once
from veban.actions.ports import Step, Writing
from veban.core.nodes.writers import peer_of
from veban.core.rounds.retention import DAYS_KEPT, closed_at, is_due
from veban.core.rounds.roster import RosterErased, is_erased, last_edition, roster_stream
from veban.core.rounds.round import RoundRow, round_stream


def erase_rosters(x: Exchanging, rounds: Sequence[RoundRow], days: int = DAYS_KEPT) -> int:
    """Erase the rosters of closed rounds whose dossiers a verified backup holds.

    Args:
        x: This node. Only rounds opened here count: elsewhere the entry arrives.
        rounds: Those whose roster still stands; others are passed over.
        days: How many days after the closing.

    Returns:
        How many rosters were erased.
    """
    journal, now = x.world.journal, x.world.clock.now()
    erased = 0
    for row in rounds:
        history = journal.history(round_stream(row.round))
        is_ours = history and peer_of(history[0].header.node) == x.world.me.speaks_as
        if is_ours and is_due(history, now, days) and _is_safe(x, row):
            erased += _erase(x, row.round)
    return erased


def _is_safe(x: Exchanging, row: RoundRow) -> bool:
    """Tell whether a verified backup holds all that the round's laptop wrote."""
    if not _is_backed_up(x, row.node, x.world.journal.chains()):
        return False
    if get_node(x.world.journal, row.node).state == "revoked":
        return True
    closed = closed_at(x.world.journal.history(round_stream(row.round)))
    heard, heard_at = x.book.heard(row.node), x.book.heard_at(row.node)
    if heard is None or heard_at is None or closed is None or heard_at <= closed:
        return False
    return heard.position(row.node) is not None and _is_backed_up(x, row.node, heard.positions)


def _is_backed_up(x: Exchanging, laptop: str, positions: Mapping[str, Any]) -> bool:
    """Tell whether a verified backup reaches as far as all of a laptop's chains in a list."""
    kept = x.book.backed_up()
    return all(
        int(position[0]) <= int(kept.get(chain, (0, ""))[0])
        for chain, position in positions.items()
        if peer_of(chain) == laptop
    )


def _erase(x: Exchanging, round_id: str) -> int:
    stream = roster_stream(round_id)

    def decide(writing: Writing) -> Decided:
        history = writing.history(stream)
        if not last_edition(history) or is_erased(history):
            return Decided([], {"erased": 0})
        step = Step(stream, len(history), [RosterErased(round_id)], x.world.clock.now(), "node")
        return Decided([step], {"erased": 1})

    key = f"retain:{x.world.random.token(8).hex()}"
    return int(once(x.world, key, round_id, decide)["erased"])
