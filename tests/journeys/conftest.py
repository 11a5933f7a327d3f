"""A centre with work in every state, served on a real socket for a real browser."""

from datetime import date

import pytest
from playwright.sync_api import Browser

from tests.web.desk import ClockFile, make_centre
from tests.web.live import live_pages
from tests.worlds.lines import move_command, receive_command
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.rounds.open_round import RoundPlan, open_round
from veban.edges.clocks import VARIABLE

NAMES = ("Vàng Thị Dua", "Giàng A Sử", "Lường Văn Ó", "Sùng Thị Mỷ")
FRIDAY, MONDAY = "2026-11-20T08:30:00+07:00", "2026-11-23T09:00:00+07:00"


@pytest.fixture(scope="module")
def busy_centre(tmp_path_factory):
    """Na Sang's centre on a Monday: one result to hand back, one paused, one overdue."""
    clock = ClockFile(tmp_path_factory.mktemp("clock") / "clock.txt")
    clock.move_to(FRIDAY)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(clock.path))
        serving = make_centre(tmp_path_factory.mktemp("centre") / "Về Bản")
    codes = _work(serving.node.world, clock)
    yield serving, codes
    serving.node.close()


@pytest.fixture(scope="module")
def address(busy_centre):
    with live_pages(busy_centre[0]) as served:
        yield served


@pytest.fixture
def plain(browser: Browser):
    """A small phone whose browser runs no JavaScript."""
    context = browser.new_context(
        locale="vi-VN", viewport={"width": 360, "height": 740}, java_script_enabled=False
    )
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


def _work(world, clock):
    days = [date(2026, 11, 23), date(2026, 11, 24)]
    villages = ["Na Pheo", "Huổi Hạ"]
    plan = RoundPlan("Đợt Na Pheo", days, villages, world.me.node, ["lan"])
    open_round(world, world.me.unit, plan)
    codes = [
        receive_dossier(
            world,
            receive_command(f"k{n}", received_at=FRIDAY, applicant={"full_name": name}),
        )["code"]
        for n, name in enumerate(NAMES)
    ]
    clock.move_to(MONDAY)
    do_move(world, move_command(codes[0], "transfer", "pao", MONDAY))
    do_move(world, move_command(codes[0], "sign", "hoa", MONDAY, result="Giấy xác nhận"))
    asked = {"papers": ["Bản sao cũ"], "reason": "Ảnh mờ"}
    do_move(world, move_command(codes[1], "request_supplement", "pao", MONDAY, **asked))
    return codes
