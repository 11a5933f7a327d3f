"""The exchange over real HTTP: resumable, through restarts and cut lines."""

import contextlib
import io
import random

import pytest
from django.test import override_settings

import veban.store.ready  # noqa: F401 - before anything reads a model
from tests.exchange.nodes import PACKING, join, make_centre
from tests.exchange.served import CuttingProxy, Served, answering, listening
from tests.worlds.lines import move_command, receive_command
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.exchange.offer import file_part
from veban.actions.exchange.sync import Sync
from veban.actions.exchange.take_bundle import take_file
from veban.actions.nodes.invite import invite_node
from veban.actions.once import Decided, once
from veban.actions.ports import Step
from veban.core.nodes.events import NodeRevoked, node_stream
from veban.edges.keys.node_keys import NodeKeys
from veban.edges.transport.calls import Calls, Signer
from veban.edges.transport.downloads import Downloads
from veban.edges.transport.http_line import HttpLine
from veban.exchange.join import make_request, read_answer
from veban.exchange.refusals import PeerUnknown, TokenWrong
from veban.exchange.token import read_token


@pytest.fixture(autouse=True)
def _doors():
    with override_settings(ROOT_URLCONF="tests.exchange.door_urls"):
        yield


@pytest.fixture
def served(tmp_path):
    return Served(make_centre(tmp_path), tmp_path)


@pytest.fixture
def url(served):
    with listening(served) as url:
        yield url


@pytest.fixture
def laptop(served, tmp_path):
    return join(served.x, tmp_path)


def line(laptop, url, tmp_path):
    signer = Signer(laptop.world.me.node, laptop.world.keys, laptop.world.clock)
    return HttpLine(Calls(url, signer), Downloads(tmp_path / "downloads"))


@contextlib.contextmanager
def cutting(url, *allowances):
    proxy = CuttingProxy(int(url.rsplit(":", 1)[1]), list(allowances))
    try:
        yield proxy
    finally:
        proxy.close()


def sync(laptop, url, tmp_path):
    return Sync(laptop, line(laptop, url, tmp_path), pause=lambda seconds: None).run()


def same_chain(laptop, centre):
    node = laptop.world.me.node
    return [e.hash for e in laptop.world.journal.chain(node)] == [
        e.hash for e in centre.world.journal.chain(node)
    ]


def with_scan(laptop, key, size=100_000):
    scan = laptop.world.blobs.put(random.Random(key).randbytes(size))
    papers = [{"name": "Tờ khai", "file": scan}]
    return scan, receive_dossier(laptop.world, receive_command(key, papers=papers))["code"]


def test_a_laptop_joins_with_its_token_and_the_centre_proves_itself(served, url):
    invited = invite_node(served.x.world, served.invitations, "Máy 7", ["lan"])
    keys, token = NodeKeys.generate(), read_token(invited["token"])
    request = make_request(token, keys.public_key, keys.recipient)
    reply = Calls(url).call("POST", "/join", request)
    answer = read_answer(reply.body, token, PACKING.genuine)
    assert (answer.node, answer.centre, answer.practice) == (invited["node"], "centre", True)
    assert Calls(url).call("POST", "/join", request).status == 200
    other = make_request(token, NodeKeys.generate().public_key, keys.recipient)
    with pytest.raises(TokenWrong):
        Calls(url).call("POST", "/join", other)


def result_for(centre, laptop, url, tmp_path, size):
    """Let the centre sign a dossier of the laptop's, with a scan that has yet to come down."""
    assert sync(laptop, url, tmp_path).done
    code = receive_dossier(laptop.world, receive_command("k1"))["code"]
    assert sync(laptop, url, tmp_path).done
    scan = centre.world.blobs.put(random.Random(1).randbytes(size))
    at = "2026-11-23T08:50:00+07:00"
    result = {"result": "granted", "number": "12", "file": scan}
    do_move(centre.world, move_command(code, "transfer", "pao", at))
    do_move(centre.world, move_command(code, "sign", "hoa", at, **result))
    return scan


