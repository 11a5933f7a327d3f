"""Which state counts, and what contradicts, when two systems speak of one dossier."""

from dataclasses import replace
from datetime import timedelta
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from tests.worlds.lines import move_command, receive_command
from tests.worlds.memory import MONDAY, staffed_centre
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.receive import receive_dossier
from veban.core.dossiers.codes import DossierState
from veban.core.dossiers.seen import OfficialStateSeen
from veban.core.dossiers.standing import standing
from veban.core.dossiers.state import Dossier, fold


def received() -> Dossier:
    centre = staffed_centre()
    code = receive_dossier(centre, receive_command())["code"]
    with centre.journal.writing() as writing:
        return fold(writing.history(writing.find_stream(code)))


def seen(state: int, hours: int = 0) -> OfficialStateSeen:
    at = MONDAY + timedelta(hours=hours)
    return OfficialStateSeen("mot-cua", state, at, "import", ended_at=at if state == 9 else None)


def test_without_a_sight_our_own_state_counts():
    assert standing(received()).state is DossierState.RECEIVED


def test_what_was_seen_wins():
    dossier = replace(received(), seen=(seen(9),))
    assert standing(dossier).state is DossierState.DONE
    assert standing(dossier).ended_at == MONDAY
    assert standing(dossier).contradiction is None


def test_the_latest_sight_wins_whenever_it_arrived():
    sights = (seen(2), seen(4, hours=1), seen(9, hours=2))
    answers = {standing(replace(received(), seen=order)).state for order in permutations(sights)}
    assert answers == {DossierState.DONE}


def test_our_hand_back_after_their_end_is_no_contradiction():
    dossier = replace(received(), state=DossierState.RETURNED, seen=(seen(9),))
    assert standing(dossier).state is DossierState.RETURNED
    assert standing(dossier).contradiction is None


def test_a_withdrawal_there_and_a_hand_back_here_is_shown():
    dossier = replace(received(), state=DossierState.RETURNED, seen=(seen(7),))
    assert standing(dossier).state is DossierState.WITHDRAWN
    assert standing(dossier).contradiction is DossierState.RETURNED


@given(before=st.sampled_from([None, "withdraw"]), state=st.sampled_from(list(DossierState)))
def test_a_fact_seen_elsewhere_is_never_refused(before, state):
    centre = staffed_centre()
    code = receive_dossier(centre, receive_command())["code"]
    if before:
        do_move(centre, move_command(code, before, "lan", "2026-11-23T08:40:00+07:00", reason="x"))
    answer = do_move(
        centre,
        move_command(
            code,
            "seen",
            "pao",
            "2026-11-23T08:50:00+07:00",
            system="mot-cua",
            state=int(state),
            seen_at="2026-11-23T08:45:00+07:00",
            source="import",
        ),
    )
    assert answer["state"] == int(state)
