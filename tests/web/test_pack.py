"""The pack of a round on the pages: made at the centre, opened on the laptop, slips with it."""

import io
import re
from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfReader

from tests.web.desk import ClockFile, browser
from tests.web.laptop import pair
from veban.actions.exchange.make_bundle import make_bundle
from veban.actions.rounds.open_round import RoundPlan, close_round, open_round
from veban.edges.clocks import VARIABLE
from veban.store.journal.reading import execute
from veban.wiring.jobs import sweep_parts
from veban.wiring.packs import LAST_PACK

PAGE = "/road/pack"


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pack")
    clock = ClockFile(folder / "clock.txt")
    clock.move_to("2026-11-23T09:00:00+07:00")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(clock.path))
        with pair(folder) as made:
            yield made


@pytest.fixture(scope="module")
def both(fresh):
    """The pair after a pack was made and opened."""
    if not (fresh.laptop.node.folder / LAST_PACK).exists():
        make(fresh)
        open_here(fresh, fetch(fresh))
    return fresh


def at_centre(both):
    return browser(both.centre, "lan")


def make(both, round_id=None):
    return at_centre(both).post(f"{PAGE}/make", {"round": round_id or both.round})


def another_round(both, name, day):
    node = both.centre.node
    plan = RoundPlan(name, [day], ["Na Pheo"], both.laptop.node.world.me.node, ["lan"])
    return open_round(node.world, node.world.me.unit, plan)


def fetch(both):
    return fetch_round(both, both.round)


def left_behind(both):
    return list((both.laptop.node.folder / "uploads").glob("*"))


def fetch_round(both, round_id):
    answer = at_centre(both).get(f"{PAGE}/{round_id}.veban")
    assert answer["Content-Disposition"].endswith('.veban"')
    return b"".join(answer.streaming_content)


def open_here(both, content):
    upload = {"bundle": SimpleUploadedFile("goi.veban", content)}
    return both.lan().post(f"{PAGE}/open", upload)


def page(client, address=PAGE):
    return client.get(address).content.decode()


def test_a_pack_is_made_fetched_opened_and_says_what_it_brought(fresh):
    made = make(fresh)
    told = page(at_centre(fresh), made.headers["Location"])
    assert "Đã lập gói của Đợt Na Pheo" in told
    assert re.search(r"Lưu gói ra USB \(\d+ KB\)", told)
    assert "chưa mở gói nào" in page(fresh.lan())
    assert fresh.lan().post(f"{PAGE}/blanks", {"count": "3"}).status_code == 404
    later = another_round(fresh, "Đợt sau", date(2026, 12, 1))
    make(fresh, later)
    opened = open_here(fresh, fetch_round(fresh, later))
    told = page(fresh.lan(), opened.headers["Location"])
    assert "Đã mở gói: " in told
    assert "Đợt sau" in told
    assert "Cùng quy định với Trung tâm" in told
    assert "09:00 23/11/2026" in told
    again = open_here(fresh, fetch_round(fresh, later))
    assert "không có gì mới" in page(fresh.lan(), again.headers["Location"])
    assert left_behind(fresh) == []


def test_another_law_than_the_centres_is_said(both):
    head = both.laptop.node.folder / LAST_PACK
    known = head.read_bytes()
    head.write_bytes(re.sub(b'"law":"[0-9a-f]', b'"law":"x', known))
    told = page(both.lan())
    head.write_bytes(known)
    assert "Quy định trong máy này khác của Trung tâm" in told
    assert "khác của Trung tâm" not in page(both.lan())


def test_one_button_prints_blank_slips_of_the_laptops_own_lane_and_again_the_same(both):
    first, again = (both.lan().post(f"{PAGE}/blanks", {"count": "3"}) for _ in range(2))
    assert first.status_code == 302
    assert again.headers["Location"] == first.headers["Location"]
    pdf = PdfReader(io.BytesIO(both.lan().get(first.headers["Location"]).content))
    assert len(pdf.pages) == 3
    more = both.lan().post(f"{PAGE}/blanks", {"count": "2"})
    assert more.headers["Location"] != first.headers["Location"]
    assert both.lan().get("/road/return.pdf").content[:5] == b"%PDF-"


