"""One laptop carries another's sealed file to the centre, and the answer back, unread."""

import io

import pytest

from tests.exchange.nodes import DirectLine, join, make_centre, sync
from tests.worlds.lines import receive_command
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.exchange.carry import carry_file, hand_over, receive_file
from veban.actions.exchange.confirmed import confirmed
from veban.actions.exchange.make_bundle import make_bundle
from veban.actions.exchange.take_bundle import take_bundle
from veban.actions.ports_exchange import LineCut
from veban.edges.transport.carried import FileBox
from veban.exchange.refusals import BundleBroken, BundleNotForUs, CentreRefused


@pytest.fixture
def team(tmp_path):
    centre = make_centre(tmp_path)
    carrier, stuck = (join(centre, tmp_path, name) for name in ("Máy 1", "Máy 2"))
    for laptop in (carrier, stuck):
        assert sync(laptop, centre).done
    return centre, carrier, stuck, FileBox(tmp_path / "carried")


def sealed(laptop, to="centre"):
    return io.BytesIO(b"".join(make_bundle(laptop, to)))


def line_of(carrier, centre, *cuts):
    return DirectLine(centre, carrier.world.me.node, frozenset(cuts))


def test_a_dossier_travels_with_another_laptop_and_the_answer_comes_back(team):
    centre, carrier, stuck, box = team
    code = receive_dossier(stuck.world, receive_command("k1"))["code"]
    received = receive_file(carrier, box, sealed(stuck))
    assert (received.taken, received.carried.to) == (None, "centre")
    (given,) = hand_over(carrier, box, line_of(carrier, centre))
    assert given.sender == stuck.world.me.node
    with centre.world.journal.writing() as writing:
        assert writing.find_stream(code)
    (answer,) = box.list()
    assert answer.to == stuck.world.me.node
    with box.find(answer.name).open("rb") as file:
        assert receive_file(stuck, FileBox(box._folder / "own"), file).taken.entries > 0
    assert confirmed(stuck)[0] >= 2
    assert sync(stuck, centre).entries_sent == 0


def test_the_carrier_can_take_nothing_of_it(team):
    _, carrier, stuck, box = team
    kept = carry_file(carrier, box, sealed(stuck))
    with box.find(kept.name).open("rb") as file, pytest.raises(BundleNotForUs):
        take_bundle(carrier, file)


def test_carrying_and_handing_over_twice_is_once(team):
    centre, carrier, stuck, box = team
    receive_dossier(stuck.world, receive_command("k1"))
    file = sealed(stuck)
    assert carry_file(carrier, box, file) == carry_file(carrier, box, file)
    assert len(box.list()) == 1
    list(hand_over(carrier, box, line_of(carrier, centre)))
    before = centre.world.journal.chains()
    carry_file(carrier, box, file)
    list(hand_over(carrier, box, line_of(carrier, centre)))
    assert centre.world.journal.chains()[stuck.world.me.node] == before[stuck.world.me.node]
    assert [one.to for one in box.list()] == [stuck.world.me.node]


def test_a_line_that_breaks_leaves_the_file_with_the_carrier(team):
    centre, carrier, stuck, box = team
    kept = carry_file(carrier, box, sealed(stuck))
    for cut in (1, -1):
        with pytest.raises(LineCut):
            list(hand_over(carrier, box, line_of(carrier, centre, cut)))
        assert kept in box.list()
    assert [one.name for one in hand_over(carrier, box, line_of(carrier, centre))] == [kept.name]


def test_half_a_file_is_not_carried(team):
    _, carrier, stuck, box = team
    with pytest.raises(BundleBroken):
        carry_file(carrier, box, io.BytesIO(sealed(stuck).getvalue()[:-10]))
    assert box.list() == []


def test_one_that_the_centre_refuses_holds_nothing_up(team, tmp_path):
    centre, carrier, stuck, box = team
    stranger = join(make_centre(tmp_path / "elsewhere"), tmp_path / "elsewhere")
    bad = carry_file(carrier, box, sealed(stranger))
    good = carry_file(carrier, box, sealed(stuck))
    assert [one.name for one in hand_over(carrier, box, line_of(carrier, centre))] == [good.name]
    (left,) = [one for one in box.list() if one.sender == bad.sender]
    assert left.refused
    assert list(hand_over(carrier, box, line_of(carrier, centre))) == []


class FullLine(DirectLine):
    """A line to a centre whose disk is full."""

    def upload(self, part):
        raise CentreRefused(why="disk.full")


def test_one_that_the_centre_has_no_room_for_waits_for_the_next_exchange(team):
    centre, carrier, stuck, box = team
    kept = carry_file(carrier, box, sealed(stuck))
    assert list(hand_over(carrier, box, FullLine(centre, carrier.world.me.node))) == []
    assert box.list() == [kept]
    assert [one.name for one in hand_over(carrier, box, line_of(carrier, centre))] == [kept.name]


@pytest.mark.parametrize("name", ["../node.json", "a.b.veban", ""])
def test_only_what_lies_in_the_box_is_found(team, name):
    assert team[3].find(name) is None
