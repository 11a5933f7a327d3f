"""A restored centre takes back a laptop that its backup does not know, if it proves itself."""

import io
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.exchange.nodes import exchanging, join, make_centre, sync
from tests.worlds.lines import receive_command
from tests.worlds.restored import begun, restored
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.exchange.make_bundle import make_bundle
from veban.actions.exchange.recognise import Recognition, recognise_node
from veban.actions.exchange.take_bundle import take_bundle
from veban.actions.nodes.find_node import get_node
from veban.actions.nodes.report_lost import LostReport, report_lost
from veban.actions.numbers.allot import leases_of
from veban.actions.people.add_officer import add_officer
from veban.core.nodes.events import NodeRecognised, node_stream, recognised_stream
from veban.core.people.officers import OfficerLacksRole, officer_stream
from veban.core.people.roles import Role
from veban.edges.keys.node_keys import NodeKeys
from veban.exchange.refusals import NodeUnproved, PeerRevoked, PeerUnknown

BY_MINH = Recognition("r1", "minh")


@pytest.fixture
def pair(tmp_path):
    """A centre restored from a backup of before its laptop joined, and that laptop."""
    centre = make_centre(tmp_path)
    again = restored(centre.world)
    add_officer(centre.world, "mai", "Lường Thị Mai", [Role.RECEIVER], "03172")
    laptop = join(centre, tmp_path, officers=("lan", "mai"))
    assert sync(laptop, centre).done
    code = receive_dossier(laptop.world, receive_command("l1", officer="mai"))["code"]
    assert sync(laptop, centre).done
    later = receive_dossier(laptop.world, receive_command("l2"))["code"]
    return exchanging(begun(again), tmp_path / "again"), laptop, {code, later}


def file_of(laptop, centre):
    return io.BytesIO(b"".join(make_bundle(laptop, centre.world.me.speaks_as)))


def test_before_that_it_is_nobody(pair):
    again, laptop, _ = pair
    assert sync(laptop, again).reason == PeerUnknown.code
    with pytest.raises(PeerUnknown):
        take_bundle(again, file_of(laptop, again))


def test_a_manager_takes_it_back_and_its_dossiers_come_home(pair):
    again, laptop, codes = pair
    done = recognise_node(again, file_of(laptop, again), BY_MINH)
    assert (done.node, done.again) == (laptop.world.me.node, True)
    assert sync(laptop, again).done
    for code in codes:
        assert again.world.journal.history(again_stream(again, code))
    (act,) = again.world.journal.history(recognised_stream(done.node))
    assert (type(act.event), act.header.actor) == (NodeRecognised, "minh")
    for journal in (again.world.journal, laptop.world.journal):
        assert (journal.unplaced(), journal.verify()[1]) == ([], [])
    assert again.world.journal.history(officer_stream("mai"))


def again_stream(x, code):
    with x.world.journal.writing() as writing:
        found = writing.find_stream(code)
    assert found is not None
    return found


def test_its_numbers_are_known_again_and_its_next_ones_reach_it(pair):
    again, laptop, _ = pair
    node = recognise_node(again, file_of(laptop, again), BY_MINH).node
    again.world.clock.at = laptop.world.clock.at = laptop.world.clock.at.replace(month=12)
    assert sync(laptop, again).done
    held = [leases_of(x.world.journal, node) for x in (again, laptop)]
    assert held[0] == held[1]
    assert [lease.from_serial for lease in held[0]] == [1, 1]


def test_by_files_alone_everything_comes_too(pair):
    again, laptop, codes = pair
    node = recognise_node(again, file_of(laptop, again), BY_MINH).node
    take_bundle(laptop, io.BytesIO(b"".join(make_bundle(again, node))))
    take_bundle(again, file_of(laptop, again))
    assert all(again_stream(again, code) for code in codes)


def test_a_repeat_is_the_same_act(pair):
    again, laptop, _ = pair
    for key in ("r1", "r1", "r2"):
        recognise_node(again, file_of(laptop, again), Recognition(key, "minh"))
    assert len(again.world.journal.history(recognised_stream(laptop.world.me.node))) == 1


def test_only_a_manager_does_it_and_nothing_is_kept_of_a_refusal(pair):
    again, laptop, _ = pair
    with pytest.raises(OfficerLacksRole):
        recognise_node(again, file_of(laptop, again), Recognition("r1", "lan"))
    assert not again.world.journal.history(node_stream(laptop.world.me.node))


def test_whoever_copied_the_centres_lists_and_has_other_keys_is_refused(pair):
    again, laptop, _ = pair
    thief = replace(laptop, world=replace(laptop.world, keys=NodeKeys.generate()))
    with pytest.raises(NodeUnproved):
        recognise_node(again, file_of(thief, again), BY_MINH)
    assert not again.world.journal.history(node_stream(laptop.world.me.node))


def test_a_laptop_of_another_centre_of_that_name_is_refused(pair, tmp_path):
    again, _, _ = pair
    other = make_centre(tmp_path / "other")
    stranger = join(other, tmp_path / "other")
    assert sync(stranger, other).done
    file = file_of(stranger, other)
    foreign = replace(again, world=replace(again.world, keys=_BothKeys(again, other)))
    with pytest.raises(NodeUnproved):
        recognise_node(foreign, file, BY_MINH)


class _BothKeys:
    """The restored centre's own keys, which also open what was sealed to the other centre."""

    def __init__(self, own, other):
        self._own, self._other = own.world.keys, other.world.keys
        self.public_key, self.sign = self._own.public_key, self._own.sign

    def open_sealed(self, sealed):
        return self._other.open_sealed(sealed)


def test_one_that_was_reported_lost_stays_out(pair):
    again, laptop, _ = pair
    node = recognise_node(again, file_of(laptop, again), BY_MINH).node
    report_lost(again.world, LostReport("x1", node, "minh"))
    with pytest.raises(PeerRevoked):
        recognise_node(again, file_of(laptop, again), Recognition("r2", "minh"))
    assert get_node(again.world.journal, node).state == "revoked"


def test_a_laptop_whose_numbers_were_renewed_after_the_backup_gets_its_next_ones(tmp_path):
    centre = make_centre(tmp_path)
    laptop = join(centre, tmp_path)
    assert sync(laptop, centre).done
    again, node = restored(centre.world), laptop.world.me.node
    centre.world.clock.move_by(timedelta(days=7))
    assert sync(laptop, centre).done
    after = exchanging(begun(again), tmp_path / "again")
    after.world.clock.move_by(timedelta(days=7))
    assert sync(laptop, after).done
    held = [leases_of(x.world.journal, node) for x in (after, laptop)]
    assert held[0] == held[1]
    assert str(held[1][-1].last_day) == "2027-02-05"
    line = receive_command("l1", received_at="2026-12-07T08:30:00+07:00")
    assert receive_dossier(laptop.world, line)["code"].endswith("-0001")
