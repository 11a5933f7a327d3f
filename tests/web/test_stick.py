"""The exchange by stick on the pages: made, taken, refused whole, carried for others."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web.desk import ClockFile, browser
from tests.web.laptop import pair
from tests.worlds.lines import receive_command
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.exchange.make_bundle import make_bundle
from veban.actions.nodes.invite import invite_node
from veban.edges.clocks import VARIABLE

PAGE = "/road/stick"


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    folder = tmp_path_factory.mktemp("both")
    clock = ClockFile(folder / "clock.txt")
    clock.move_to("2026-11-23T09:00:00+07:00")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(clock.path))
        with pair(folder) as made:
            yield made


def make(client, to):
    answer = client.post(f"{PAGE}/make", {"to": to})
    assert answer.status_code == 200
    assert answer["Content-Disposition"].endswith('.veban"')
    return b"".join(answer.streaming_content)


def take(client, content):
    return client.post(f"{PAGE}/take", {"bundle": SimpleUploadedFile("goi.veban", content)})


def left_behind(serving):
    return list((serving.node.folder / "uploads").glob("stick-*"))


def test_a_dossier_goes_up_and_the_answer_comes_down_by_stick(both):
    centre, laptop = both.centre.node, both.laptop.node
    code = receive_dossier(laptop.world, receive_command("s1"))["code"]
    up = make(both.lan(), centre.world.me.node)
    admin = browser(both.centre, "admin")
    assert browser(both.centre, "lan").get(f"/dossiers/{code}").status_code == 404
    taken = take(browser(both.centre, "lan"), up)
    assert taken.status_code == 302
    assert "Đã nhận: " in admin.get(taken["Location"]).content.decode()
    assert browser(both.centre, "lan").get(f"/dossiers/{code}").status_code == 200
    again = take(admin, up)
    assert "không có gì mới" in admin.get(again["Location"]).content.decode()
    down = make(admin, laptop.world.me.node)
    assert take(both.lan(), down).status_code == 302
    assert "Trung tâm đã nhận mọi việc" in both.lan().get("/road/queue").content.decode()
    assert left_behind(both.centre) == left_behind(both.laptop) == []


@pytest.mark.parametrize("harm", ["half", "altered"])
def test_half_a_file_and_an_altered_one_are_refused_whole_with_the_reason(both, harm):
    receive_dossier(both.laptop.node.world, receive_command(f"s-{harm}"))
    up = make(both.lan(), both.centre.node.world.me.node)
    bad = up[: len(up) // 2] if harm == "half" else up[:-1] + bytes([up[-1] ^ 1])
    before = both.centre.node.journal.chains()
    answer = take(browser(both.centre, "admin"), bad)
    assert answer.status_code == 422
    assert "Tệp bị cắt, bị sửa" in answer.content.decode()
    assert both.centre.node.journal.chains() == before
    assert left_behind(both.centre) == []


def test_what_is_no_sealed_file_is_never_written_to_the_disk(both):
    answer = take(both.lan(), b"anh chup can cuoc" * 10_000)
    assert "Tệp bị cắt, bị sửa" in answer.content.decode()
    assert left_behind(both.laptop) == []


def test_no_file_and_no_receiver_are_told(both):
    assert "Chưa chọn tệp niêm phong" in both.lan().post(f"{PAGE}/take").content.decode()
    admin = browser(both.centre, "admin")
    answer = admin.post(f"{PAGE}/make", {"to": "may-khac"})
    assert (answer.status_code, "Chọn máy nhận" in answer.content.decode()) == (422, True)


def test_a_form_without_this_browsers_token_takes_nothing(both):
    strict = browser(both.laptop, "lan", enforce_csrf_checks=True)
    file = b"".join(make_bundle(both.centre.node.exchange.x, both.laptop.node.world.me.node))
    assert take(strict, file).status_code == 403
    assert left_behind(both.laptop) == []


def test_a_file_for_another_machine_is_carried_and_given_out_unread(both):
    up = make(both.lan(), both.centre.node.world.me.node)
    lan = both.lan()
    kept = take(lan, up)
    page = lan.get(kept["Location"]).content.decode()
    assert "đã cất vào thư gửi hộ" in page
    (file,) = both.laptop.node.box.list()
    given = lan.get(f"{PAGE}/carried/{file.name}")
    assert b"".join(given.streaming_content) == up
    lan.post(f"{PAGE}/carried/{file.name}/drop")
    assert both.laptop.node.box.list() == []
    assert lan.get(f"{PAGE}/carried/{file.name}").status_code == 404


def test_what_is_carried_goes_along_at_the_next_exchange(both):
    code = receive_dossier(both.laptop.node.world, receive_command("s-along"))["code"]
    up = make(both.lan(), both.centre.node.world.me.node)
    both.laptop.node.box.put(io.BytesIO(up), "may-ban", both.centre.node.world.me.node)
    assert both.exchange().done
    assert browser(both.centre, "lan").get(f"/dossiers/{code}").status_code == 200
    assert [one.to for one in both.laptop.node.box.list() if not one.refused] == []


def test_a_centre_lets_the_officer_choose_the_laptop(both):
    node = both.centre.node
    invite_node(node.world, node.exchange.invitations, "Máy chưa nối", ["lan"])
    page = browser(both.centre, "admin").get(PAGE).content.decode()
    assert "Máy nhận:" in page
    assert "Máy chưa nối" not in page
