"""The table of moves, and what it promises to the pages, the documents and the clock."""

import pytest

from veban.core.dossiers.codes import CLOSED, DossierState
from veban.core.dossiers.decide import DECIDE
from veban.core.dossiers.move import ClockEffect
from veban.core.dossiers.moves import MOVES
from veban.core.people.roles import Role
from veban.core.shared.shape import json_schema


def test_every_move_is_decided_by_one_function():
    assert set(DECIDE) == set(MOVES)


@pytest.mark.parametrize("move", MOVES.values(), ids=lambda move: move.name)
def test_every_move_has_roles_modes_and_a_readable_shape(move):
    assert move.roles
    assert move.modes
    assert json_schema(move.details)["type"] == "object"


def test_a_supervisor_makes_no_move():
    assert not [move.name for move in MOVES.values() if Role.SUPERVISOR in move.roles]


def leads_on(move, state) -> bool:
    onward = move.target is not None or move.clock is ClockEffect.RESUME
    return state in move.sources and onward


def test_every_open_state_has_a_way_on_and_no_closed_one_has():
    for state in DossierState:
        has_way = any(leads_on(move, state) for move in MOVES.values())
        assert has_way is (state not in CLOSED), state


def test_only_waiting_for_the_citizen_pauses_the_clock():
    pausing = {move.name for move in MOVES.values() if move.clock is ClockEffect.PAUSE}
    assert pausing == {"request_supplement", "request_payment"}


def test_what_ends_a_dossier_without_a_result_needs_its_reason():
    ends = [move for move in MOVES.values() if move.target in CLOSED - {DossierState.RETURNED}]
    assert ends
    assert all(move.needs_reason for move in ends)
