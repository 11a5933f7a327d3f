"""Envelopes that lie at no desk: packed, on the road, missing; never both here and away."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from veban.core.bags.bag import Bag, BagState
from veban.core.bags.events import BagOpened
from veban.core.bags.underway import Fate, envelopes_underway

OPENED, LEFT, CAME = (datetime(2026, 11, day, 2, tzinfo=UTC) for day in (20, 21, 22))
ONE, TWO = "dossier/1", "dossier/2"
OPEN = Bag(
    "bag/a",
    1,
    BagOpened("a", "261120-AAAA", "03172", "node:may-1", "node:tt-1"),
    OPENED,
    packed={ONE: "C-1", TWO: "C-2"},
)
SENT = replace(OPEN, state=BagState.SENT, sent_at=LEFT)
DONE = replace(SENT, state=BagState.RECEIVED, received_at=CAME, arrived={ONE: "C-1"})
IN_BAG, LOST = "bag:261120-AAAA", "missing:261120-AAAA"


def told(desks, *bags):
    return [(one.stream, one.fate, one.since) for one in envelopes_underway(desks, bags)]


def test_a_list_counts_before_the_dossiers_themselves_say_so():
    assert told({}, OPEN) == [(ONE, Fate.PACKING, OPENED), (TWO, Fate.PACKING, OPENED)]
    assert told({}, SENT) == [(ONE, Fate.ON_ROAD, LEFT), (TWO, Fate.ON_ROAD, LEFT)]


def test_what_was_scanned_already_is_no_longer_on_the_road_and_the_rest_not_missing_yet():
    half = replace(SENT, arrived={ONE: "C-1"})
    assert told({ONE: IN_BAG, TWO: IN_BAG}, half) == [(TWO, Fate.ON_ROAD, LEFT)]


def test_an_envelope_whose_data_had_not_come_was_found_by_its_code():
    half = replace(SENT, arrived={"code:C-1": "C-1"})
    assert told({ONE: IN_BAG}, half) == [(TWO, Fate.ON_ROAD, LEFT)]


@pytest.mark.parametrize("desk", [IN_BAG, LOST])
def test_what_a_received_bag_did_not_bring_is_missing_whatever_the_dossier_has_heard(desk):
    assert told({ONE: IN_BAG, TWO: desk}, DONE) == [(TWO, Fate.MISSING, CAME)]


def test_what_was_scanned_into_a_bag_that_lists_it_not_and_came_nowhere_is_missing():
    assert told({"dossier/3": IN_BAG}, DONE) == [("dossier/3", Fate.MISSING, CAME)]


def test_what_lies_at_another_desk_by_now_was_found():
    assert told({}, DONE) == []


def test_a_bag_that_is_not_known_here_is_asked_after_first():
    found = told({"dossier/9": "bag:261101-FFFF", "dossier/8": "missing:261101-FFFF"}, SENT)
    assert found[:2] == [("dossier/8", Fate.MISSING, None), ("dossier/9", Fate.ON_ROAD, None)]


def test_of_two_bags_with_one_number_the_one_that_lists_the_dossier_is_meant():
    other = replace(DONE, stream="bag/b", opened=replace(DONE.opened, bag="b"), packed={})
    [one] = envelopes_underway({TWO: LOST}, [other, DONE])
    assert one.bag is DONE


def test_the_longest_on_its_way_comes_first():
    later = replace(SENT, stream="bag/c", packed={"dossier/0": "C-0"}, sent_at=CAME)
    assert [one.stream for one in envelopes_underway({}, [later, SENT])] == [ONE, TWO, "dossier/0"]
