"""The exchange on real databases over HTTP, two laptops at the same moment."""

import threading
from dataclasses import replace

import pytest
from django.test import override_settings

from tests.contracts.stores import DatabaseStore, closing_store, file_store
from tests.exchange.nodes import PACKING, MemoryInvitations, fill_centre, join_as
from tests.exchange.served import Served, listening
from tests.worlds.lines import move_command, receive_command
from tests.worlds.memory import MemoryBlobs, SetClock, memory_world
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.exchange.check_excerpts import check_excerpts
from veban.actions.exchange.exchanging import Exchanging
from veban.actions.exchange.sync import Sync
from veban.core.catalogue import EVENTS, FOLDS
from veban.core.dossiers.rows import DossierRow
from veban.core.nodes.events import NodeKind
from veban.edges.keys.node_keys import NodeKeys
from veban.edges.transport.calls import Calls, Signer
from veban.edges.transport.downloads import Downloads
from veban.edges.transport.http_line import HttpLine
from veban.edges.transport.outbox import FileOutbox
from veban.store.databases import config
from veban.store.exchange.book import DjangoBook
from veban.store.journal.meaning import Meaning
from veban.store.rows.tables import find_rows
from veban.store.work import DjangoWork

MEANING = Meaning(EVENTS, FOLDS)


@pytest.fixture(params=["sqlite", "sqlcipher", "postgresql"])
def store(request, tmp_path):
    if request.param == "postgresql":
        server = request.getfixturevalue("postgres_server")
        made = DatabaseStore(lambda: config.postgresql(server.create()))
    else:
        made = file_store(tmp_path, cipher=request.param == "sqlcipher")
    with closing_store(made):
        yield made


def on_database(store, folder, node, kind=NodeKind.CENTRE, keys=None):
    """Return a node whose journal and book lie in a fresh database."""
    clock = SetClock()
    journal = store.make(node, MEANING, clock)
    world = replace(
        memory_world(node, kind),
        clock=clock,
        journal=journal,
        work=DjangoWork(journal.alias, node),
        blobs=MemoryBlobs(),
        keys=keys or NodeKeys.generate(),
    )
    return Exchanging(world, DjangoBook(journal.alias), PACKING, FileOutbox(folder / node))


@pytest.fixture
def team(store, tmp_path):
    centre = on_database(store, tmp_path, "centre")
    fill_centre(centre.world)
    invitations = MemoryInvitations()
    laptops = [
        join_as(
            centre,
            invitations,
            lambda node, keys: on_database(store, tmp_path, node, NodeKind.FIELD, keys),
        )
        for _ in range(2)
    ]
    return centre, laptops


def over_http(laptop, url, tmp_path):
    world = laptop.world
    calls = Calls(url, Signer(world.me.node, world.keys, world.clock))
    line = HttpLine(calls, Downloads(tmp_path / "downloads" / world.me.node))
    return Sync(laptop, line, pause=lambda seconds: None).run()


def dossiers(x):
    return {row.code: row for row in find_rows(DossierRow, x.world.journal.alias)}


def test_two_laptops_exchange_at_the_same_time_and_the_databases_agree(team, tmp_path):
    centre, laptops = team
    served = Served(centre, tmp_path)
    failed = []

    def work(n, laptop, url):
        try:
            assert over_http(laptop, url, tmp_path).reason is None
            for k in range(8):
                receive_dossier(laptop.world, receive_command(f"{n}-{k}"))
            synced = over_http(laptop, url, tmp_path)
            assert (synced.left, synced.reason) == (0, None)
        except Exception as problem:  # noqa: BLE001 - told by the main thread
            failed.append(problem)
        finally:
            laptop.world.journal.close()

    with override_settings(ROOT_URLCONF="tests.exchange.door_urls"), listening(served) as url:
        threads = [
            threading.Thread(target=work, args=(n, laptop, url)) for n, laptop in enumerate(laptops)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert failed == []
    at_centre = dossiers(centre)
    assert len(at_centre) == 16
    for laptop in laptops:
        held = dossiers(laptop)
        assert len(held) == 8
        assert held == {code: at_centre[code] for code in held}
        assert laptop.world.journal.verify()[1] == []
        every = [entry for _, entry in laptop.world.journal.arrived_after()]
        assert check_excerpts(laptop, every) == []
    assert centre.world.journal.verify()[1] == []


def test_a_message_comes_back_settled_and_rebuild_agrees(team, tmp_path):
    centre, (laptop, _) = team
    with (
        override_settings(ROOT_URLCONF="tests.exchange.door_urls"),
        listening(Served(centre, tmp_path)) as url,
    ):
        assert over_http(laptop, url, tmp_path).done
        code = receive_dossier(laptop.world, receive_command())["code"]
        assert over_http(laptop, url, tmp_path).done
        at = "2026-11-23T08:50:00+07:00"
        do_move(laptop.world, move_command(code, "withdraw", "lan", at, reason="Đổi ý"))
        assert over_http(laptop, url, tmp_path).done
    assert dossiers(centre)[code].state == dossiers(laptop)[code].state == 7
    for node in (centre, laptop):
        assert node.world.journal.rebuild()[1]
