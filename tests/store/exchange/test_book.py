"""The book of exchanges in a database numbers, remembers and forgets like the one in memory."""

from dataclasses import replace
from datetime import timedelta

import pytest

import veban.store.ready  # noqa: F401 - before anything reads a model
from tests.contracts.stores import closing_store, file_store
from tests.exchange.centres import A, B, join_commune, make_province
from tests.exchange.memory_book import MemoryBook
from tests.exchange.nodes import join, make_centre, sync
from tests.worlds.lines import move_command, receive_command
from tests.worlds.memory import MONDAY
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.nodes.invite import Invitation
from veban.actions.nodes.set_point import INVITING, PointPlan, set_point
from veban.core.catalogue import EVENTS, FOLDS
from veban.core.nodes.points import point_stream
from veban.exchange.excerpt import Mark, Voucher
from veban.exchange.greeting import Greeting
from veban.store.exchange.book import DjangoBook
from veban.store.exchange.invitations import DjangoInvitations
from veban.store.journal.meaning import Meaning

GREETING = Greeting("may-1", "centre", True, MONDAY, "00", positions={"may-1": [3, "ab"]})


@pytest.fixture(scope="module")
def centre(tmp_path_factory):
    """Return a centre with two laptops, of which one received, and one carries and told."""
    folder = tmp_path_factory.mktemp("centre")
    centre = make_centre(folder)
    first, second = (join(centre, folder, name) for name in ("Máy 1", "Máy 2"))
    assert sync(second, centre).done
    assert sync(first, centre).done
    codes = [receive_dossier(first.world, receive_command(f"b{n}"))["code"] for n in range(3)]
    assert sync(first, centre).done
    at = "2026-11-23T08:50:00+07:00"
    desk = f"node:{second.world.me.node}"
    do_move(centre.world, move_command(codes[0], "hand_over", "lan", at, to=desk))
    receive_dossier(centre.world, receive_command("of-the-centre"))
    stays = PointPlan("k-point", first.world.me.node, INVITING, "Hừa Ngài")
    set_point(centre.world, stays)
    return centre


@pytest.fixture
def alias(centre, tmp_path):
    """Return a database with the same entries as the centre."""
    with closing_store(file_store(tmp_path, cipher=False)) as store:
        journal = store.make("copy", Meaning(EVENTS, FOLDS))
        with journal.writing() as writing:
            writing.receive(centre.world.journal._shelf.entries.values())
        yield journal.alias


def laptops(centre):
    return sorted(node for node in centre.world.journal.chains() if node.startswith("may-"))


def test_both_books_number_the_same_entries_for_a_peer(centre, alias):
    memory, database = MemoryBook(centre.world.journal), DjangoBook(alias)
    found = {}
    for peer in laptops(centre):
        memory.extend_excerpt(peer)
        end = database.extend_excerpt(peer)
        found[peer] = list(database.excerpt(peer, Mark()))
        assert sorted(found[peer]) == sorted(memory.excerpt(peer, Mark()))
        assert end == Mark().after(found[peer])
    assert len({tuple(hashes) for hashes in found.values()}) == 2


def test_a_point_is_told_to_the_laptop_that_it_is_and_to_no_other(centre, alias):
    book, told = DjangoBook(alias), {}
    for peer in laptops(centre):
        book.extend_excerpt(peer)
        entries = [centre.world.journal.entry(one) for one in book.excerpt(peer, Mark())]
        told[peer] = {e.header.stream for e in entries if e.header.stream.startswith("point/")}
    assert sorted(map(len, told.values())) == [0, 1]
    assert all(streams <= {point_stream(peer)} for peer, streams in told.items())


def test_an_excerpt_is_numbered_once_and_goes_on_behind_any_of_its_marks(centre, alias):
    book, peer = DjangoBook(alias), laptops(centre)[0]
    end = book.extend_excerpt(peer)
    assert book.extend_excerpt(peer) == end
    hashes = book.excerpt(peer, Mark())
    assert book.excerpt(peer, Mark().after(hashes[:2])) == hashes[2:]
    assert book.excerpt(peer, end) == []
    assert book.excerpt(peer, Mark(2, "ab" * 32)) is None
    book.restart_excerpt(peer)
    assert book.excerpt(peer, end) is None


