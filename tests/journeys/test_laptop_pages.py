"""A laptop's pages of the road in a real browser: a phone, no JavaScript, nothing for axe."""

from datetime import UTC, datetime

import pytest

from tests.journeys.test_pages import AXE, RUN_AXE, TOO_SMALL
from tests.web.desk import ClockFile
from tests.web.desk import browser as signed_in
from tests.web.laptop import pair
from tests.web.live import live_pages
from tests.worlds.lines import move_command, receive_command
from veban.actions.bags.hand_over import BagAct
from veban.actions.bags.pack import NewBag, open_bag, pack, send_carriage
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.dossiers.release import release_one
from veban.actions.numbers.blank_slips import PrintBlanks, SlipOnPaper, print_blanks, spoil_blank
from veban.core.nodes.blank_slips import SpoiledWhy
from veban.core.shared.local_time import local_day
from veban.edges.clocks import VARIABLE
from veban.edges.folder.receiving import open_receiving
from veban.web.visitor import COOKIE

pytestmark = pytest.mark.needs("chromium")

PAGES = [
    "/road",
    "/road/pack",
    "/road/ready",
    "/road/return",
    "/road/blanks",
    "/road/slip",
    "/road/lan",
    "/road/underway",
    "/jobs",
]


@pytest.fixture(scope="module")
def laptop(tmp_path_factory):
    """An open laptop with slips in every state; its address and a session's token."""
    folder = tmp_path_factory.mktemp("pair")
    clock = ClockFile(folder / "clock.txt")
    clock.move_to("2026-11-23T09:00:00+07:00")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(clock.path))
        with pair(folder) as made:
            world = made.laptop.node.world
            print_blanks(world, PrintBlanks("p", world.me.node, 5))
            today = local_day(world.clock.now())
            spoil_blank(world, SlipOnPaper("s", 402, today, "lan"), SpoiledWhy.WET)
            put_underway(made.laptop.node)
            open_receiving(made.laptop.node.folder, datetime.now(UTC))
            token = signed_in(made.laptop, "lan").cookies[COOKIE].value
            with live_pages(made.laptop) as address:
                yield address, token


def put_underway(node):
    """Leave one dossier with nobody, one on the road, one in an open bag, one missing."""
    world, at = node.world, "2026-11-23T09:00:00+07:00"
    released, sent, packed, lost = (
        receive_dossier(world, receive_command(key))["code"]
        for key in ("gone", "sent", "packed", "lost")
    )
    release_one(world, node.stream_of(released), world.me.centre)
    send_carriage(world, NewBag("k-sent", world.me.centre, "lan", carriage=True), [sent])
    bag = open_bag(world, NewBag("k-open", world.me.centre, "lan"))["bag"]
    pack(world, BagAct("k-pack", bag, "lan"), packed)
    do_move(world, move_command(lost, "hand_over", "lan", at, to="missing:261120-AAAA"))


def open_at(browser, laptop, path, width, **options):
    address, token = laptop
    context = browser.new_context(viewport={"width": width, "height": 740}, **options)
    context.add_cookies([{"name": COOKIE, "value": token, "url": address}])
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto(f"{address}{path}")
    return context, page


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_phone_and_a_screen_and_axe_finds_nothing(browser, laptop, path):
    for width in (360, 1280):
        context, page = open_at(browser, laptop, path, width, bypass_csp=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(TOO_SMALL) == []
        page.evaluate(AXE)
        assert page.evaluate(RUN_AXE) == []
        context.close()


def test_the_way_page_names_each_page_once(browser, laptop):
    context, page = open_at(browser, laptop, "/road", 360, java_script_enabled=False)
    ways = [link.get_attribute("href") for link in page.query_selector_all("main a.item")]
    assert len(ways) == len(set(ways)) >= 5
    context.close()


def test_without_javascript_an_officer_confirms_and_prints_slips(browser, laptop):
    context, page = open_at(browser, laptop, "/road/ready", 360, java_script_enabled=False)
    page.click("#paper button")
    page.wait_for_url("**/road/ready#paper")
    assert "đã xem lúc" in page.inner_text("#paper")
    page.goto(f"{laptop[0]}/road/blanks")
    page.fill("#id_count", "3")
    page.click("#more ~ form button")
    page.wait_for_url("**first=*")
    assert "Đã dành số 0406–0408" in page.inner_text("main")
    context.close()
