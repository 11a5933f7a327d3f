"""Two folders of one laptop, restored from one backup or copied, live beside each other."""

from dataclasses import replace
from datetime import date

import pytest

from tests.exchange.nodes import exchanging, join, make_centre, sync
from tests.worlds.lines import receive_command
from tests.worlds.memory import carry, memory_world
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.exchange.make_pack import Ground, make_pack
from veban.actions.nodes.renew import begin_writer
from veban.actions.once import Decided, once
from veban.actions.ports import Step
from veban.actions.rounds.open_round import RoundPlan, open_round
from veban.core.nodes.events import NodeKind, NodeRecognised, node_stream
from veban.core.nodes.writers import NodeRenewed


@pytest.fixture
def centre(tmp_path):
    return make_centre(tmp_path)


@pytest.fixture
def laptop(centre, tmp_path):
    """A laptop from whose backup two folders are restored."""
    made = join(centre, tmp_path)
    assert sync(made, centre).done
    return made


def restored_as(laptop, suffix, folder):
    """Return the folder that a backup of a laptop, made now, is restored to."""
    peer = laptop.world.me.node
    world = memory_world(f"{peer}-r{suffix}", NodeKind.FIELD)
    me = replace(world.me, peer=peer, centre=laptop.world.me.centre)
    world = replace(world, me=me, keys=laptop.world.keys, clock=laptop.world.clock)
    carry(laptop.world, world)
    begin_writer(world, "restored")
    x = exchanging(world, folder)
    x.book.as_copied(laptop.book)
    return x


def received(x, key):
    return receive_dossier(x.world, receive_command(key))["code"]


@pytest.fixture
def twins(laptop, tmp_path):
    return [restored_as(laptop, f"0000000{n}", tmp_path) for n in (1, 2)]


def test_each_gets_numbers_of_its_own(centre, twins):
    codes = []
    for turn in range(2):
        for n, twin in enumerate(twins):
            assert sync(twin, centre).done
            codes.append(received(twin, f"{turn}-{n}"))
            assert sync(twin, centre).done
    assert len(set(codes)) == 4
    for code in codes:
        with centre.world.journal.writing() as writing:
            assert writing.find_stream(code)


def test_nothing_of_it_waits_for_a_place_and_the_pack_can_be_made(centre, laptop, twins):
    for twin in twins:
        assert sync(twin, centre).done
    assert centre.world.journal.unplaced() == []
    assert [twin.world.journal.unplaced() for twin in twins] == [[], []]
    assert make_pack(centre, opened(centre, laptop), ground(centre)).head.lane_until > "2027"


def opened(centre, laptop):
    plan = RoundPlan("Đợt", [date(2026, 11, 24)], ["Na Pheo"], laptop.world.me.node, ["lan"])
    return open_round(centre.world, centre.world.me.unit, plan)


def ground(centre):
    return Ground("law", centre.world.journal.unplaced())


def test_a_name_that_a_copy_once_claimed_in_the_nodes_stream_keeps_no_pack_from_being_made(
    centre, laptop, twins
):
    """Copies said it there before each had a stream of its own; the second lost its place."""
    claim_in_node_stream(laptop, twins[0])
    claim_in_node_stream(laptop, twins[1])
    for twin in twins:
        assert sync(twin, centre).done
    waiting = centre.world.journal.unplaced()
    assert {entry.header.type for entry in waiting} == {NodeRenewed.TYPE}
    assert all(received(twin, f"k{n}") for n, twin in enumerate(twins))
    assert make_pack(centre, opened(centre, laptop), ground(centre)).head.lane_until > "2027"


def claim_in_node_stream(laptop, twin):
    peer, writer = laptop.world.me.node, twin.world.me.node
    stream = node_stream(peer)
    event = NodeRenewed(peer, writer, peer, "restored")

    def decide(writing):
        step = Step(stream, len(writing.history(stream)), [event], twin.world.clock.now(), "node")
        return Decided([step], {})

    once(twin.world, f"claim:{writer}", writer, decide)


def own_entry(x, key):
    """Write what goes up and comes down to nobody."""
    stream = f"aside/{key}"
    event = NodeRecognised(x.world.me.speaks_as, key)
    step = Step(stream, 0, [event], x.world.clock.now(), "node")
    once(x.world, f"aside:{key}", key, lambda _: Decided([step], {}))


@pytest.mark.parametrize("ends_aside", [False, True])
def test_a_folder_beside_its_original_has_nothing_left_and_sends_nothing_twice(
    centre, laptop, tmp_path, ends_aside
):
    received(laptop, "before")
    twin = restored_as(laptop, "00000001", tmp_path / "twin")
    for n in range(3):
        own_entry(laptop, f"after-{n}")
        received(laptop, f"after-{n}")
    sync(laptop, centre)
    if ends_aside:
        own_entry(laptop, "last")
        sync(laptop, centre)
    sync(twin, centre)
    for turn in range(2):
        received(twin, f"twin-{turn}")
        for x in (twin, laptop):
            moved = sync(x, centre)
            assert (moved.left, moved.done) == (0, True)
            again = sync(x, centre)
            assert (again.entries_sent, again.left) == (0, 0)
        received(laptop, f"laptop-{turn}")
        assert sync(laptop, centre).entries_sent == 2
