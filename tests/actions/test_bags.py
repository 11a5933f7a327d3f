"""A bag from the village to the centre and back: desks follow it, differences are named."""

import pytest

from tests.actions.joining import join_laptop
from tests.worlds.lines import receive_command
from tests.worlds.memory import carry, staffed_centre
from veban.actions.bags.hand_over import BagAct
from veban.actions.bags.pack import NewBag, open_bag, pack, send_bag, send_carriage, take_out
from veban.actions.bags.unpack import arrive, receive_bag
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.dossiers.release import accept_releases, release_ready
from veban.actions.dossiers.settle import settle_messages
from veban.actions.nodes.find_node import NodeUnknown
from veban.actions.nodes.revoke import revoke_node
from veban.core.bags.bag import BagState, fold_bag
from veban.core.bags.refusals import (
    BagClosed,
    BagDiffers,
    BagEmpty,
    BagNotForHere,
    BagNotSent,
    BagTakerUnfit,
    BagUnknown,
    EnvelopeElsewhere,
)
from veban.core.dossiers.state import fold


@pytest.fixture
def centre():
    return staffed_centre()


@pytest.fixture
def laptop(centre):
    return join_laptop(centre, "laptop")


def take_in(world, *keys):
    return [receive_dossier(world, receive_command(key))["code"] for key in keys]


def desk(world, code):
    with world.journal.writing() as writing:
        return fold(writing.history(writing.find_stream(code))).desk


def meet(laptop, centre):
    """Let the laptop exchange with the centre until nothing is left to do."""
    release_ready(laptop, "centre")
    carry(laptop, centre)
    accept_releases(centre)
    settle_messages(centre)
    carry(centre, laptop)


def packed(laptop, codes):
    bag = open_bag(laptop, NewBag("open", "centre", "lan"))["bag"]
    for code in codes:
        pack(laptop, BagAct(f"in {code}", bag, "lan"), code)
    return bag


def test_the_desk_of_each_paper_goes_with_the_bag(centre, laptop):
    first, second = take_in(laptop, "a", "b")
    bag = packed(laptop, [first, second])
    number = fold_bag(laptop.journal.history(f"bag/{bag}")).opened.number
    assert desk(laptop, first) == f"bag:{number}"
    send_bag(laptop, BagAct("send", bag, "lan"), [first, second])
    meet(laptop, centre)
    assert desk(centre, second) == f"bag:{number}"
    for code in (first, second):
        assert arrive(centre, BagAct(f"out {code}", bag, "lan"), code)["listed"]
    assert receive_bag(centre, BagAct("received", bag, "lan"))["missing"] == []
    assert desk(centre, first) == desk(centre, second) == "officer:lan"


def test_a_scan_twice_and_a_post_twice_are_one_envelope(laptop):
    (code,) = take_in(laptop, "a")
    bag = packed(laptop, [code])
    first = pack(laptop, BagAct(f"in {code}", bag, "lan"), code)
    again = pack(laptop, BagAct("another key", bag, "lan"), code)
    assert "already" not in first
    assert again["already"]
    assert list(fold_bag(laptop.journal.history(f"bag/{bag}")).listed.values()) == [code]


def test_after_the_laptop_let_go_the_packing_is_a_message_that_the_centre_takes(centre, laptop):
    (code,) = take_in(laptop, "a")
    meet(laptop, centre)
    bag = packed(laptop, [code])
    send_bag(laptop, BagAct("send", bag, "lan"), [code])
    meet(laptop, centre)
    assert desk(centre, code).startswith("bag:")
    assert desk(laptop, code).startswith("bag:")


def test_what_differs_needs_a_word_and_the_missing_paper_is_named(centre, laptop):
    first, second, third = take_in(laptop, "a", "b", "c")
    bag = packed(laptop, [first, second])
    with pytest.raises(BagDiffers) as refused:
        send_bag(laptop, BagAct("s1", bag, "lan"), [first, second, third])
    assert refused.value.details == {"extra": 0, "missing": 1}
    send_bag(laptop, BagAct("s2", bag, "lan", "Bì thứ ba còn chờ chữ ký"), [first, second, third])
    meet(laptop, centre)
    arrive(centre, BagAct("o1", bag, "lan"), first)
    assert not arrive(centre, BagAct("o2", bag, "lan"), third)["listed"]
    with pytest.raises(BagDiffers):
        receive_bag(centre, BagAct("r1", bag, "lan"))
    done = receive_bag(centre, BagAct("r2", bag, "lan", "Túi ướt, tìm tiếp ở thuyền"))
    assert (done["missing"], done["extra"]) == ([second], [third])
    assert desk(centre, second).startswith("missing:")
    assert desk(centre, third) == "officer:lan"
    assert centre.journal.verify()[1] == []
    assert centre.journal.rebuild()[1]


