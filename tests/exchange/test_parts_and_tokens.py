"""What travels is read strictly: parts, runs, greetings, tokens."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.nodes import join, make_centre, sync
from tests.worlds.lines import receive_command
from tests.worlds.memory import MONDAY
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.exchange.confirmed import confirmed
from veban.actions.exchange.greet import answer_greeting, greeting_part, make_greeting
from veban.actions.exchange.peers import get_peer
from veban.actions.exchange.sealing import seal_part
from veban.actions.exchange.take import take_part
from veban.core.journal.chain import is_unchanged
from veban.core.shared.canonical import canonical
from veban.exchange.excerpt import Mark, Voucher, pack_excerpt, read_excerpt
from veban.exchange.greeting import Greeting, greeting_json, read_greeting
from veban.exchange.part import PartKind, make_part, read_header, split_part
from veban.exchange.refusals import (
    BundleBroken,
    NotYourChain,
    PeerTooOld,
    PeerUnknown,
    PracticeMismatch,
    TokenWrong,
)
from veban.exchange.run import pack_run, read_run
from veban.exchange.token import Token, fingerprint_of, read_token
from veban.exchange.wire import pack_entry

GREETING = Greeting("may-1", "centre", True, MONDAY, "00", positions={"may-1": [3, "ab"]})


def no_signature(message: bytes) -> bytes:
    return bytes(64)


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pair")
    centre = make_centre(folder)
    laptop = join(centre, folder)
    assert sync(laptop, centre).done
    receive_dossier(laptop.world, receive_command())
    return centre, laptop


def chain(x):
    return list(x.world.journal.chain(x.world.me.node))


def test_a_run_comes_back_with_every_hash_and_private_part(pair):
    entries = chain(pair[1])
    again = read_run(json.loads(pack_run([(entry, pack_entry(entry)) for entry in entries])))
    assert list(again.entries) == entries
    assert all(map(is_unchanged, again.entries))


def test_an_entry_whose_person_is_erased_keeps_its_identity_on_the_way(pair):
    entries = [entry.without_person() for entry in chain(pair[1])]
    again = read_run(json.loads(pack_run([(entry, pack_entry(entry)) for entry in entries])))
    assert list(again.entries) == entries
    assert any(entry.person_digest for entry in again.entries)


def test_an_excerpt_comes_back_with_what_it_vouches_for(pair):
    entries = [e for e in chain(pair[0]) if e.header.seq % 2]
    voucher = Voucher("centre", "may-1", Mark(), tuple(e.hash for e in entries), "00" * 64)
    packed = pack_excerpt(voucher, [(e, pack_entry(e)) for e in entries], no_signature)
    again = read_excerpt(json.loads(packed), "centre", "may-1")
    assert (list(again.entries), again.voucher) == (entries, voucher)


@pytest.mark.parametrize("read", [read_run, lambda data: read_excerpt(data, "a", "b")])
@pytest.mark.parametrize(
    "data", [None, [], {}, {"chain": "a"}, {"after": 0, "after_digest": "x", "links": 3}]
)
def test_what_is_no_part_is_refused_as_broken(read, data):
    with pytest.raises(BundleBroken):
        read(data)


def test_a_run_that_does_not_end_where_it_says_is_broken(pair):
    data = json.loads(pack_run([(entry, pack_entry(entry)) for entry in chain(pair[1])]))
    data["entries"][0][1] += 1
    with pytest.raises(BundleBroken):
        read_run(data)


@given(content=st.binary(max_size=300))
def test_bytes_that_are_no_part_are_refused_as_broken(content):
    with pytest.raises(BundleBroken):
        split_part(content)


def test_the_line_in_the_clear_has_one_form_only():
    part = make_part("a", "b", PartKind.ENTRIES, b"sealed", no_signature)
    line = part[: part.index(b"\n") + 1]
    assert read_header(line).to == "b"
    for other in (line.replace(b",", b", ", 1), line[:-1], line.replace(b'"kind"', b'"sort"')):
        with pytest.raises(BundleBroken):
            read_header(other)


def test_a_laptop_cannot_send_entries_of_another_node(pair, tmp_path):
    centre, laptop = pair
    peer = get_peer(laptop.world, "centre")
    stolen = pack_run([(entry, pack_entry(entry)) for entry in chain(centre)])
    with pytest.raises(NotYourChain):
        take_part(centre, seal_part(laptop, peer, PartKind.ENTRIES, stolen))


def test_only_our_centre_sends_excerpts(pair):
    centre, laptop = pair
    entries = chain(laptop)
    voucher = Voucher(laptop.world.me.node, "centre", Mark(), (entries[0].hash,), "")
    rows = [(entries[0], pack_entry(entries[0]))]
    packed = pack_excerpt(voucher, rows, laptop.world.keys.sign)
    part = seal_part(laptop, get_peer(laptop.world, "centre"), PartKind.ENTRIES, packed)
    with pytest.raises(NotYourChain):
        take_part(centre, part)


def test_a_greeting_of_a_newer_program_is_read_and_one_of_another_age_refused():
    body = greeting_json(GREETING)
    assert read_greeting(json.loads(canonical(body | {"mood": "good"}))) == GREETING
    with pytest.raises(PeerTooOld):
        read_greeting(body | {"speaks": [7]})


def test_a_practice_node_and_a_real_one_never_exchange(pair):
    centre, laptop = pair
    greeting = replace(make_greeting(laptop, "centre"), practice=False)
    part = greeting_part(laptop, get_peer(laptop.world, "centre"), greeting)
    with pytest.raises(PracticeMismatch):
        answer_greeting(centre, part)


def test_nobody_greets_in_anothers_name(pair):
    centre, laptop = pair
    greeting = replace(make_greeting(laptop, "centre"), node="may-0000")
    part = greeting_part(laptop, get_peer(laptop.world, "centre"), greeting)
    with pytest.raises(PeerUnknown):
        answer_greeting(centre, part)


def test_a_laptop_knows_how_far_its_centre_has_come(pair):
    _, laptop = pair
    assert confirmed(laptop)[0] == 1
    assert len(chain(laptop)) == 2


def test_a_centre_without_a_centre_has_nothing_confirmed(pair):
    assert confirmed(pair[0]) is None


@pytest.mark.parametrize("text", ["", "abcd", "0189-" * 8, "gayt-emzu-gu3d-oobz-mfrg-gzdf-mztw"])
def test_a_misspelt_token_is_refused(text):
    with pytest.raises(TokenWrong):
        read_token(text)


def test_a_token_knows_its_centre():
    token = Token(bytes(10), fingerprint_of("ab" * 32))
    assert read_token(str(token)).is_of("ab" * 32)
    assert not token.is_of("cd" * 32)
