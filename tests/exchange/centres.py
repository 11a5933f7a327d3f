"""A province, communes with nodes of their own behind it, and a laptop behind one of them."""

from dataclasses import replace
from pathlib import Path

from tests.exchange.nodes import PACKING, MemoryInvitations, exchanging, join_as
from tests.worlds.memory import STAFF, memory_world
from veban.actions.exchange.exchanging import Exchanging
from veban.actions.nodes.add_unit import UnitFounding
from veban.actions.nodes.found import Founding, found_centre
from veban.actions.nodes.invite import invite_centre
from veban.actions.nodes.join import answer_join, begin_node
from veban.actions.people.add_officer import add_officer
from veban.core.nodes.events import NodeKind
from veban.core.people.unit_settings import Mode
from veban.edges.keys.node_keys import NodeKeys
from veban.exchange.join import make_request, read_answer
from veban.exchange.token import read_token

PROVINCE_UNIT, A, B = "11", "03172", "03127"


def make_province(folder: Path) -> Exchanging:
    """Return the province's node; its clock is everybody's."""
    world = replace(memory_world("province", NodeKind.PROVINCE), keys=NodeKeys.generate())
    world = replace(world, me=replace(world.me, unit=PROVINCE_UNIT))
    found_centre(world, Founding(Mode.FULL))
    return exchanging(world, folder)


def join_commune(province: Exchanging, folder: Path, unit: str) -> Exchanging:
    """Return a commune's node that has just joined, with a team whose codes end in its unit."""
    invitations = MemoryInvitations()
    founding = UnitFounding(unit, Founding(Mode.FULL))
    invited = invite_centre(province.world, invitations, f"Máy {unit}", founding)
    keys, token = NodeKeys.generate(), read_token(invited["token"])
    request = make_request(token, keys.public_key, keys.recipient)
    document = answer_join(province.world, invitations, request, lambda codes: {})
    answer = read_answer(document, token, PACKING.genuine)
    world = replace(memory_world(answer.node, answer.kind), keys=keys, clock=province.world.clock)
    me = replace(world.me, unit=answer.unit, centre=answer.centre)
    x = exchanging(replace(world, me=me), folder)
    begin_node(x.world, answer)
    for code, name, role in STAFF:
        add_officer(x.world, f"{code}-{unit}", name, [role], unit)
    return x


def join_laptop(commune: Exchanging, folder: Path) -> Exchanging:
    """Return a laptop of a commune's receiver."""

    def make(node, keys):
        world = replace(memory_world(node, NodeKind.FIELD), keys=keys, clock=commune.world.clock)
        return exchanging(replace(world, me=replace(world.me, unit=commune.world.me.unit)), folder)

    officer = f"lan-{commune.world.me.unit}"
    return join_as(commune, MemoryInvitations(), make, "Máy đi bản", [officer])
