"""What lies nowhere, on real pages of a centre and a laptop, from release to found again."""

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from tests.web.desk import ClockFile, browser
from tests.web.laptop import Pair
from tests.worlds.lines import move_command, receive_command
from veban.actions.bags.hand_over import BagAct
from veban.actions.bags.pack import NewBag, open_bag, pack, send_bag, send_carriage
from veban.actions.bags.unpack import arrive, receive_bag
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.dossiers.release import release_one
from veban.core.people.scope import Scope
from veban.edges.clocks import VARIABLE
from veban.store.queries.underway import list_envelopes, list_released

PAGE = "/road/underway"
SCOPE = Scope(frozenset({"03172"}), frozenset())


@pytest.fixture(scope="module")
def clock(tmp_path_factory):
    return ClockFile(tmp_path_factory.mktemp("clock") / "clock.txt")


@pytest.fixture(scope="module")
def pair(tmp_path_factory, clock):
    clock.move_to("2026-11-23T09:00:00+07:00")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(clock.path))
        made = Pair(tmp_path_factory.mktemp("pair"))
        yield made
        made.close()


def section(page, name):
    return page.partition(f'id="{name}"')[2].partition("</section>")[0]


def seen(serving, officer, address=PAGE):
    return browser(serving, officer).get(address).content.decode()


def take_in(node, *keys, **changes):
    return [receive_dossier(node.world, receive_command(key, **changes))["code"] for key in keys]


def act(key, bag, note=""):
    return BagAct(key, bag, "lan", note)


def test_nothing_underway_is_said_in_words(pair):
    assert "Không có gì trên đường" in seen(pair.centre, "lan")
    assert PAGE in seen(pair.centre, "lan", "/road")
    assert PAGE in seen(pair.laptop, "lan", "/road")


def test_a_dossier_let_go_is_on_its_way_until_the_centre_has_it(pair):
    laptop = pair.laptop.node
    [code] = take_in(laptop, "released")
    release_one(laptop.world, laptop.stream_of(code), laptop.world.me.centre)
    shown = section(seen(pair.laptop, "lan"), "released")
    assert code in shown
    assert "Máy này → Trung tâm · 09:00 23/11/2026" in shown
    assert "/road/queue" in shown
    assert "Thu hồi" not in shown
    pair.exchange()
    assert code not in seen(pair.laptop, "lan")
    assert code not in seen(pair.centre, "lan")


def test_what_a_centre_released_to_a_silent_node_a_manager_takes_back(pair):
    centre = pair.centre.node
    [code] = take_in(centre, "silent")
    laptop = pair.laptop.node.world.me.node
    release_one(centre.world, centre.stream_of(code), laptop)
    assert code in section(seen(pair.centre, "lan"), "released")
    assert "/do/reclaim" not in seen(pair.centre, "lan")
    assert f"/dossiers/{code}/do/reclaim" in section(seen(pair.centre, "minh"), "released")
    at = "2026-11-23T09:00:00+07:00"
    do_move(centre.world, move_command(code, "reclaim", "minh", at, reason="Máy im lặng"))
    assert code not in seen(pair.centre, "minh")


def test_the_pages_filter_by_round(pair):
    laptop = pair.laptop.node
    [on_round] = take_in(laptop, "on round", round=pair.round)
    [beside] = take_in(laptop, "beside")
    new = NewBag("k-round", laptop.world.me.centre, "lan", carriage=True)
    send_carriage(laptop.world, new, [on_round, beside])
    page = seen(pair.laptop, "lan", f"{PAGE}?round={pair.round}")
    assert on_round in page
    assert beside not in page
    assert "Đợt Na Pheo" in page
    assert beside in seen(pair.laptop, "lan")


def test_what_is_asked_of_the_database_does_not_grow_with_what_lies_nowhere(pair):
    centre, client = pair.centre.node, browser(pair.centre, "lan")
    laptop = pair.laptop.node.world.me.node

    def put_underway(number):
        released, packed, lost = take_in(centre, *(f"{number}{kind}" for kind in "rpl"))
        release_one(centre.world, centre.stream_of(released), laptop)
        new = NewBag(f"k-{number}", laptop, "lan", carriage=True)
        send_carriage(centre.world, new, [packed])
        at = "2026-11-23T09:00:00+07:00"
        do_move(centre.world, move_command(lost, "hand_over", "lan", at, to=f"missing:{number}"))

    def queries():
        with CaptureQueriesContext(connections[centre.alias]) as asked:
            assert client.get(PAGE).status_code == 200
        return len(asked)

    put_underway(0)
    few = queries()
    for number in range(1, 5):
        put_underway(number)
    assert queries() == few


def test_without_persons_in_the_scope_no_name_is_told(pair):
    alias = pair.centre.node.alias
    unseeing = Scope(SCOPE.units, SCOPE.roles, persons=False)
    told = [one.row for one in (*list_released(alias, unseeing), *list_envelopes(alias, unseeing))]
    assert told
    assert not any(row.full_name for row in told if row)
    assert any(one.row.full_name for one in list_released(alias, SCOPE))
    foreign = Scope(frozenset({"03166"}), frozenset())
    assert not list_released(alias, foreign)
    assert not list_envelopes(alias, foreign)


def test_a_bag_on_the_road_for_long_an_envelope_missing_and_found_again(pair, clock):
    laptop, centre = pair.laptop.node, pair.centre.node
    first, second = take_in(laptop, "first", "second")
    bag = open_bag(laptop.world, NewBag("k-bag", centre.world.me.node, "lan"))
    for code in (first, second):
        pack(laptop.world, act(f"in-{code}", bag["bag"]), code)
    assert first in section(seen(pair.laptop, "lan"), "packing")
    send_bag(laptop.world, act("k-send", bag["bag"]))
    pair.exchange()
    clock.move_to("2026-12-02T09:00:00+07:00")
    for serving in (pair.laptop, pair.centre):
        shown = section(seen(serving, "lan"), "on_road")
        assert first in shown
        assert second in shown
        assert '<strong class="late">9 ngày' in shown
        assert f'href="/bags/{bag["bag"]}"' in shown
    arrive(centre.world, act("k-arrive", bag["bag"]), first)
    assert first not in seen(pair.centre, "lan")
    receive_bag(centre.world, act("k-done", bag["bag"], "Không thấy bì thứ hai"))
    shown = section(seen(pair.centre, "lan"), "missing")
    assert second in shown
    assert first not in shown
    assert f"/dossiers/{second}/do/hand_over" in shown
    pair.exchange()
    assert second in section(seen(pair.laptop, "lan"), "missing")
    at = "2026-12-02T09:00:00+07:00"
    do_move(centre.world, move_command(second, "hand_over", "lan", at, to="officer:lan"))
    assert second not in seen(pair.centre, "lan")
