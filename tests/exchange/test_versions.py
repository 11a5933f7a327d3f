"""Programs of different versions exchange: what is new passes through what is old."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.exchange.greetings import greeting_of
from tests.exchange.nodes import MemoryInvitations, exchanging, fill_centre, join, join_as, sync
from tests.worlds.lines import move_command, receive_command
from tests.worlds.memory import MemoryWork, memory_world
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.link_code import link_code
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.exchange.greet import answer_greeting
from veban.actions.exchange.take_bundle import take_bundle
from veban.core.catalogue import EVENTS, FOLDS
from veban.core.dossiers.events import ResultSigned
from veban.core.dossiers.seen import OfficialCodeLinked
from veban.core.journal.event import EventCatalogue
from veban.core.nodes.events import NodeKind
from veban.core.shared.canonical import canonical
from veban.edges.keys.node_keys import NodeKeys
from veban.exchange.greeting import SPEAKS, common_version
from veban.exchange.part import FORMAT, PartKind, make_part, read_header, split_part
from veban.exchange.refusals import BundleBroken, BundleNeedsUpdate, PeerTooOld
from veban.exchange.run import read_run
from veban.store.journal.meaning import Meaning
from veban.store.memory import MemoryJournal

FIRST = Path(__file__).parents[1] / "fixtures" / "exchange_1"
SAID = json.loads((FIRST / "said.json").read_text(encoding="utf-8"))
AT = "2026-11-23T08:50:00+07:00"


def meaning_without(*kinds):
    """Return what a program understands that is older than some kinds of entries."""
    known = [kind for name, kind in EVENTS.types.items() if name not in {k.TYPE for k in kinds}]
    return Meaning(EventCatalogue(known, EVENTS.upcasts), FOLDS)


def node_with(meaning, folder, node, kind=NodeKind.CENTRE, keys=None):
    world = memory_world(node, kind)
    journal = MemoryJournal(node, world.clock, world.random, meaning)
    keys = keys or NodeKeys.generate()
    world = replace(world, journal=journal, work=MemoryWork(journal, node), keys=keys)
    return exchanging(world, folder)


def three_nodes(folder, of_centre, of_first, of_second):
    """Return a laptop, its centre and another laptop, each of its own version."""
    centre = node_with(of_centre, folder, "centre")
    fill_centre(centre.world)
    laptops = [
        join_as(
            centre,
            MemoryInvitations(),
            lambda node, keys, meaning=meaning: node_with(
                meaning, folder, node, NodeKind.FIELD, keys
            ),
        )
        for meaning in (of_first, of_second)
    ]
    for laptop in laptops:
        assert sync(laptop, centre).done
    return laptops[0], centre, laptops[1]


def row_of(x, code):
    with x.world.journal.writing() as writing:
        return x.world.journal.rows(writing.find_stream(code))[0]


def events_of(x, code):
    with x.world.journal.writing() as writing:
        stream = writing.find_stream(code)
    return {step.header.type: step.event for step in x.world.journal.history(stream)}


def carry_paper_to(centre, code, laptop):
    details = {"to": f"node:{laptop.world.me.node}", "note": ""}
    do_move(centre.world, move_command(code, "hand_over", "pao", AT, **details))


def test_a_laptop_newer_than_its_centre_reaches_the_next_laptop_through_it(tmp_path):
    new, old = Meaning(EVENTS, FOLDS), meaning_without(OfficialCodeLinked)
    laptop, centre, other = three_nodes(tmp_path, of_centre=old, of_first=new, of_second=new)
    code = receive_dossier(laptop.world, receive_command("k1"))["code"]
    link_code(laptop.world, code, "igate", "H18-1", "lan")
    assert sync(laptop, centre).done
    assert events_of(centre, code)["OfficialCodeLinked"] is None
    assert row_of(centre, code).waits_for_update
    assert centre.world.journal.verify()[1] == []
    carry_paper_to(centre, code, other)
    assert sync(other, centre).done
    assert events_of(other, code)["OfficialCodeLinked"].official == "H18-1"
    assert not row_of(other, code).waits_for_update
    assert other.world.journal.verify()[1] == []


def test_a_centre_newer_than_a_laptop_reaches_the_next_one_through_neither_losing_it(tmp_path):
    new, old = Meaning(EVENTS, FOLDS), meaning_without(ResultSigned)
    laptop, centre, other = three_nodes(tmp_path, of_centre=new, of_first=old, of_second=new)
    code = receive_dossier(laptop.world, receive_command("k1"))["code"]
    assert sync(laptop, centre).done
    do_move(centre.world, move_command(code, "transfer", "pao", AT))
    do_move(centre.world, move_command(code, "sign", "hoa", AT, result="granted", number="12"))
    assert sync(laptop, centre).done
    assert events_of(laptop, code)["ResultSigned"] is None
    assert row_of(laptop, code).waits_for_update
    assert laptop.world.journal.verify()[1] == []
    carry_paper_to(centre, code, other)
    assert sync(other, centre).done
    assert events_of(other, code)["ResultSigned"].result == "granted"
    signed = {
        e.hash for e in centre.world.journal.chain("centre") if e.header.type == "ResultSigned"
    }
    for node in (laptop, other):
        assert signed <= {e.hash for e in node.world.journal.chain("centre")}


def keep_run(x, name):
    run = read_run(json.loads((FIRST / f"{name}.run.json").read_bytes()))
    with x.world.journal.writing() as writing:
        return writing.receive(run.entries)


def first_centre(folder):
    """Return a centre of today that knows what the centre of version 1 knew."""
    keys = NodeKeys.from_bytes((FIRST / "centre.keys.json").read_bytes())
    centre = node_with(Meaning(EVENTS, FOLDS), folder, "centre", keys=keys)
    assert keep_run(centre, "centre") > 0
    assert keep_run(centre, "laptop") == 1
    return centre


def first_laptop(folder):
    keys = NodeKeys.from_bytes((FIRST / "laptop.keys.json").read_bytes())
    laptop = node_with(Meaning(EVENTS, FOLDS), folder, SAID["node"], NodeKind.FIELD, keys)
    laptop = replace(
        laptop, world=replace(laptop.world, me=replace(laptop.world.me, centre="centre"))
    )
    keep_run(laptop, "centre")
    return laptop


def test_a_bundle_of_the_first_version_is_still_taken_whole_by_a_centre(tmp_path):
    centre = first_centre(tmp_path)
    with (FIRST / "up.veban").open("rb") as file:
        taken = take_bundle(centre, file)
    assert (taken.entries, taken.files) == (SAID["laptop_head"][0] - 1, 1)
    assert list(centre.world.journal.chains()[SAID["node"]]) == SAID["laptop_head"]
    assert centre.world.blobs.has(SAID["scan"])
    assert row_of(centre, SAID["code"]).full_name == "Vàng Thị Dua"
    assert all(step is not None for step in events_of(centre, SAID["code"]).values())
    assert centre.book.heard(SAID["node"]).speaks == (1,)


def test_a_bundle_of_the_first_version_is_still_taken_by_a_laptop(tmp_path):
    laptop = first_laptop(tmp_path)
    with (FIRST / "down.veban").open("rb") as file:
        taken = take_bundle(laptop, file)
    assert taken.entries > 0
    assert laptop.book.held_mark("centre").count > 0
    assert laptop.book.heard("centre").positions[SAID["node"]] == SAID["laptop_head"]


def test_the_first_form_is_read_by_the_program_that_writes_the_second():
    line = (FIRST / "up.veban").read_bytes().partition(b"\n")[0] + b"\n"
    header = read_header(line, reads=range(1, 3))
    assert (header.form, header.line()) == (1, line)
    with pytest.raises(BundleBroken):
        read_header(line, reads=range(2, 4))


@pytest.mark.parametrize(
    "newer", [{"format": FORMAT + 1}, {"kind": "pictures"}], ids=["form", "kind"]
)
def test_a_part_of_a_newer_program_asks_for_an_update(newer):
    part = make_part("may-1", "centre", PartKind.FILE, b"sealed", lambda message: b"s" * 64)
    line, _, sealed = part.partition(b"\n")
    with pytest.raises(BundleNeedsUpdate):
        split_part(canonical(json.loads(line) | newer) + b"\n" + sealed)


@pytest.fixture
def pair(tmp_path):
    centre = node_with(Meaning(EVENTS, FOLDS), tmp_path, "centre")
    fill_centre(centre.world)
    return centre, join(centre, tmp_path)


def test_a_greeting_with_keys_nobody_knows_is_answered(pair):
    centre, laptop = pair
    answer = greeting_of(laptop, weather="rain", speaks=[7, *SPEAKS])
    assert split_part(answer_greeting(centre, answer))[0].kind is PartKind.GREETING


@pytest.mark.parametrize("speaks", [[], [max(SPEAKS) + 1], [0]])
def test_a_peer_with_no_version_in_common_is_asked_to_update(pair, speaks):
    centre, laptop = pair
    with pytest.raises(PeerTooOld):
        answer_greeting(centre, greeting_of(laptop, speaks=speaks))
    assert centre.book.heard(laptop.world.me.node) is None


def test_the_current_and_the_previous_version_speak_the_previous_one():
    assert common_version((1,), ours=(2, 1)) == common_version((2, 1), ours=(1,)) == 1
    assert common_version((3, 2), ours=(2, 1)) == 2
    with pytest.raises(PeerTooOld):
        common_version((1,), ours=(3, 2))
