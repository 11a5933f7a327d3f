"""A reception point: a laptop that stays, named at the centre, told on its pages and its slips."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from tests.web.desk import ClockFile, browser
from tests.web.forms import BIRTH, birth_form, code_on, fields_of
from tests.web.laptop import Pair
from tests.web.live import live_pages
from tests.worlds.lines import move_command, receive_command
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.nodes.invite import invite_node
from veban.actions.nodes.set_point import INVITING, PointPlan, set_point
from veban.cli.joining import join_centre
from veban.core.dossiers.state import fold
from veban.core.nodes.points import NoPointHere, PointNameWrong
from veban.core.people.officers import OfficerLacksRole
from veban.edges.clocks import VARIABLE
from veban.wiring.opening import Opening

AT = "2026-11-23T09:00:00+07:00"
PLACE = "Hừa Ngài, xã Hừa Ngài cũ"


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    folder = tmp_path_factory.mktemp("point")
    clock = ClockFile(folder / "clock.txt")
    clock.move_to(AT)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(clock.path))
        made = Pair(folder, days=(date(2026, 12, 7), date(2026, 12, 8)))
        yield made
        made.close()


@pytest.fixture(scope="module")
def point(pair):
    """The laptop as Hừa Ngài's point, after its next exchange."""
    boss, page = browser(pair.centre, "minh"), f"/nodes/{laptop_id(pair)}/point"
    form = fields_of(boss.get(page), page)
    named = form | {"point": "Điểm tiếp nhận Hừa Ngài", "area": "xã Hừa Ngài cũ"}
    assert boss.post(page, named).status_code == 302
    assert boss.post(page, named).status_code == 302
    assert "Điểm tiếp nhận Hừa Ngài" in boss.get("/nodes").content.decode()
    assert PLACE in boss.get(f"/nodes/{laptop_id(pair)}").content.decode()
    assert "máy lưu động" in head_of(pair.lan().get("/receive"))
    pair.exchange()
    return pair


def laptop_id(pair):
    return pair.laptop.node.world.me.speaks_as


def head_of(answer):
    return answer.content.decode().partition("</header>")[0]


def words_of(pdf):
    return " ".join(
        " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split()
    )


def holder(serving, code):
    node = serving.node
    return fold(node.world.journal.history(node.stream_of(code))).holder


def test_the_header_says_where_the_laptop_stays_before_anybody_signs_in_too(point):
    assert "Điểm tiếp nhận Hừa Ngài" in head_of(point.lan().get("/receive"))
    assert "Điểm tiếp nhận Hừa Ngài" in head_of(browser(point.laptop).get("/open"))
    assert "máy lưu động" not in head_of(point.lan().get("/receive"))
    assert "Điểm tiếp nhận" not in head_of(browser(point.centre, "lan").get("/receive"))


def test_a_reception_begins_at_the_point_and_its_receipt_says_so(point):
    lan, address = point.lan(), f"/receive/{BIRTH}/form"
    shown = fields_of(lan.get(f"{address}?case=ordinary"), address)
    assert (shown["place-kind"], shown["place-village"]) == ("point", PLACE)
    assert (shown["more-how"], shown["more-place"]) == ("village", PLACE)
    done = lan.post(address, birth_form(lan) | {"step": "confirm", "explained": "on"})
    code = code_on(done.headers["Location"])
    page = lan.get(done.headers["Location"]).content.decode()
    assert f'Nhận tại điểm tiếp nhận: <span lang="vi">{PLACE}' in page
    assert "Tổ lưu động" not in page
    receipt = words_of(lan.get(f"/dossiers/{code}/receipt.pdf").content)
    assert f"điểm tiếp nhận {PLACE}" in receipt
    assert "Nhận tại điểm tiếp nhận" in receipt
    assert "Tổ lưu động" not in receipt


def test_who_goes_home_with_a_slip_was_at_the_point_too(point):
    address = f"/receive/{BIRTH}/sent-home/supplement"
    shown = fields_of(point.lan().get(address), address)
    assert (shown["kind"], shown["place_village"]) == ("point", PLACE)


def test_a_line_that_says_point_gets_the_points_name(point):
    world = point.laptop.node.world
    line = receive_command("line", place={"kind": "point"})
    code = receive_dossier(world, line)["code"]
    history = world.journal.history(point.laptop.node.stream_of(code))
    assert history[0].event.place_village == PLACE
    beside = receive_command("beside", place={"kind": "village", "village": "Na Pheo"})
    code = receive_dossier(world, beside)["code"]
    history = world.journal.history(point.laptop.node.stream_of(code))
    assert history[0].event.place_village == "Na Pheo"