@pytest.mark.parametrize("count", ["", "0", "101", "x", "9" * 5000])
def test_a_count_that_is_none_is_said(both, count):
    answer = both.lan().post(f"{PAGE}/blanks", {"count": count})
    assert answer.status_code == 422
    assert "Ghi số phiếu từ 1 đến 100" in answer.content.decode()


def test_a_centre_whose_rows_are_not_those_of_its_journal_makes_no_pack(both):
    node = both.centre.node
    execute(node.alias, "UPDATE row_officer SET name = 'Lò Thị Khác' WHERE officer = 'lan'")
    answer = make(both)
    assert answer.status_code == 409
    told = answer.content.decode()
    assert "không khớp với nhật ký" in told
    assert "veban journal rebuild" in told
    assert node.journal.rebuild()[1] is False
    assert make(both).status_code == 302


def test_a_round_that_outlasts_the_numbers_is_told_with_what_to_do(both):
    answer = make(both, another_round(both, "Đợt xa", date(2027, 6, 1)))
    assert answer.status_code == 409
    assert "Dải số của máy không đủ đến ngày cuối của đợt" in answer.content.decode()


@pytest.mark.parametrize("harm", ["half", "altered", "another's", "a bundle", "a photo"])
def test_what_is_no_whole_pack_for_this_laptop_is_refused_in_words(both, harm):
    centre, before = both.centre.node, (both.laptop.node.folder / LAST_PACK).read_bytes()
    whole = fetch(both)
    if harm == "half":
        content, words = whole[: len(whole) // 2], "Tệp bị cắt, bị sửa"
    elif harm == "altered":
        content, words = whole[:-1] + bytes([whole[-1] ^ 1]), "Tệp bị cắt, bị sửa"
    elif harm == "a photo":
        content, words = b"anh" * 9000, "Tệp bị cắt, bị sửa"
    elif harm == "a bundle":
        content = b"".join(make_bundle(centre.exchange.x, both.laptop.node.world.me.node))
        words = "không phải gói của đợt"
    else:
        up = make_bundle(both.laptop.node.exchange.x, centre.world.me.node)
        content, words = b"".join(up), ""
    answer = open_here(both, content)
    assert answer.status_code >= 400
    assert words in answer.content.decode()
    assert (both.laptop.node.folder / LAST_PACK).read_bytes() == before
    assert left_behind(both) == []


def test_each_side_has_its_own_half_of_the_page(both):
    assert at_centre(both).post(f"{PAGE}/open", {}).status_code == 404
    assert both.lan().post(f"{PAGE}/make", {"round": both.round}).status_code == 404
    assert both.lan().get(f"{PAGE}/{both.round}.veban").status_code == 404
    assert PAGE in page(at_centre(both), "/road")
    assert PAGE in page(both.lan(), "/road")


def test_a_closed_round_and_an_unknown_one_have_no_pack(both):
    over = another_round(both, "Đợt bỏ", date(2026, 12, 8))
    make(both, over)
    close_round(both.centre.node.world, over, "lan")
    assert "Đợt này đã đóng" in make(both, over).content.decode()
    assert sweep_parts(both.centre.node, datetime.now(UTC)).count == 1
    assert at_centre(both).get(f"{PAGE}/{over}.veban").status_code == 404
    assert list((both.centre.node.folder / "packs").glob(f"{over}*")) == []
    assert fetch(both)
    assert make(both, "../x").status_code == 404


def test_without_a_round_the_page_says_what_comes_first(centre):
    assert "Chưa có đợt nào đang mở" in page(browser(centre, "lan"))


def test_the_pack_made_before_goes_when_it_is_made_anew(both):
    make(both)
    first = fetch(both)
    make(both)
    assert fetch(both) != first
    packs = both.centre.node.folder / "packs"
    assert len(list(packs.glob(f"{both.round}.*.veban"))) == 1
