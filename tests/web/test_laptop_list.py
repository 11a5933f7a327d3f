"""The list of laptops: under whatever name one writes, and however many there are."""

import io
from collections import Counter

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from tests.web.desk import browser, make_centre
from tests.web.live import live_pages
from tests.worlds.lines import receive_command
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.nodes.find_node import get_node
from veban.actions.nodes.invite import invite_node
from veban.actions.numbers.allot import leases_of
from veban.actions.numbers.blank_slips import PrintBlanks, print_blanks
from veban.cli.calling import exchange_with_centre
from veban.cli.joining import join_centre
from veban.core.nodes.writers import peer_of
from veban.core.people.scope import Scope
from veban.edges.clocks import VARIABLE
from veban.store.queries.nodes import count_held, last_lease_days
from veban.store.queries.slips import list_blanks
from veban.wiring.opening import Opening, open_node
from veban.wiring.renewing import renew_node

WHO = Opening("lan", "con gà trống gáy trên nương")


@pytest.fixture
def clock(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "clock"))
    (tmp_path / "clock").write_text("2026-11-23T09:00:00+07:00", encoding="utf-8")
    return tmp_path / "clock"


@pytest.fixture
def renewed(clock, tmp_path):
    """A centre, and the device of its laptop that was restored after three slips were printed."""
    serving, folder = make_centre(tmp_path / "centre"), tmp_path / "laptop"
    centre = serving.node
    invited = invite_node(centre.world, centre.exchange.invitations, "Máy 7", ["lan"])
    with live_pages(serving) as address:
        laptop = join_centre(folder, address, invited["token"], WHO).node
        receive_dossier(laptop.world, receive_command("k1"))
        exchange_with_centre(laptop, address)
        print_blanks(centre.world, PrintBlanks("before", invited["node"], 3))
        clock.write_text("2026-12-14T09:00:00+07:00", encoding="utf-8")
        renew_node(folder, laptop)
        laptop.close()
        laptop = open_node(folder, WHO)
        exchange_with_centre(laptop, address)
        clock.write_text("2027-01-11T09:00:00+07:00", encoding="utf-8")
        exchange_with_centre(laptop, address)
        laptop.close()
    row = get_node(centre.world.journal, invited["node"])
    assert row.writer != row.node
    return serving, row


def test_a_laptop_that_goes_on_under_a_new_name_keeps_its_steps_and_shows_its_new_lane(renewed):
    serving, row = renewed
    journal = serving.node.world.journal
    told = [seq for chain, (seq, _) in journal.chains().items() if peer_of(chain) == row.node]
    page = browser(serving, "minh").get(f"/nodes/{row.node}").content.decode()
    assert len(told) == 2 and f"<dd>{sum(told)}</dd>" in page
    until = leases_of(journal, row.writer)[-1].last_day
    assert until > leases_of(journal, row.node)[-1].last_day
    assert f"{until:%d/%m/%Y}" in page


def test_slips_are_printed_for_the_name_it_writes_under_and_the_older_ones_stay_on_the_page(
    renewed,
):
    serving, row = renewed
    minh = browser(serving, "minh")
    form = {"lane": row.node, "count": "2", "key": "after"}
    answer = minh.post("/road/blanks", form)
    assert answer.headers["Location"].startswith(f"/road/blanks?lane={row.node}&")
    seen = list_blanks(serving.node.alias, Scope(frozenset({"03172"}), frozenset()), row.node)
    assert Counter(one.row.node for one in seen) == {row.node: 3, row.writer: 2}
    page = minh.get(answer.headers["Location"]).content.decode()
    assert all(f"{one.row.serial:04d}" in page for one in seen)
    again = minh.get(f"/road/blanks/print.pdf?lane={row.node}").content
    assert len(PdfReader(io.BytesIO(again)).pages) == 2


def test_what_is_asked_of_the_database_does_not_grow_with_the_laptops(clock, tmp_path):
    serving = make_centre(tmp_path / "centre")
    centre, minh = serving.node, browser(serving, "minh")

    def queries():
        with CaptureQueriesContext(connections[centre.alias]) as asked:
            assert minh.get("/nodes").status_code == 200
        return len(asked)

    invite_node(centre.world, centre.exchange.invitations, "Máy 1", ["lan"])
    few = queries()
    for number in range(2, 7):
        invite_node(centre.world, centre.exchange.invitations, f"Máy {number}", ["minh"])
    assert queries() == few


def test_a_node_of_which_nothing_is_known_holds_nothing_and_has_no_lane(clock, tmp_path):
    alias, scope = (
        make_centre(tmp_path / "centre").node.alias,
        Scope(frozenset({"03172"}), frozenset()),
    )
    assert count_held(alias, scope, ["may-x"])["may-x"] == 0
    assert last_lease_days(alias, scope, ["may-x"]) == {}
