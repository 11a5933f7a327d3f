"""Nodes that exchange, in one process: memory journals, real keys, real sealed parts."""

import io
from dataclasses import dataclass, replace
from pathlib import Path

from tests.exchange.memory_book import MemoryBook
from tests.worlds.memory import NA_SANG, STAFF, memory_world
from veban.actions.exchange.down import excerpt_part
from veban.actions.exchange.exchanging import Exchanging
from veban.actions.exchange.greet import answer_greeting
from veban.actions.exchange.make_bundle import make_bundle
from veban.actions.exchange.offer import find_offered
from veban.actions.exchange.peers import get_peer
from veban.actions.exchange.sync import Sync
from veban.actions.exchange.take_bundle import take_file
from veban.actions.nodes.found import Founding, found_centre
from veban.actions.nodes.invite import invite_node
from veban.actions.nodes.join import answer_join, begin_node
from veban.actions.people.add_officer import add_officer
from veban.actions.ports_exchange import LineCut
from veban.core.nodes.events import NodeKind
from veban.core.people.unit_settings import Mode
from veban.edges.keys.node_keys import NodeKeys
from veban.edges.transport.outbox import FileOutbox
from veban.edges.transport.packing import AgePacking
from veban.exchange.join import make_request, read_answer
from veban.exchange.token import read_token

PACKING = AgePacking()


class MemoryInvitations(dict):
    def keep(self, invitation):
        self[invitation.mark] = invitation

    def find(self, mark):
        return self.get(mark)


def exchanging(world, folder: Path) -> Exchanging:
    outbox = FileOutbox(folder / world.me.node)
    return Exchanging(world, MemoryBook(world.journal), PACKING, outbox)


def make_centre(folder: Path) -> Exchanging:
    world = replace(memory_world("centre"), keys=NodeKeys.generate())
    fill_centre(world)
    return exchanging(world, folder)


def fill_centre(world) -> None:
    """Found a centre with one officer of each role."""
    found_centre(world, Founding(Mode.FULL))
    for code, name, role in STAFF:
        add_officer(world, code, name, [role], NA_SANG)


def join(centre: Exchanging, folder: Path, name="Máy 1", officers=("lan",)) -> Exchanging:
    """Return a laptop that has just joined; it has not exchanged yet."""

    def make(node, keys):
        world = replace(memory_world(node, NodeKind.FIELD), keys=keys, clock=centre.world.clock)
        return exchanging(world, folder)

    return join_as(centre, MemoryInvitations(), make, name, officers)


def join_as(centre: Exchanging, invitations, make, name="Máy 1", officers=("lan",)) -> Exchanging:
    """Let a laptop join; ``make`` returns it from its id and keys."""
    invited = invite_node(centre.world, invitations, name, officers)
    keys, token = NodeKeys.generate(), read_token(invited["token"])
    request = make_request(token, keys.public_key, keys.recipient)
    document = answer_join(centre.world, invitations, request, lambda codes: {})
    answer = read_answer(document, token, PACKING.genuine)
    x = make(answer.node, keys)
    x = replace(x, world=replace(x.world, me=replace(x.world.me, centre=answer.centre)))
    begin_node(x.world, answer)
    return x


@dataclass(slots=True)
class DirectLine:
    """The centre in the same process; ``cuts`` says at which calls the line breaks.

    A number in ``cuts`` breaks before the call, its negative after it was carried out.
    """

    centre: Exchanging
    peer: str
    cuts: frozenset[int] = frozenset()
    calls: int = 0
    carried: int = 0

    def _carry(self, act):
        self.calls += 1
        if self.calls in self.cuts:
            raise LineCut
        answer = act()
        if -self.calls in self.cuts:
            raise LineCut
        return answer

    def greet(self, part):
        return self._carry(lambda: answer_greeting(self.centre, part))

    def upload(self, part):
        content = part.read_bytes()
        self._carry(lambda: take_file(self.centre, io.BytesIO(content)))

    def bundle_for(self, node):
        return self._carry(lambda: b"".join(make_bundle(self.centre, node)))

    def excerpt(self, mark):
        peer = get_peer(self.centre.world, self.peer)
        found = self._carry(lambda: excerpt_part(self.centre, peer, mark))
        return found and found.path.read_bytes()

    def file(self, name):
        return self._carry(lambda: find_offered(self.centre, self.peer, name)).read_bytes()


def sync(laptop: Exchanging, centre: Exchanging, *cuts: int):
    line = DirectLine(centre, laptop.world.me.speaks_as, frozenset(cuts))
    return Sync(laptop, line, pause=lambda seconds: None).run()


def entries_by(x: Exchanging, node: str) -> list[str]:
    return [entry.hash for entry in x.world.journal.chain(node)]