def test_a_point_releases_what_is_complete_and_nothing_that_is_kept(point):
    world = point.laptop.node.world
    complete, kept = (
        receive_dossier(world, receive_command(key, place={"kind": "point"}))["code"]
        for key in ("complete", "kept")
    )
    do_move(world, move_command(kept, "keep", "lan", AT))
    point.exchange()
    centre = point.centre.node.world.me.node
    assert holder(point.centre, complete) == centre
    assert holder(point.laptop, complete) == centre
    assert holder(point.centre, kept) == world.me.node
    do_move(world, move_command(kept, "let_go", "lan", AT))
    point.exchange()
    assert holder(point.centre, kept) == centre
    for serving in (point.laptop, point.centre):
        assert serving.node.journal.verify()[1] == []
        assert serving.node.journal.rebuild()[1]


def test_the_weekly_carriage_goes_to_the_point_by_its_name(point):
    lan = point.lan()
    code = receive_dossier(
        point.laptop.node.world, receive_command("weekly", place={"kind": "point"})
    )["code"]
    sent = lan.post("/carriage", fields_of(lan.get("/carriage"), "/carriage") | {"c": [code]})
    listed = words_of(lan.get(f"{sent.headers['Location']}/list.pdf").content)
    assert "Điểm tiếp nhận Hừa Ngài (xã Hừa Ngài cũ)" in listed
    point.exchange()
    office = browser(point.centre, "lan")
    assert "Điểm tiếp nhận Hừa Ngài → Trung tâm" in office.get("/bags").content.decode()
    assert "Điểm tiếp nhận Hừa Ngài" in office.get("/carriage").content.decode()
    assert "Điểm tiếp nhận Hừa Ngài → Trung tâm" in office.get("/road/underway").content.decode()


def test_a_laptop_that_was_invited_as_a_point_is_one_as_soon_as_it_joined(point, tmp_path):
    node = point.centre.node
    invited = invite_node(node.world, node.exchange.invitations, "Máy 9", ["lan"])
    set_point(node.world, PointPlan("k-nine", invited["node"], INVITING, "Sá Tổng"))
    with live_pages(point.centre) as address:
        opening = Opening("lan", "con gà trống gáy trên nương")
        laptop = join_centre(tmp_path / "nine", address, invited["token"], opening).node
    place = receive_command("nine", place={"kind": "point"})
    code = receive_dossier(laptop.world, place)["code"]
    history = laptop.world.journal.history(laptop.stream_of(code))
    assert history[0].event.place_village == "Sá Tổng"
    laptop.close()


def test_only_a_centre_names_points_and_only_who_may(point):
    centre, laptop, node = point.centre.node.world, point.laptop.node.world, laptop_id(point)
    with pytest.raises(OfficerLacksRole):
        set_point(centre, PointPlan("k1", node, "lan", "Na Pheo"))
    with pytest.raises(NoPointHere):
        set_point(centre, PointPlan("k2", centre.me.node, "minh", "Na Pheo"))
    with pytest.raises(NoPointHere):
        set_point(laptop, PointPlan("k3", node, "node", "Na Pheo"))
    boss, page = browser(point.centre, "minh"), f"/nodes/{node}/point"
    empty = boss.post(page, fields_of(boss.get(page), page) | {"point": ""})
    assert empty.status_code == 422
    for name in ("x" * 81, "điểm tiếp nhận", "a\x00b"):
        with pytest.raises(PointNameWrong):
            set_point(centre, PointPlan("k4", node, "minh", name))
    assert browser(point.centre, "lan").get(page).status_code == 403


def test_a_point_that_ends_is_a_travelling_laptop_again_and_old_papers_stay_true(point):
    boss, page = browser(point.centre, "minh"), f"/nodes/{laptop_id(point)}/point"
    old = receive_command("old", place={"kind": "point"})
    code = receive_dossier(point.laptop.node.world, old)["code"]
    ending = {"key": "end-of-it", "end": "1"}
    for _ in range(2):
        assert boss.post(page, ending).status_code == 302
    point.exchange()
    assert "máy lưu động" in head_of(point.lan().get("/receive"))
    receipt = words_of(point.lan().get(f"/dossiers/{code}/receipt.pdf").content)
    assert f"điểm tiếp nhận {PLACE}" in receipt
    address = f"/receive/{BIRTH}/form"
    shown = fields_of(point.lan().get(f"{address}?case=ordinary"), address)
    assert shown["place-kind"] == "point", "the table of today still stands"
