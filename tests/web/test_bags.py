"""Bags on real pages of two nodes: packed at a laptop, sent, unpacked at the centre."""

import io

import pytest

from tests.web.desk import ClockFile, OpenServing, browser, make_centre
from tests.web.forms import fields_of
from tests.web.live import live_pages
from tests.worlds.lines import move_command, receive_command
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.exchange.make_bundle import make_bundle
from veban.actions.exchange.take_bundle import take_bundle
from veban.actions.nodes.invite import invite_node
from veban.cli.joining import join_centre
from veban.core.dossiers.state import fold
from veban.edges.clocks import VARIABLE
from veban.wiring.opening import Opening


@pytest.fixture(scope="module")
def nodes(tmp_path_factory):
    """The centre of Na Sang and a laptop that joined it, both open."""
    folder = tmp_path_factory.mktemp("bags")
    clock = ClockFile(folder / "clock.txt")
    clock.move_to("2026-11-23T09:00:00+07:00")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(clock.path))
        centre = make_centre(folder / "centre")
        node = centre.node
        token = invite_node(node.world, node.exchange.invitations, "Máy 2", ["lan"])["token"]
        with live_pages(centre) as address:
            joined = join_centre(
                folder / "laptop", address, token, Opening("lan", "con gà trống gáy trên nương")
            )
        yield centre, OpenServing(joined.node, is_field=True)
        joined.node.close()
        node.close()


def stick(giver, taker):
    """Carry a sealed file from one node to the other."""
    made = b"".join(make_bundle(giver.node.exchange.x, taker.node.world.me.node))
    take_bundle(taker.node.exchange.x, io.BytesIO(made))


def meet(laptop, centre):
    for _ in range(2):
        stick(laptop, centre)
        stick(centre, laptop)


def take_in(laptop, *keys):
    return [receive_dossier(laptop.node.world, receive_command(key))["code"] for key in keys]


def post_scan(client, bag, text):
    shown = fields_of(client.get(bag), f"{bag}/scan")
    return client.post(f"{bag}/scan", shown | {"scan": text})


def close(client, bag, **said):
    return client.post(f"{bag}/close", fields_of(client.get(bag), f"{bag}/close") | said)


def section(page, name):
    return page.partition(f'id="{name}"')[2].partition("</section>")[0]


def test_a_bag_from_the_laptop_to_the_centre_with_one_envelope_missing(nodes):
    centre, laptop = nodes
    first, second, third = take_in(laptop, "a", "b", "c")
    lan = browser(laptop, "lan")
    opened = lan.post("/bags", fields_of(lan.get("/bags"), "/bags"))
    bag = opened.headers["Location"]
    assert post_scan(lan, bag, first.lower()).status_code == 302
    receipt_qr = lan.get(f"/dossiers/{second}/receipt.pdf")
    assert receipt_qr.status_code == 200
    shown = lan.get(post_scan(lan, bag, second).headers["Location"]).content.decode()
    assert f"<strong>{second}</strong>: đúng danh sách." in shown
    assert third in section(shown, "missing")
    assert first in section(shown, "both")
    assert post_scan(lan, bag, "https://lạ?x").status_code == 422
    assert close(lan, bag).status_code == 422
    assert close(lan, bag, note="Bì thứ ba còn chờ ký").status_code == 302
    assert lan.get(f"{bag}/list.pdf").content.startswith(b"%PDF")
    meet(laptop, centre)

    office = browser(centre, "lan")
    assert "trên đường" in office.get("/bags").content.decode()
    assert f'href="{bag}"' in office.get("/carriage").content.decode()
    assert "Túi 261123-" in office.get(f"/dossiers/{first}").content.decode()
    assert post_scan(office, bag, first).status_code == 302
    shown = office.get(bag).content.decode()
    assert second in section(shown, "missing")
    assert close(office, bag).status_code == 422
    assert close(office, bag, note="Túi rách, tìm tiếp").status_code == 302
    assert "Thất lạc" in office.get(f"/dossiers/{second}").content.decode()
    assert "Thất lạc" not in office.get(f"/dossiers/{first}").content.decode()


def test_a_carriage_is_recorded_once_and_then_lies_in_no_other(nodes):
    centre, laptop = nodes
    lan = browser(laptop, "lan")
    codes = take_in(laptop, "d", "e")
    page = lan.get("/carriage")
    assert all(code in page.content.decode() for code in codes)
    form = fields_of(page, "/carriage") | {"c": codes}
    sent = lan.post("/carriage", form)
    assert lan.post("/carriage", form).headers["Location"] == sent.headers["Location"]
    page = lan.get("/carriage").content.decode()
    assert not any(code in page for code in codes)
    meet(laptop, centre)
    page = lan.get("/carriage").content.decode()
    assert not any(code in page for code in codes)


def test_labels_print_for_several_dossiers_and_name_nobody(nodes):
    _centre, laptop = nodes
    lan = browser(laptop, "lan")
    codes = take_in(laptop, "f", "g")
    assert all(code in lan.get("/envelopes").content.decode() for code in codes)
    answer = lan.get("/envelopes.pdf", {"c": codes})
    assert answer.headers["Content-Type"] == "application/pdf"
    assert lan.get("/envelopes.pdf").status_code == 404


def test_a_bag_that_has_not_come_here_says_what_to_do(nodes):
    centre, _laptop = nodes
    answer = browser(centre, "lan").get("/bags/261123-0000")
    assert answer.status_code == 404
    assert "Trao đổi dữ liệu" in answer.content.decode()
    assert browser(centre, "vien").get("/bags").status_code == 403


def test_a_reclaim_moves_what_a_laptop_wrote_in_its_place_on_real_databases(nodes):
    centre, laptop = nodes
    (code,) = take_in(laptop, "reclaimed")
    at = "2026-11-23T09:00:00+07:00"
    do_move(laptop.node.world, move_command(code, "keep", "lan", at))
    stick(laptop, centre)
    withdraw = move_command(code, "withdraw", "lan", at, reason="Đổi ý")
    do_move(laptop.node.world, withdraw)
    do_move(centre.node.world, move_command(code, "reclaim", "minh", at, reason="Máy im lặng"))
    meet(laptop, centre)
    for serving in (laptop, centre):
        node = serving.node
        dossier = fold(node.world.journal.history(node.stream_of(code)))
        assert dossier.holder == centre.node.world.me.node
        assert node.journal.verify()[1] == []
        assert node.journal.rebuild()[1]


def test_an_envelope_of_a_dossier_that_the_laptop_let_go_lies_in_one_open_bag(nodes):
    centre, laptop = nodes
    [code] = take_in(laptop, "let-go")
    meet(laptop, centre)
    lan, bags = browser(laptop, "lan"), []
    for _ in range(2):
        opened = lan.post("/bags", fields_of(lan.get("/bags"), "/bags"))
        bags.append(opened.headers["Location"])
    assert post_scan(lan, bags[0], code).status_code == 302
    again = post_scan(lan, bags[1], code)
    assert again.status_code == 409
    assert "đang ở trong túi khác" in again.content.decode()
