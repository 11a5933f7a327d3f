"""The pages about laptops: the list, reporting one lost, what came too late."""

from pathlib import Path

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from tests.web.desk import browser, make_centre
from tests.web.live import live_pages
from tests.worlds.lines import move_command, receive_command
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.dossiers.settle import settle_messages
from veban.actions.exchange.make_bundle import make_bundle
from veban.actions.nodes.invite import invite_node
from veban.actions.once import Decided, once
from veban.actions.ports import Step
from veban.cli.calling import exchange_with_centre
from veban.cli.joining import join_centre
from veban.core.dossiers.messages import MessagePerson, MessageSent
from veban.core.shared.local_time import parse_instant
from veban.edges.clocks import VARIABLE
from veban.edges.folder.whole_files import write_parts
from veban.wiring.opening import Opening

AT = "2026-11-23T08:45:00+07:00"


class Lost:
    """A laptop that keeps a dossier, and then does something with it that nobody hears of."""

    def __init__(self, folder: Path) -> None:
        self.serving = make_centre(folder / "centre")
        node = self.serving.node
        invited = invite_node(node.world, node.exchange.invitations, "Máy 7", ["lan"])
        self.id = invited["node"]
        with live_pages(self.serving) as address:
            opening = Opening("lan", "con gà trống gáy trên nương")
            laptop = join_centre(folder / "laptop", address, invited["token"], opening).node
            self.code = receive_dossier(laptop.world, receive_command("k1"))["code"]
            do_move(laptop.world, move_command(self.code, "keep", "lan", AT))
            exchange_with_centre(laptop, address)
        drawn = move_command(self.code, "withdraw", "lan", AT, reason="Xin rút hồ sơ.")
        do_move(laptop.world, drawn)
        self.bundle = folder / "late.bundle"
        write_parts(self.bundle, make_bundle(laptop.exchange.x, node.world.me.node))
        laptop.close()


@pytest.fixture(scope="module")
def lost(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lost")
    (folder / "clock").write_text("2026-11-23T09:00:00+07:00", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(folder / "clock"))
        yield Lost(folder)


def test_a_lost_laptop_from_the_list_to_the_decision(lost):
    minh, page = browser(lost.serving, "minh"), f"/nodes/{lost.id}"
    assert "Máy 7" in minh.get("/nodes").content.decode()
    assert 'href="/nodes"' in minh.get("/road").content.decode()
    asked = minh.get(f"{page}/lost")
    assert "1 hồ sơ máy đang giữ" in asked.content.decode()
    assert minh.post(f"{page}/lost", {"key": "k"}).status_code == 422
    form = {"key": "k", "reason": "lost", "note": "Rơi xuống sông."}
    for _ in range(2):
        assert minh.post(f"{page}/lost", form).headers["Location"] == page
    assert "Đã thu hồi" in minh.get(page).content.decode()
    assert minh.get(f"{page}/lost.pdf").content.startswith(b"%PDF")
    _late(minh, page, lost)


def _late(minh, page, lost):
    assert minh.post(f"{page}/late", {"key": "n"}).status_code == 422
    with lost.bundle.open("rb") as bundle:
        answer = minh.post(f"{page}/late", {"key": "n", "bundle": bundle})
    assert answer.headers["Location"] == page
    listed = minh.get("/late").content.decode()
    assert lost.code in listed
    assert "Kết thúc, không có kết quả" in listed
    address = listed.partition('href="/late/')[2].partition('"')[0]
    item = minh.get(f"/late/{address}")
    assert "Xin rút hồ sơ." in item.content.decode()
    assert "Thu hồi nơi xử lý" in item.content.decode()
    aside = {"key": "d", "decision": "aside", "reason": ""}
    assert minh.post(f"/late/{address}", aside).status_code == 422
    take = {"key": "d2", "decision": "take"}
    assert minh.post(f"/late/{address}", take).headers["Location"] == "/late"
    assert "Không có việc nào chờ quyết định" in minh.get("/late").content.decode()
    assert "Đã rút hồ sơ" in minh.get(f"/dossiers/{lost.code}").content.decode()


def refused_message(node, key):
    """Let a hand-back be refused that was told of a dossier without a result; return its code."""
    code = receive_dossier(node.world, receive_command(key))["code"]
    told = MessageSent(
        node.stream_of(code),
        code,
        "hand_back",
        "lan",
        parse_instant(AT),
        MessagePerson({"to": "Vàng A Thử", "relation": "con trai"}),
    )
    step = Step(f"message/{key}", 0, [told], told.at, "lan")
    once(node.world, f"{key}-told", key, lambda _: Decided([step], {}))
    settle_messages(node.world)
    return code


def test_a_refused_message_is_shown_with_its_words_and_set_aside(lost):
    minh, code = browser(lost.serving, "minh"), refused_message(lost.serving.node, "m1")
    listed = minh.get("/late").content.decode()
    address = listed.partition('href="/late/')[2].partition('"')[0]
    shown = minh.get(f"/late/{address}").content.decode()
    assert "Vàng A Thử" in shown
    assert "con trai" in shown
    assert "Chưa được tính vì:" in shown
    aside = {"key": "m1-aside", "decision": "aside", "reason": "Chưa có kết quả để trả."}
    assert minh.post(f"/late/{address}", aside).headers["Location"] == "/late"
    assert code not in minh.get("/late").content.decode()


def test_the_list_asks_the_database_no_more_the_more_waits(lost):
    node, minh = lost.serving.node, browser(lost.serving, "minh")

    def queries():
        with CaptureQueriesContext(connections[node.alias]) as asked:
            assert minh.get("/late").status_code == 200
        return len(asked)

    refused_message(node, "q0")
    few = queries()
    codes = [refused_message(node, f"q{n}") for n in range(1, 5)]
    assert queries() == few
    listed = minh.get("/late").content.decode()
    assert all(code in listed for code in codes)


def test_only_leaders_report_and_decide(lost):
    lan, admin = browser(lost.serving, "lan"), browser(lost.serving, "admin")
    assert lan.get("/nodes").status_code == 403
    assert lan.get("/late").status_code == 403
    assert admin.get(f"/nodes/{lost.id}").status_code == 200
    assert admin.get(f"/nodes/{lost.id}/lost").status_code == 403
    assert admin.get(f"/nodes/{lost.id}/lost.pdf").status_code == 403


def test_an_unknown_laptop_is_not_found(lost):
    assert browser(lost.serving, "minh").get("/nodes/may-0000").status_code == 404
