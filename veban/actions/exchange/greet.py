"""Greet and answer a greeting (chào hỏi): positions, marks, missing files, signed and sealed."""

from collections.abc import Mapping

from veban.actions.exchange.down import prepare_excerpt
from veban.actions.exchange.exchanging import Exchanging, unless_clock_behind
from veban.actions.exchange.offer import drop_arrived_files, offers_for
from veban.actions.exchange.peers import goes_up
from veban.actions.exchange.sealing import Opened, open_part, seal_part
from veban.actions.exchange.telling_invites import hear_invites, invites_for
from veban.actions.exchange.writers import note_writer, peer_heard
from veban.core.nodes.rows import NodeRow
from veban.core.shared.canonical import canonical
from veban.exchange.greeting import WANTED_AT_ONCE, Greeting, greeting_json, read_greeting
from veban.exchange.part import PartKind
from veban.exchange.refusals import BundleBroken, PeerUnknown, PracticeMismatch
from veban.exchange.wire import read_json

NONCE_BYTES = 16


def make_greeting(
    x: Exchanging,
    to: str,
    answers: str | None = None,
    offers: Mapping[str, str] | None = None,
) -> Greeting:
    """Say where this node stands towards ``to``."""
    world = x.world
    mark, wanted = x.book.held_mark(to), x.book.wanted(to)
    return Greeting(
        node=world.me.speaks_as,
        to=to,
        practice=world.me.practice,
        at=world.clock.now(),
        nonce=world.random.token(NONCE_BYTES).hex(),
        positions={node: list(position) for node, position in world.journal.chains().items()},
        mark_count=mark.count,
        mark_digest=mark.digest if mark.count else "",
        wants=tuple(wanted[:WANTED_AT_ONCE]),
        missing_files=len(wanted),
        offers=dict(offers or {}),
        answers=answers,
        backed_up=x.book.backed_up(),
        holds=() if goes_up(world, to) else _held_ends(x, to),
        writer=world.me.node,
        invites=invites_for(x, to),
    )


def _held_ends(x: Exchanging, peer: str) -> tuple[str, ...]:
    """Return where chains end at a peer that go on here, so that it sends nothing twice.

    A restored folder does not know how its former writer's chain went on.
    """
    heard, chains = x.book.heard(peer), x.world.journal.chains()
    ends = [heard.position(node) for node in heard.positions] if heard else []
    here = {entry_hash for _, entry_hash in chains.values()}
    return tuple(
        end[1] for end in ends if end and end[1] not in here and x.world.journal.entry(end[1])
    )


def greeting_part(x: Exchanging, peer: NodeRow, greeting: Greeting) -> bytes:
    """Seal a greeting."""
    return seal_part(x, peer, PartKind.GREETING, canonical(greeting_json(greeting)))


def hear(x: Exchanging, opened: Opened) -> Greeting:
    """Take a greeting in and remember it.

    Raises:
        PracticeMismatch: one of the two is a practice node.
        PeerTooOld: no version in common.
        PeerUnknown: it speaks for somebody else.
        BundleBroken: it is no greeting.
    """
    if opened.kind is not PartKind.GREETING:
        raise BundleBroken(why="greeting")
    greeting = read_greeting(read_json(opened.payload))
    if (greeting.node, greeting.to) != (opened.peer.node, x.world.me.speaks_as):
        raise PeerUnknown(node=greeting.node)
    if greeting.practice != x.world.me.practice:
        raise PracticeMismatch(node=greeting.node)
    x.book.hear(greeting, x.world.clock.now())
    if not goes_up(x.world, greeting.node):
        note_writer(x.world, greeting.node, greeting.writer)
    drop_arrived_files(x, greeting)
    hear_invites(x, greeting)
    return greeting


def answer_greeting(x: Exchanging, part: bytes) -> bytes:
    """Answer a node that greets; its numbers are renewed and what concerns it is numbered.

    Raises:
        Refused: the node may not exchange with us, or the part is broken.
    """
    opened = open_part(x, part)
    greeting = hear(x, opened)
    peer = peer_heard(x, opened.peer.node)
    # The power may have gone between an arrival and what follows from it.
    x.settle_arrivals()
    if not goes_up(x.world, peer.node):
        unless_clock_behind(lambda: x.follow.renew(x.world, peer))
        prepare_excerpt(x, peer, greeting.mark)
    reply = make_greeting(x, peer.node, greeting.nonce, offers_for(x, greeting))
    return greeting_part(x, peer, reply)
