"""Places in a stream: in order, first accepted stays, a lost branch is not mixed in."""

from itertools import permutations

import pytest

from veban.core.journal.placing import Claim, newly_placed


def claim(version, node="n1", placed=False, mark=""):
    return Claim("dossier/a", version, node, f"{node}{mark}v{version}", placed)


def places(claims):
    return [found.hash for found in newly_placed(claims)]


def test_nothing_is_placed_before_the_first():
    assert places([claim(2), claim(3)]) == []


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_honest_entries_are_placed_in_any_order_of_arrival(order):
    claims = [claim(1), claim(2, "n2"), claim(3, "n2"), claim(4)]
    assert places([claims[n] for n in order]) == ["n1v1", "n2v2", "n2v3", "n1v4"]


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_places_given_one_by_one_are_those_given_together(order):
    claims = [claim(1), claim(2, "n2"), claim(3, "n2"), claim(4)]
    held = []
    given = []
    for n in order:
        held.append(claims[n])
        for new in newly_placed(held):
            given.append(new.hash)
            held = [Claim(c.stream, c.version, c.node, c.hash, c.placed or c == new) for c in held]
    assert given == ["n1v1", "n2v2", "n2v3", "n1v4"]


def test_an_entry_that_has_its_place_keeps_it():
    assert places([claim(1, placed=True), claim(2, "n2"), claim(2, placed=True)]) == []


def test_of_two_that_wait_the_first_to_arrive_is_placed():
    assert places([claim(2, "n2"), claim(2, "n1"), claim(1)]) == ["n1v1", "n2v2"]


def test_what_continues_a_lost_branch_waits_with_it():
    placed = [claim(1, placed=True), claim(2, placed=True)]
    branch = [claim(2, "n2"), claim(3, "n2"), claim(4, "n2")]
    assert places([*placed, *branch]) == []


def test_the_other_branch_goes_on():
    placed = [claim(1, placed=True), claim(2, placed=True)]
    assert places([*placed, claim(2, "n2"), claim(3, "n2"), claim(3)]) == ["n1v3"]


def test_a_node_that_came_back_to_the_accepted_order_is_placed_again():
    placed = [claim(n, placed=True) for n in (1, 2, 3)]
    assert places([*placed, claim(2, "n2"), claim(4, "n2")]) == ["n2v4"]


def test_a_reclaim_takes_its_place_from_what_the_former_holder_wrote_there():
    own = [claim(n, placed=True) for n in (1, 2, 3)]
    reclaim = Claim("dossier/a", 2, "centre", "reclaim", placed=False, reclaims=True)
    assert places([*own, reclaim, claim(3, "centre")]) == ["reclaim", "centrev3"]


def test_what_the_former_holder_wrote_after_it_waits_with_its_branch():
    own = [claim(n, placed=True) for n in (1, 2, 3, 4)]
    reclaim = Claim("dossier/a", 2, "centre", "reclaim", placed=False, reclaims=True)
    assert places([*own, reclaim]) == ["reclaim"]


def test_a_reclaim_that_has_its_place_is_not_moved_by_another():
    held = [claim(1, placed=True), Claim("dossier/a", 2, "centre", "r1", True, reclaims=True)]
    assert places([*held, Claim("dossier/a", 2, "other", "r2", False, reclaims=True)]) == []


def test_what_comes_late_does_not_move_a_reclaim():
    held = [claim(1, placed=True), Claim("dossier/a", 2, "centre", "r1", True, reclaims=True)]
    assert places([*held, claim(2), claim(3)]) == []
