"""Two laptops on one network and no way to the centre: one carries the other's sealed file."""

import secrets
import shutil
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from tests.exchange.served import CuttingProxy
from tests.web.desk import ClockFile, browser, make_centre
from tests.web.forms import fields_of
from tests.web.live import live_pages
from tests.worlds.lines import receive_command
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.exchange.make_bundle import make_bundle
from veban.actions.exchange.neighbours import MOST_FILES, Carrying, admit
from veban.actions.nodes.invite import invite_node
from veban.cli.joining import join_centre
from veban.core.shared.disk import DiskNearlyFull
from veban.edges.clocks import VARIABLE
from veban.edges.folder.receiving import (
    MINUTES,
    RECEIVING,
    close_receiving,
    open_receiving,
    receiving_until,
)
from veban.edges.folder.result_files import write_result
from veban.edges.transport.calls import Calls, Signer
from veban.edges.transport.carried import FileBox
from veban.edges.transport.downloads import Downloads
from veban.edges.transport.http_line import HttpLine
from veban.exchange.refusals import (
    BundleBroken,
    FileUnknown,
    NeighbourClosed,
    NeighbourFull,
    NeighbourKnowsUsNot,
    NeighbourUnreachable,
    PeerUnknown,
    UploadTooLarge,
)
from veban.store.journal.codes import find_stream
from veban.wiring.calling import exchange_with_centre
from veban.wiring.neighbours import MADE, send_to_neighbour
from veban.wiring.opening import Opening
from veban.wiring.served import ServedFolder

PHRASE = "con gà trống gáy trên nương"
GB = 1024 * 1024 * 1024


@pytest.fixture(scope="module")
def team(tmp_path_factory):
    """A centre, a carrier on its way there, and a laptop that is stuck, both open."""
    folder = tmp_path_factory.mktemp("neighbours")
    clock = ClockFile(folder / "clock.txt")
    clock.move_to("2026-11-23T09:00:00+07:00")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(clock.path))
        centre = make_centre(folder / "centre")
        with live_pages(centre) as address:
            stuck = joined(centre, folder / "stuck", address)
            carrier = joined(centre, folder / "carrier", address)
        yield SimpleNamespace(centre=centre, carrier=carrier, stuck=stuck, folder=folder)
        for serving in (carrier, stuck, centre):
            serving.node.close()


@pytest.fixture(autouse=True)
def empty_and_closed(team):
    """Each test begins with nothing carried and nobody let in."""
    shutil.rmtree(team.carrier.node.folder / "carried", ignore_errors=True)
    close_receiving(team.carrier.node.folder)
    (team.stuck.node.folder / "outbox" / MADE).unlink(missing_ok=True)


def joined(centre, folder, address):
    node = centre.node
    token = invite_node(node.world, node.exchange.invitations, folder.name, ["lan"])["token"]
    join_centre(folder, address, token, Opening("lan", PHRASE)).node.close()
    served = ServedFolder(folder)
    served.open("lan", PHRASE)
    return served


def let_in(serving):
    open_receiving(serving.node.folder, datetime.now(UTC))


def exchange(serving, centre):
    with live_pages(centre) as address:
        return exchange_with_centre(serving.node, address, lambda _: None)


def line_to(node, address):
    world = node.world
    calls = Calls(address, Signer(world.me.speaks_as, world.keys, world.clock))
    return HttpLine(calls, Downloads(node.folder / "downloads"))


def sealed(team, name="made.veban"):
    node = team.stuck.node
    path = team.folder / name
    write_result(path, make_bundle(node.exchange.x, node.world.me.centre))
    return path


def uploads_of(serving):
    folder = serving.node.folder / "uploads"
    return [path for path in folder.rglob("*") if path.is_file()] if folder.is_dir() else []


def press_send(team, address):
    lan = browser(team.stuck, "lan")
    form = fields_of(lan.get("/road/lan"), "/road/lan/send")
    return lan, lan.post("/road/lan/send", form | {"address": address.removeprefix("http://")})


