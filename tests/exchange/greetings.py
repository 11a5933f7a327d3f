"""Greetings as programs of other versions say them."""

from veban.actions.exchange.exchanging import Exchanging
from veban.actions.exchange.greet import make_greeting
from veban.actions.exchange.peers import get_peer
from veban.actions.exchange.sealing import seal_part
from veban.core.shared.canonical import canonical
from veban.exchange.greeting import greeting_json
from veban.exchange.part import PartKind


def greeting_of(x: Exchanging, to: str = "centre", **changes: object) -> bytes:
    """Return a sealed greeting in which some keys say something else."""
    body = greeting_json(make_greeting(x, to)) | changes
    return seal_part(x, get_peer(x.world, to), PartKind.GREETING, canonical(body))