def test_entries_and_files_arrive_and_nothing_is_left(served, url, laptop, tmp_path):
    assert sync(laptop, url, tmp_path).done
    scan, _ = with_scan(laptop, "k1")
    synced = sync(laptop, url, tmp_path)
    assert (synced.left, synced.reason, synced.files_sent) == (0, None, 1)
    assert served.x.world.blobs.has(scan)
    assert same_chain(laptop, served.x)
    assert list((tmp_path / laptop.world.me.node).rglob("*.part")) == []


def test_a_result_scanned_at_the_centre_comes_down(served, url, laptop, tmp_path):
    scan = result_for(served.x, laptop, url, tmp_path, size=50_000)
    synced = sync(laptop, url, tmp_path)
    assert (synced.left, synced.reason, synced.files_received) == (0, None, 1)
    assert laptop.world.blobs.get(scan) == served.x.world.blobs.get(scan)
    assert served.x.outbox.names(laptop.world.me.node) == []


def test_a_half_sent_part_goes_on_after_both_sides_were_started_again(
    served, url, laptop, tmp_path
):
    assert sync(laptop, url, tmp_path).done
    scan, _ = with_scan(laptop, "k1", size=300_000)
    with cutting(url, *[None] * 9, *[500] * 20) as broken:
        assert sync(laptop, broken.url, tmp_path).reason == "exchange.unreachable"
    (stored,) = list((tmp_path / "uploads").rglob("*.upload"))
    arrived = stored.stat().st_size
    assert arrived > 30_000
    served.restart()
    with cutting(url) as whole:
        assert sync(laptop, whole.url, tmp_path).done
        assert whole.carried < 300_000 + 40_000 - arrived
    assert served.x.world.blobs.has(scan)


def test_a_half_fetched_part_goes_on_after_the_laptop_was_started_again(
    served, url, laptop, tmp_path
):
    result_for(served.x, laptop, url, tmp_path, size=300_000)
    with cutting(url, *[None] * 3, *[150_000] * 3, *[500] * 20) as broken:
        assert sync(laptop, broken.url, tmp_path).reason == "exchange.unreachable"
    (half,) = (tmp_path / "downloads").glob("*.half")
    came = half.stat().st_size
    assert came > 100_000
    with cutting(url) as whole:
        synced = sync(laptop, whole.url, tmp_path)
        assert (synced.files_received, synced.done) == (1, True)
        assert whole.carried < 300_000 + 40_000 - came
    assert list((tmp_path / "downloads").iterdir()) == []


def test_a_half_fetched_part_that_was_sealed_again_meanwhile_is_fetched_anew(
    served, url, laptop, tmp_path
):
    scan = result_for(served.x, laptop, url, tmp_path, size=300_000)
    with cutting(url, *[None] * 3, *[150_000] * 3, *[500] * 20) as broken:
        assert sync(laptop, broken.url, tmp_path).reason == "exchange.unreachable"
    for name in served.x.outbox.names(laptop.world.me.node):
        served.x.outbox.drop(laptop.world.me.node, name)
    synced = sync(laptop, url, tmp_path)
    assert (synced.files_received, synced.reason) == (1, None)
    assert laptop.world.blobs.get(scan) == served.x.world.blobs.get(scan)


def test_a_line_that_brings_a_little_between_two_breaks_is_not_given_up(
    served, url, laptop, tmp_path
):
    assert sync(laptop, url, tmp_path).done
    with_scan(laptop, "k1", size=300_000)
    with cutting(url, *[40_000] * 30) as broken:
        assert sync(laptop, broken.url, tmp_path).done


def test_a_part_that_was_damaged_here_holds_nothing_up_and_is_sealed_again(
    served, url, laptop, tmp_path
):
    assert sync(laptop, url, tmp_path).done
    scans = sorted(with_scan(laptop, f"k{n}", size=1000 + n)[0] for n in range(3))
    with cutting(url, *[None] * 5, *[10] * 20) as broken:
        stopped = sync(laptop, broken.url, tmp_path)
    assert stopped.left == 3 + 1, "the scans, and the entry that says they are sealed"
    damaged = file_part(laptop, "centre", scans[0])
    content = bytearray(damaged.read_bytes())
    content[-1] ^= 1
    damaged.write_bytes(content)
    synced = sync(laptop, url, tmp_path)
    assert (synced.left, synced.reason, synced.files_sent) == (0, None, 3)
    assert all(served.x.world.blobs.has(scan) for scan in scans)