def test_a_dossier_reaches_the_centre_through_another_laptop_and_the_answer_comes_back(team):
    code = receive_dossier(team.stuck.node.world, receive_command("far"))["code"]
    carrier = browser(team.carrier, "lan")
    shown = fields_of(carrier.get("/road/lan"), "/road/lan/receive")
    assert carrier.post("/road/lan/receive", shown).status_code == 302
    page = carrier.get("/road/lan").content.decode()
    assert "Đang mở nhận" in page
    assert "Chưa mang hộ tệp nào" in page
    with live_pages(team.carrier) as address:
        lan, sent = press_send(team, address)
        assert "Đã gửi nhờ" in lan.get(sent.headers["Location"]).content.decode()
        assert "Đang mang hộ 1 tệp" in carrier.get("/road/lan").content.decode()
        assert find_stream(team.centre.node.alias, code) is None
        exchange(team.carrier, team.centre)
        assert find_stream(team.centre.node.alias, code)
        lan, sent = press_send(team, address)
        told = lan.get(sent.headers["Location"]).content.decode()
        assert "Máy kia mang về cho máy này" in told
    stuck = team.stuck.node
    assert stuck.centre_has()[0] >= 2
    assert exchange(team.stuck, team.centre).entries_sent <= 2, "what was carried is known there"
    for serving in (team.stuck, team.centre, team.carrier):
        assert serving.node.journal.verify()[1] == []


def test_nothing_is_taken_before_the_officer_there_lets_others_in_and_after(team):
    with live_pages(team.carrier) as address:
        _lan, refused = press_send(team, address)
        assert refused.status_code == 409
        assert "bấm “Mở nhận trong 15 phút”" in refused.content.decode()
        let_in(team.carrier)
        close = browser(team.carrier, "lan").post("/road/lan/receive", {"close": "1"})
        assert close.status_code == 302
        with pytest.raises(NeighbourClosed):
            send_to_neighbour(team.stuck.node, address)
    assert team.carrier.node.box.list() == []
    assert uploads_of(team.carrier) == []


def test_a_locked_neighbour_says_the_same_as_a_closed_one(team):
    locked = SimpleNamespace(node=None, is_field=True, practice=True)
    with live_pages(locked) as address, pytest.raises(NeighbourClosed):
        send_to_neighbour(team.stuck.node, address)


def test_taken_twice_is_one_file(team):
    path = sealed(team)
    let_in(team.carrier)
    with live_pages(team.carrier) as address:
        for _ in range(2):
            line_to(team.stuck.node, address).upload(path)
    [kept] = team.carrier.node.box.list()
    assert kept.sender == team.stuck.node.world.me.node
    assert uploads_of(team.carrier) == []


@pytest.mark.parametrize("harm", ["half", "altered", "no bundle"])
def test_half_a_file_and_an_altered_one_are_refused_whole(team, harm):
    path = sealed(team, f"{harm}.veban")
    whole = path.read_bytes()
    middle = len(whole) // 2
    harmed = {
        "half": whole[:middle],
        "altered": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
        "no bundle": secrets.token_bytes(5000),
    }
    path.write_bytes(harmed[harm])
    let_in(team.carrier)
    with live_pages(team.carrier) as address, pytest.raises(BundleBroken):
        line_to(team.stuck.node, address).upload(path)
    assert team.carrier.node.box.list() == []
    assert uploads_of(team.carrier) == []


def test_a_line_that_breaks_is_gone_on_with_where_it_broke(team):
    scan = team.stuck.node.world.blobs.put(secrets.token_bytes(60_000))
    papers = [{"name": "Tờ khai", "file": scan}]
    receive_dossier(team.stuck.node.world, receive_command("scanned", papers=papers))
    let_in(team.carrier)
    with live_pages(team.carrier) as address:
        proxy = CuttingProxy(int(address.rpartition(":")[2]), [7000] * 100)
        with pytest.raises(NeighbourUnreachable):
            send_to_neighbour(team.stuck.node, proxy.url)
        assert team.carrier.node.box.list() == []
        made = (team.stuck.node.folder / "outbox" / MADE).read_bytes()
        first = sum(path.stat().st_size for path in uploads_of(team.carrier))
        with pytest.raises(NeighbourUnreachable):
            send_to_neighbour(team.stuck.node, proxy.url)
        second = sum(path.stat().st_size for path in uploads_of(team.carrier))
        assert 0 < first < second < len(made), "what had come stayed, and was gone on from"
        proxy.close()
        assert send_to_neighbour(team.stuck.node, address).bytes == len(made)
    [kept] = team.carrier.node.box.list()
    assert team.carrier.node.box.find(kept.name).read_bytes() == made
    assert not (team.stuck.node.folder / "outbox" / MADE).exists()


