"""A laptop that joined a centre, without the exchange: for tests of use cases alone."""

from tests.worlds.memory import carry, joined_laptop
from veban.actions.numbers.lease import renew_lane
from veban.actions.once import Decided, once
from veban.actions.ports import Step, World
from veban.core.nodes.events import NodeInvited, NodeJoined, node_stream
from veban.core.nodes.rows import node_rows


def join_laptop(centre: World, name: str) -> World:
    """Return a laptop with a lane of its own that knows what the centre knows."""
    laptop = joined_laptop(centre, name)
    stream = node_stream(name)
    invited = NodeInvited(name, name, centre.me.unit, ("lan",))
    joined = NodeJoined(name, laptop.keys.public_key, laptop.keys.recipient)
    step = Step(stream, 0, [invited, joined], centre.clock.now(), "node")
    once(centre, f"join:{name}", name, lambda _: Decided([step], {}))
    renew_lane(centre, node_rows(stream, centre.journal.history(stream))[0])
    carry(centre, laptop)
    return laptop