@pytest.mark.parametrize("seed", range(6))
def test_a_line_that_breaks_at_any_byte_loses_and_doubles_nothing(
    served, url, laptop, tmp_path, seed
):
    chance = random.Random(seed)
    assert sync(laptop, url, tmp_path).done
    codes = [with_scan(laptop, f"k{n}", size=20_000)[1] for n in range(3)]
    with cutting(url, *(chance.randrange(1, 30_000) for _ in range(12))) as proxy:
        for _ in range(8):
            if sync(laptop, proxy.url, tmp_path).done:
                break
        synced = sync(laptop, proxy.url, tmp_path)
    assert synced.done
    assert same_chain(laptop, served.x)
    with served.x.world.journal.writing() as writing:
        assert all(writing.find_stream(code) for code in codes)
    assert served.x.world.journal.verify()[1] == laptop.world.journal.verify()[1] == []


def test_a_page_of_the_network_is_not_our_centre(laptop, tmp_path):
    def page(environ, start_response):
        start_response("200 OK", [("Content-Type", "text/html")])
        return [b"<html>Sign in to the network</html>"]

    with answering(page) as url:
        assert sync(laptop, url, tmp_path).reason == "exchange.not_our_centre"


def test_another_centre_is_not_our_centre(laptop, tmp_path):
    other = Served(make_centre(tmp_path / "other"), tmp_path / "other")
    with listening(other) as url:
        synced = sync(laptop, url, tmp_path)
    assert synced.reason == "exchange.unknown_node"
    assert synced.left > 0


def test_a_dead_line_is_said_to_be_one(laptop, tmp_path):
    synced = sync(laptop, "http://127.0.0.1:9", tmp_path)
    assert (synced.reason, synced.left) == ("exchange.unreachable", 1)


def test_a_revoked_laptop_gets_nothing_and_loses_nothing(served, url, laptop, tmp_path):
    assert sync(laptop, url, tmp_path).done
    revoke(served.x.world, laptop.world.me.node)
    receive_dossier(laptop.world, receive_command("late"))
    synced = sync(laptop, url, tmp_path)
    assert synced.reason == "exchange.revoked"
    assert synced.left > 0


def test_a_request_signed_by_nobody_who_joined_is_refused(served, url, laptop, tmp_path):
    stranger = Signer("may-0000", NodeKeys.generate(), laptop.world.clock)
    thief = Signer(laptop.world.me.node, NodeKeys.generate(), laptop.world.clock)
    for signer in (stranger, thief):
        with pytest.raises(PeerUnknown):
            Calls(url, signer).call("GET", f"/excerpts/0/{'0' * 64}")


def test_a_bundle_for_another_laptop_is_given_whole_and_leaves_no_file_behind(
    served, url, laptop, tmp_path
):
    carrier = join(served.x, tmp_path, "Máy 2")
    assert sync(laptop, url, tmp_path).done
    receive_dossier(served.x.world, receive_command("k1"))
    invite_node(served.x.world, served.invitations, "Máy 3", ["lan"])
    before = sorted(served.folder.iterdir())
    made = line(carrier, url, tmp_path).bundle_for(laptop.world.me.node)
    assert sorted(served.folder.iterdir()) == before
    assert take_file(laptop, io.BytesIO(made)).entries > 0
    with pytest.raises(PeerUnknown):
        line(carrier, url, tmp_path).bundle_for("may-0000")
    assert sorted(served.folder.iterdir()) == before


def revoke(world, node):
    stream = node_stream(node)
    version = len(world.journal.history(stream))
    step = Step(stream, version, [NodeRevoked(node, 1, "lost")], world.clock.now(), "node")
    once(world, f"revoke:{node}", node, lambda _: Decided([step], {}))