def test_strangers_on_the_network_are_neither_told_nor_given_room(team, tmp_path):
    let_in(team.carrier)
    foreign = make_centre(tmp_path / "foreign")
    with live_pages(foreign) as address:
        stranger = joined(foreign, tmp_path / "stranger", address)
    doors = "/doors/exchange"
    with live_pages(team.carrier) as address:
        with pytest.raises(NeighbourKnowsUsNot):
            send_to_neighbour(stranger.node, address)
        unsigned = HttpLine(Calls(address), Downloads(tmp_path))
        with pytest.raises(PeerUnknown):
            unsigned.upload(sealed(team))
        anybody = browser(team.carrier)
        for path in (f"{doors}/bundles/{team.stuck.node.world.me.node}", "/road/lan"):
            assert anybody.get(path).status_code in (302, 403)
    assert uploads_of(team.carrier) == []
    assert team.carrier.node.box.list() == []
    stranger.node.close()
    foreign.node.close()


def test_an_answer_is_given_to_whom_it_is_for_and_to_nobody_else(team):
    node = team.centre.node
    stuck, carrier = (serving.node for serving in (team.stuck, team.carrier))
    path = team.folder / "answer.veban"
    write_result(path, make_bundle(node.exchange.x, stuck.world.me.node))
    with path.open("rb") as file:
        carrier.box.put(file, node.world.me.node, stuck.world.me.node)
    with live_pages(team.carrier) as address:
        assert line_to(stuck, address).bundle_for(stuck.world.me.node) == path.read_bytes()
        with pytest.raises(FileUnknown):
            line_to(carrier, address).bundle_for(stuck.world.me.node)


def test_a_laptop_carries_a_bounded_number_of_bounded_files_and_keeps_room_for_itself(tmp_path):
    box = FileBox(tmp_path / "carried")
    free = SimpleNamespace(bytes=GB)
    carrying = Carrying(box, lambda: True, lambda: free.bytes)
    admit(carrying, 1000)
    with pytest.raises(UploadTooLarge):
        admit(carrying, GB)
    free.bytes = GB // 4 + 500
    with pytest.raises(DiskNearlyFull):
        admit(carrying, 1000)
    free.bytes = GB
    (tmp_path / "carried").mkdir()
    for n in range(MOST_FILES):
        (tmp_path / "carried" / f"may-1.tt-1.{n:016x}.veban").touch()
    with pytest.raises(NeighbourFull):
        admit(carrying, 1000)


def test_letting_in_ends_by_itself_and_a_torn_file_lets_nobody_in(tmp_path):
    now = datetime(2026, 11, 23, 2, tzinfo=UTC)
    assert receiving_until(tmp_path, now) is None
    until = open_receiving(tmp_path, now)
    assert receiving_until(tmp_path, now) == until == now + timedelta(minutes=MINUTES)
    assert receiving_until(tmp_path, until) is None
    assert receiving_until(tmp_path, now - timedelta(hours=1)) is None, "a clock that was set back"
    (tmp_path / RECEIVING).write_text('{"until": "2026', encoding="utf-8")
    assert receiving_until(tmp_path, now) is None


def test_a_centre_has_no_such_pages(team):
    assert browser(team.centre, "lan").post("/road/lan/receive").status_code == 404
    assert browser(team.centre, "lan").post("/road/lan/send").status_code == 404
    assert "Gửi nhờ" not in browser(team.centre, "lan").get("/road/lan").content.decode()


def test_an_address_that_is_none_is_said_beside_the_field(team):
    lan = browser(team.stuck, "lan")
    answer = lan.post("/road/lan/send", {"address": "không có"})
    assert answer.status_code == 422
    assert "Gõ đúng địa chỉ" in answer.content.decode()
    assert 'value="không có"' in answer.content.decode()


def test_nobody_at_the_address_is_told_in_words(team):
    with pytest.raises(NeighbourUnreachable):
        send_to_neighbour(team.stuck.node, "http://127.0.0.1:9")
