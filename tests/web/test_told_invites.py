"""Invites reach a laptop that joined long ago, and stop there when they stop at the centre."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.web.desk import ClockFile, browser
from tests.web.laptop import pair
from veban.actions.exchange.greet import hear, make_greeting
from veban.actions.exchange.make_bundle import make_bundle
from veban.actions.exchange.peers import get_peer
from veban.actions.exchange.sealing import Opened
from veban.actions.exchange.take_bundle import take_bundle
from veban.actions.people.add_officer import add_officer
from veban.actions.people.invite import invite_officer
from veban.actions.people.sign_in import use_invite
from veban.actions.rounds.open_round import RoundPlan, open_round
from veban.core.people.roles import Role
from veban.core.shared.canonical import canonical
from veban.edges.clocks import VARIABLE
from veban.exchange.greeting import greeting_json
from veban.exchange.part import PartKind

PHRASE = "suối chảy qua ba bản làng"
AGAIN = "mây ngủ trên đỉnh Pha Đin"


@pytest.fixture
def both(tmp_path, monkeypatch):
    """A laptop of ``lan`` that joined; then ``tam`` was added, for its second round."""
    clock = ClockFile(tmp_path / "clock.txt")
    clock.move_to("2026-11-23T09:00:00+07:00")
    monkeypatch.setenv(VARIABLE, str(clock.path))
    with pair(tmp_path) as made:
        node = made.centre.node
        add_officer(node.world, "tam", "Vàng Thị Tám", [Role.RECEIVER], node.world.me.unit)
        laptop = made.laptop.node.world.me.node
        plan = RoundPlan("Đợt hai", [date(2026, 11, 24)], ["Na Pheo"], laptop, ["lan", "tam"])
        open_round(node.world, node.world.me.unit, plan)
        yield made


def invite(both, officer="tam"):
    node = both.centre.node
    return invite_officer(node.desk, node.world.random, officer, node.world.clock.now())


def sets_phrase(both, word, phrase=PHRASE):
    given = {"officer": "tam", "invite": word, "phrase": phrase, "again": phrase}
    return browser(both.laptop).post("/first-phrase", given).status_code


def stick(both):
    centre, laptop = both.centre.node, both.laptop.node
    return b"".join(make_bundle(centre.exchange.x, laptop.world.me.node))


def take(both, bundle):
    take_bundle(both.laptop.node.exchange.x, io.BytesIO(bundle))


def test_an_officer_added_after_the_laptop_joined_is_let_in_after_an_exchange(both):
    word = invite(both)
    assert sets_phrase(both, word) == 403
    both.exchange()
    assert sets_phrase(both, word) == 302
    both.laptop.lock()
    both.laptop.open("tam", PHRASE)
    assert both.laptop.node is not None


def test_a_replaced_invite_stops_on_the_laptop_and_the_new_one_opens_once(both):
    old = invite(both)
    both.exchange()
    new = invite(both)
    both.exchange()
    assert sets_phrase(both, old) == 403
    assert sets_phrase(both, new) == 302
    both.exchange()
    assert sets_phrase(both, new, AGAIN) == 403


def test_an_invite_used_at_the_centre_stops_on_the_laptop(both):
    word = invite(both)
    both.exchange()
    use_invite(both.centre.node.desk, "tam", word, "nương ngô chín vàng", datetime.now(UTC))
    both.exchange()
    assert sets_phrase(both, word) == 403


def test_an_invite_goes_by_stick_and_an_old_stick_brings_no_old_invite_back(both):
    old = invite(both)
    first = stick(both)
    take(both, first)
    new = invite(both)
    take(both, stick(both))
    take(both, first)
    assert sets_phrase(both, old) == 403
    assert sets_phrase(both, new) == 302


def test_a_laptop_cannot_tell_its_centre_about_invites(both):
    centre, laptop = both.centre.node.exchange.x, both.laptop.node.exchange.x
    word = invite(both, "minh")
    told = {"minh": ["", "2030-01-01T00:00:00+00:00"]}
    greeting = replace(make_greeting(laptop, centre.world.me.node), invites=told)
    peer = get_peer(centre.world, laptop.world.me.node)
    hear(centre, Opened(peer, PartKind.GREETING, canonical(greeting_json(greeting))))
    use_invite(both.centre.node.desk, "minh", word, "nương ngô chín vàng", datetime.now(UTC))
    assert make_greeting(laptop, centre.world.me.node).invites == {}
