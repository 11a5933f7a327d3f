"""Which rosters still stand: asked in one question, however many rounds there ever were."""

from datetime import date

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from veban.store import ready  # isort: skip  # noqa: F401  # Django is set up first.

from tests.web.desk import make_centre
from veban.actions.once import Decided, once
from veban.actions.ports import Step
from veban.actions.rounds.lay_roster import LayRoster, lay_round_roster
from veban.actions.rounds.open_round import RoundPlan, close_round, open_round
from veban.core.rounds.roster import RosterErased, RosterPerson, roster_stream
from veban.edges.clocks import VARIABLE
from veban.store.closed_rounds import list_rounds_with_roster

PAO = RosterPerson("p1", "Sùng A Páo", "1950", "M", "Na Pheo", "12")


@pytest.fixture
def node(tmp_path, monkeypatch):
    (tmp_path / "clock").write_text("2026-11-23T09:00:00+07:00", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "clock"))
    return make_centre(tmp_path / "centre").node


def closed_round(node, *editions):
    plan = RoundPlan("Na Pheo", [date(2026, 11, 23)], ["Na Pheo"], node.world.me.node, ["lan"])
    made = open_round(node.world, "03172", plan)
    for people in editions:
        lay_round_roster(node.world, LayRoster(made, people))
    close_round(node.world, made, "minh")
    return made


def erase(node, round_id, version):
    erased = RosterErased(round_id)
    step = Step(roster_stream(round_id), version, [erased], node.world.clock.now(), "node")
    once(node.world, round_id, round_id, lambda _: Decided([step], {}))


def standing(node):
    return {row.round for row in list_rounds_with_roster(node.alias)}


def test_a_roster_stands_until_it_is_erased_also_where_its_last_edition_is_empty(node):
    closed_round(node)
    laid, emptied = closed_round(node, [PAO]), closed_round(node, [PAO], [])
    assert standing(node) == {laid, emptied}
    with CaptureQueriesContext(connections[node.alias]) as asked:
        assert standing(node) == {laid, emptied}
    assert len(asked) == 1
    erase(node, laid, version=1)
    assert standing(node) == {emptied}
    erase(node, emptied, version=2)
    assert standing(node) == set()