def test_an_envelope_is_in_one_bag_and_can_be_taken_out(laptop):
    (code,) = take_in(laptop, "a")
    bag = packed(laptop, [code])
    other = open_bag(laptop, NewBag("other", "centre", "lan"))["bag"]
    with pytest.raises(EnvelopeElsewhere):
        pack(laptop, BagAct("x", other, "lan"), code)
    take_out(laptop, BagAct("out", bag, "lan"), code)
    assert desk(laptop, code) == "officer:lan"
    pack(laptop, BagAct("y", other, "lan"), code)


def test_a_bag_is_packed_where_it_was_opened_and_received_where_it_goes(centre, laptop):
    (code,) = take_in(laptop, "a")
    bag = packed(laptop, [code])
    with pytest.raises(BagUnknown):
        arrive(centre, BagAct("1", bag, "lan"), code)
    meet(laptop, centre)
    with pytest.raises(BagNotSent):
        arrive(centre, BagAct("2", bag, "lan"), code)
    with pytest.raises(BagNotForHere):
        pack(centre, BagAct("3", bag, "lan"), code)
    with pytest.raises(BagNotForHere):
        arrive(laptop, BagAct("4", bag, "lan"), code)
    send_bag(laptop, BagAct("5", bag, "lan"), [code])
    with pytest.raises(BagClosed):
        pack(laptop, BagAct("6", bag, "lan"), code)


def test_a_paper_that_comes_before_its_data_is_still_written_down(centre, laptop):
    bag = packed(laptop, take_in(laptop, "a"))
    send_bag(laptop, BagAct("send", bag, "lan", "đủ"), [])
    meet(laptop, centre)
    found = arrive(centre, BagAct("o", bag, "lan"), "H18.03.172-261123-0999")
    assert not found["listed"]
    bag_there = fold_bag(centre.journal.history(f"bag/{bag}"))
    assert list(bag_there.found.values()) == ["H18.03.172-261123-0999"]


def test_an_envelope_packed_by_a_message_is_in_one_bag_too(centre, laptop):
    (code,) = take_in(laptop, "a")
    meet(laptop, centre)
    packed(laptop, [code])
    other = open_bag(laptop, NewBag("other", "centre", "lan"))["bag"]
    with pytest.raises(EnvelopeElsewhere) as refused:
        pack(laptop, BagAct("x", other, "lan"), code)
    assert refused.value.details["desk"].startswith("bag:")
    with pytest.raises(EnvelopeElsewhere):
        send_carriage(laptop, NewBag("carriage", "centre", "lan"), [code])


def test_a_bag_goes_only_to_a_machine_that_can_receive_it(centre, laptop):
    with pytest.raises(NodeUnknown):
        open_bag(centre, NewBag("nobody", "may-khong-co", "lan"))
    with pytest.raises(BagTakerUnfit):
        open_bag(centre, NewBag("self", centre.me.node, "lan"))
    assert open_bag(centre, NewBag("known", laptop.me.node, "lan"))["bag"]
    revoke_node(centre, laptop.me.node, "minh", "lost")
    with pytest.raises(BagTakerUnfit):
        open_bag(centre, NewBag("gone", laptop.me.node, "lan"))


def test_envelopes_received_at_once_are_all_recorded_or_none(centre, laptop):
    first, second, third = take_in(laptop, "a", "b", "c")
    bag = packed(laptop, [first, second, third])
    send_bag(laptop, BagAct("send", bag, "lan"))
    meet(laptop, centre)
    before = centre.journal.verify()
    with pytest.raises(BagDiffers):
        receive_bag(centre, BagAct("r1", bag, "lan"), [first, second])
    assert centre.journal.verify() == before
    assert desk(centre, first).startswith("bag:")
    arrive(centre, BagAct("o", bag, "lan"), first)
    told = BagAct("r2", bag, "lan", "Túi ướt")
    done = receive_bag(centre, told, [first, second])
    assert receive_bag(centre, told, [first, second]) == done
    assert (done["missing"], done["extra"]) == ([third], [])
    assert desk(centre, second) == desk(centre, first) == "officer:lan"
    assert desk(centre, third).startswith("missing:")


def test_a_carriage_is_one_act_however_often_it_is_sent(centre, laptop):
    codes = take_in(laptop, "a", "b")
    new = NewBag("carriage", "centre", "lan", carriage=True)
    sent = send_carriage(laptop, new, codes)
    before = laptop.journal.verify()
    assert send_carriage(laptop, new, codes) == sent
    assert laptop.journal.verify() == before
    bag = fold_bag(laptop.journal.history(f"bag/{sent['bag']}"))
    assert (bag.state, bag.opened.carriage) == (BagState.SENT, True)
    assert sorted(bag.listed.values()) == sorted(codes)
    with pytest.raises(EnvelopeElsewhere):
        send_carriage(laptop, NewBag("second", "centre", "lan"), codes)
    with pytest.raises(BagEmpty):
        send_carriage(laptop, NewBag("third", "centre", "lan"), [])
