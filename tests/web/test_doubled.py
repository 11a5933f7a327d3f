"""Two dossiers with one code on pages: asked which, renumbered, tracked by their own receipts."""

import io
import re
from urllib.parse import urlencode

import pytest
from pypdf import PdfReader

from tests.web.desk import browser
from tests.worlds.lines import move_command, receive_command
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.once import Decided, once
from veban.actions.ports import Step
from veban.core.dossiers.refusals import CodeDoubled
from veban.store.queries.dossiers import find_doubled
from veban.web.visitor import get_officer_row, make_visitor


@pytest.fixture(scope="module")
def twins(centre):
    """A dossier, and another one into which the same number was copied."""
    world = centre.node.world
    code = receive_dossier(world, receive_command("first"))["code"]
    stream = centre.node.stream_of(code)
    step = world.journal.history(stream)[0]
    person = step.event.person
    copied = type(person)(
        **{f: getattr(person, f) for f in person.__slots__} | {"tracking": "7H4K9Q2M"}
    )
    event = type(step.event)(
        **{f: getattr(step.event, f) for f in step.event.__slots__} | {"person": copied}
    )
    twin = Step("dossier/twin", 0, [event], step.header.occurred_at, "lan")
    once(world, "twin", "twin", lambda _: Decided([twin], {}))
    return code


def first_of(centre, code):
    return next(row.stream for row in rows(centre, code) if row.stream != "dossier/twin")


def words_of(pdf):
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def receive_move(code):
    return move_command(code, "transfer", "pao", "2026-11-23T09:00:00+07:00")


def rows(centre, code):
    scope = make_visitor(get_officer_row(centre.node, "minh")).scope
    return find_doubled(centre.node.alias, scope, code)


def test_each_of_two_with_one_code_is_opened_read_and_printed_and_nothing_else(centre, lan, twins):
    shown = lan.get(f"/dossiers/{twins}").content.decode()
    for stream, chars in (("dossier/twin", "7H4K9Q2M"), (first_of(centre, twins), "")):
        link = f"/dossiers/{twins}?{urlencode({'only': stream})}"
        assert f'href="{link}"' in shown
        page = lan.get(link).content.decode()
        assert "Hồ sơ khác đang mang cùng mã này" in page
        assert f"/dossiers/{twins}/do/" not in page
        slip = f"/dossiers/{twins}/receipt.pdf?{urlencode({'only': stream})}"
        assert f'href="{slip}"' in page
        pdf = lan.get(slip).content
        assert chars in words_of(pdf)
        assert (chars == "7H4K9Q2M") == ("7H4K9Q2M" in words_of(pdf))
    assert lan.get(f"/dossiers/{twins}?only=dossier/other").status_code == 404


def test_a_code_of_two_is_asked_about_and_one_gets_another(centre, lan, twins):
    shown = lan.get(f"/dossiers/{twins}").content.decode()
    assert "Mã này dẫn đến nhiều hồ sơ" in shown
    assert "7H4K9Q2M" in shown
    assert "Đổi mã hồ sơ này" not in shown
    nobody = browser(centre)
    plain = nobody.get("/t/", {"c": twins}).content.decode()
    assert "Có hai hồ sơ mang mã này" in plain
    assert "Hẹn trả" not in plain
    own = nobody.get("/t/7H4K9Q2M", {"c": twins}).content.decode()
    assert "Có hai hồ sơ mang mã này" not in own
    assert "Việc tiếp theo" in own

    move = receive_move(twins)
    with pytest.raises(CodeDoubled):
        do_move(centre.node.world, move)
    assert lan.get(f"/dossiers/{twins}/receipt.pdf").status_code == 409
    with pytest.raises(CodeDoubled):
        centre.node.stream_of(twins)

    minh = browser(centre, "minh")
    assert minh.get(f"/dossiers/{twins}").content.decode().count("Đổi mã hồ sơ này</button>") == 2
    post = {"key": "k1", "stream": "dossier/twin", "reason": "Máy bị sao chép"}
    assert lan.post(f"/dossiers/{twins}/renumber", post).status_code == 403
    done = minh.post(f"/dossiers/{twins}/renumber", post)
    new = done.headers["Location"].rpartition("/")[2]
    assert new != twins
    renumbered = minh.get(f"/dossiers/{new}").content.decode()
    assert "Đổi mã hồ sơ bị trùng" in renumbered
    assert "Mã cũ, vẫn tra cứu được" in renumbered
    assert "Mã chính thức" not in renumbered
    assert lan.get(f"/dossiers/{twins}/receipt.pdf").content.startswith(b"%PDF-")
    again = minh.post(f"/dossiers/{twins}/renumber", post | {"key": "k2"})
    assert again.status_code == 409

    assert do_move(centre.node.world, move)["code"] == twins
    asked = lan.get(f"/dossiers/{twins}").content.decode()
    assert f'href="/dossiers/{new}?only=dossier%2Ftwin"' in asked
    [link] = re.findall(rf'href="(/dossiers/{twins}\?only=[^"]+)"', asked)
    assert {row.code for row in rows(centre, twins)} == {twins, new}
    first = lan.get(link).content.decode()
    assert "Mã này dẫn đến" not in first
    assert "Việc tiếp theo" in nobody.get("/t/7H4K9Q2M", {"c": twins}).content.decode()
    assert nobody.get(f"/doors/track/{twins}").json()["state"] is None