def test_an_excerpt_holds_nothing_that_the_peer_wrote(centre, alias):
    book = DjangoBook(alias)
    for peer in laptops(centre):
        book.extend_excerpt(peer)
        entries = map(centre.world.journal.entry, book.excerpt(peer, Mark()))
        assert peer not in {entry.header.node for entry in entries}


def test_vouchers_lead_to_the_mark_they_reach_whatever_their_order(alias):
    book = DjangoBook(alias)
    hashes = tuple(f"{n:064x}" for n in range(4))
    first = Voucher("centre", "may-1", Mark(), hashes[:2], "aa")
    second = Voucher("centre", "may-1", first.end, hashes[2:], "bb")
    for voucher in (second, first, second):
        book.vouch(voucher, MONDAY)
    assert book.held_mark("centre") == second.end
    assert book.held_mark("other") == Mark()
    assert set(book.vouched_by("centre")) == {first, second}


def test_the_last_greeting_of_a_peer_is_remembered(alias):
    book = DjangoBook(alias)
    assert book.heard("may-1") is None
    book.hear(GREETING, MONDAY)
    book.hear(replace(GREETING, nonce="11"), MONDAY)
    assert book.heard("may-1") == replace(GREETING, nonce="11")


def test_a_file_is_wanted_while_an_entry_names_it_and_it_is_missing(centre, alias):
    book, (peer, _) = DjangoBook(alias), laptops(centre)
    book.want(peer, ["ab" * 32])
    assert book.wanted(peer) == []
    assert not book.may_have(peer, "ab" * 32)


def test_invitations_are_kept_and_replaced(alias):
    invitations = DjangoInvitations(alias)
    kept = Invitation("ab" * 32, b"secret", "may-1", MONDAY + timedelta(hours=24))
    assert invitations.find(kept.mark) is None
    invitations.keep(kept)
    invitations.keep(replace(kept, used_by="key"))
    assert invitations.find(kept.mark) == replace(kept, used_by="key")


def test_both_books_number_the_same_for_the_node_of_a_commune(tmp_path):
    province = make_province(tmp_path)
    a, b = (join_commune(province, tmp_path, unit) for unit in (A, B))
    clock = province.world.clock
    clock.move_to("2026-11-23T12:00:00+07:00")
    codes = [
        receive_dossier(a.world, receive_command(f"a{n}", officer=f"lan-{A}"))["code"]
        for n in range(2)
    ]
    at = "2026-11-23T09:00:00+07:00"
    do_move(a.world, move_command(codes[0], "pass_on", f"lan-{A}", at, to_unit=B))
    assert sync(a, province).done
    assert sync(b, province).done
    at = "2026-11-23T09:10:00+07:00"
    told = move_command(codes[0], "take_supplement", f"lan-{A}", at, papers=[{"name": "Ảnh"}])
    do_move(a.world, told)
    assert sync(a, province).done
    memory, found = MemoryBook(province.world.journal), {}
    with closing_store(file_store(tmp_path, cipher=False)) as store:
        journal = store.make("copy", Meaning(EVENTS, FOLDS))
        with journal.writing() as writing:
            writing.receive(province.world.journal._shelf.entries.values())
        for peer in (a.world.me.node, b.world.me.node):
            memory.extend_excerpt(peer)
            DjangoBook(journal.alias).extend_excerpt(peer)
            found[peer] = list(DjangoBook(journal.alias).excerpt(peer, Mark()))
            assert sorted(found[peer]) == sorted(memory.excerpt(peer, Mark()))
    streams = {province.world.journal.entry(one).header.stream for one in found[b.world.me.node]}
    assert sum(stream.startswith("message/") for stream in streams) == 1
    assert sum(stream.startswith("dossier/") for stream in streams) == 1
    assert f"officer/lan-{A}" in streams
    assert f"officer/pao-{A}" not in streams
