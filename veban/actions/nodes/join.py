"""Join a centre (kết nối máy lưu động): the centre answers a request, the laptop begins."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from veban.actions.nodes.find_node import get_node
from veban.actions.nodes.invite import Invitation, Invitations
from veban.actions.numbers.lease import renew_lane
from veban.actions.once import Decided, once
from veban.actions.ports import Step, World, Writing
from veban.core.nodes.events import NodeFounded, NodeJoined, NodeKind, node_stream
from veban.core.nodes.leases import lane_stream
from veban.core.people.unit_settings import unit_stream
from veban.exchange.join import (
    JoinAnswer,
    JoinRequest,
    is_proved,
    make_answer,
    pack_entries,
    read_entries,
    read_request,
)
from veban.exchange.refusals import TokenWrong


def answer_join(
    world: World,
    invitations: Invitations,
    document: bytes,
    invites: Callable[[list[str]], Mapping[str, str]],
) -> bytes:
    """Let a laptop in that was invited, and say who we are.

    The same laptop may ask again with the same keys: its first answer may have been lost.

    Args:
        world: The centre.
        invitations: Its open invitations.
        document: The request.
        invites: Officers' codes → digest of the invite each has not used yet.

    Returns:
        The signed answer.

    Raises:
        TokenWrong: no such invitation, too late, used by another laptop, or not given for the
            officer who sits there, who may try again with the right code.
    """
    request = read_request(document)
    invitation = _check(world, invitations, request)
    row = get_node(world.journal, invitation.node)
    if request.officer and request.officer not in row.officers.split():
        raise TokenWrong(why="officer")
    invitations.keep(replace(invitation, used_by=request.public_key))
    _write_joined(world, invitation.node, request)
    me, streams = world.me, [node_stream(world.me.speaks_as), node_stream(invitation.node)]
    if row.kind == NodeKind.CENTRE:
        renew_lane(world, get_node(world.journal, invitation.node))
        streams += [unit_stream(row.unit), lane_stream(invitation.node)]
    answer = JoinAnswer(
        node=invitation.node,
        unit=row.unit,
        practice=me.practice,
        centre=me.speaks_as,
        centre_key=world.keys.public_key,
        centre_recipient=world.keys.recipient,
        answers=request.mark,
        officers=dict(invites(row.officers.split())),
        entries=pack_entries(list(world.journal.entries_of(streams))),
        kind=NodeKind(row.kind),
    )
    return make_answer(answer, world.keys.sign)


def begin_node(world: World, answer: JoinAnswer) -> None:
    """Write a node's first entry, behind what its centre said about it.

    Args:
        world: The new laptop, or a commune's node, with the keys it joined with.
        answer: What the centre answered.
    """
    with world.journal.writing() as writing:
        writing.receive(read_entries(answer.entries))
    me = world.me
    founded = NodeFounded(
        me.node, me.unit, me.kind, world.keys.public_key, world.keys.recipient, me.practice
    )
    stream = node_stream(me.node)

    def decide(writing: Writing) -> Decided:
        version = len(writing.history(stream))
        return Decided([Step(stream, version, [founded], world.clock.now(), "node")], {})

    once(world, f"found:{me.node}", me.node, decide)


def _check(world: World, invitations: Invitations, request: JoinRequest) -> Invitation:
    invitation = invitations.find(request.mark)
    if invitation is None or not is_proved(invitation.secret, request):
        raise TokenWrong(why="unknown")
    if invitation.used_by not in (None, request.public_key):
        raise TokenWrong(why="used")
    if invitation.used_by is None and world.clock.now() > invitation.until:
        raise TokenWrong(why="late")
    return invitation


def _write_joined(world: World, node: str, request: JoinRequest) -> None:
    stream = node_stream(node)
    joined = NodeJoined(node, request.public_key, request.recipient)

    def decide(writing: Writing) -> Decided:
        version = len(writing.history(stream))
        return Decided([Step(stream, version, [joined], world.clock.now(), "node")], {})

    once(world, f"join:{node}", [request.public_key, request.recipient], decide)
