"""Invites in a greeting (lời mời trong lời chào): from a centre to its laptop, never back."""

from datetime import datetime
from typing import Any

from veban.actions.exchange.exchanging import Exchanging
from veban.actions.exchange.peers import get_peer, goes_up
from veban.actions.people.told_invites import ToldInvite, keep_invites, tell_invites
from veban.core.nodes.events import NodeKind
from veban.core.people.officers import officers_of_streams
from veban.exchange.greeting import Greeting


def invites_for(x: Exchanging, to: str) -> dict[str, Any]:
    """Return what a laptop is told of the invites of the officers it was given.

    These are the officers it was invited with and those of its rounds; a commune's node, our
    centre and a node without accounts are told nothing.
    """
    if x.accounts is None or goes_up(x.world, to):
        return {}
    if get_peer(x.world, to).kind != NodeKind.FIELD:
        return {}
    told = tell_invites(x.accounts, officers_of_streams(x.book.given(to)))
    return {code: [one.hashed, one.given_at.isoformat()] for code, one in told.items()}


def hear_invites(x: Exchanging, greeting: Greeting) -> None:
    """Keep what our centre's greeting says of invites; nobody else says anything about them.

    Raises:
        ValueError: the greeting is malformed.
    """
    if x.accounts is None or not goes_up(x.world, greeting.node):
        return
    if x.world.me.kind is NodeKind.FIELD:
        keep_invites(x.accounts, {code: _read(one) for code, one in greeting.invites.items()})


def _read(told: Any) -> ToldInvite:
    hashed, given_at = told
    return ToldInvite(str(hashed), datetime.fromisoformat(str(given_at)))
