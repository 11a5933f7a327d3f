"""A commune's node is to the province what a laptop is to it: three levels, one exchange."""

import pytest

from tests.exchange.centres import A, B, join_commune, join_laptop, make_province
from tests.exchange.nodes import entries_by, sync
from tests.worlds.lines import move_command, receive_command
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.nodes.add_unit import UnitFounding
from veban.actions.nodes.found import Founding
from veban.actions.nodes.invite import UnitHasNode, invite_centre, invite_node
from veban.actions.numbers.desk_lane import open_desk_lane
from veban.core.dossiers.codes import DossierState
from veban.core.dossiers.state import fold
from veban.core.people.unit_settings import Mode


class Levels:
    """A province with communes A and B, and a laptop behind A."""

    def __init__(self, folder):
        self.province = make_province(folder)
        self.a, self.b = (join_commune(self.province, folder, unit) for unit in (A, B))
        self.laptop = join_laptop(self.a, folder)

    def exchange(self):
        """Exchange once around, from the village up and down again."""
        for behind, front in (
            (self.laptop, self.a),
            (self.a, self.province),
            (self.b, self.province),
            (self.a, self.province),
            (self.laptop, self.a),
        ):
            assert sync(behind, front).done

    def everybody(self):
        return self.laptop, self.a, self.province, self.b


@pytest.fixture
def levels(tmp_path):
    found = Levels(tmp_path)
    found.exchange()
    return found


def receive(x, key, officer):
    return receive_dossier(x.world, receive_command(key, officer=officer))["code"]


def dossier(x, code):
    with x.world.journal.writing() as writing:
        stream = writing.find_stream(code)
        return fold(writing.history(stream)) if stream else None


def do(x, code, name, officer, at, **details):
    command = move_command(code, name, officer, f"2026-11-23T{at}:00+07:00", **details)
    return do_move(x.world, command)


def test_a_laptops_chain_reaches_the_province_through_its_commune(levels):
    code = receive(levels.laptop, "v1", f"lan-{A}")
    levels.exchange()
    node = levels.laptop.world.me.node
    assert entries_by(levels.province, node) == entries_by(levels.laptop, node)
    assert dossier(levels.province, code).holder == levels.a.world.me.node
    assert dossier(levels.b, code) is None


def test_what_one_commune_received_another_decides_and_the_first_hands_back(levels):
    levels.province.world.clock.move_to("2026-11-23T12:00:00+07:00")
    code = receive(levels.laptop, "v1", f"lan-{A}")
    levels.exchange()
    do(levels.a, code, "pass_on", f"lan-{A}", "09:00", to_unit=B)
    assert dossier(levels.a, code).releasing_to == levels.b.world.me.node
    levels.exchange()
    assert dossier(levels.b, code).holder == levels.b.world.me.node
    do(levels.b, code, "transfer", f"lan-{B}", "09:10")
    do(levels.b, code, "sign", f"hoa-{B}", "09:20", result="Giấy xác nhận")
    do(levels.b, code, "pass_on", f"lan-{B}", "09:30", to_unit=A)
    levels.exchange()
    assert dossier(levels.a, code).holder == levels.a.world.me.node
    do(levels.a, code, "hand_back", f"lan-{A}", "09:40", to="Vàng Thị Dua")
    levels.exchange()
    for x in levels.everybody():
        assert dossier(x, code).state is DossierState.RETURNED
    assert dossier(levels.province, code).competent_unit == B


def test_a_supplement_taken_where_it_was_received_reaches_the_commune_that_decides(levels):
    levels.province.world.clock.move_to("2026-11-23T12:00:00+07:00")
    code = receive(levels.a, "d1", f"lan-{A}")
    do(levels.a, code, "pass_on", f"lan-{A}", "09:00", to_unit=B)
    levels.exchange()
    missing = {"papers": ["Ảnh"], "reason": "Thiếu ảnh"}
    do(levels.b, code, "request_supplement", f"pao-{B}", "09:10", **missing)
    levels.exchange()
    papers = [{"name": "Ảnh"}]
    told = do(levels.a, code, "take_supplement", f"lan-{A}", "09:30", papers=papers)
    assert told["state"] == "sent"
    levels.exchange()
    levels.exchange()
    assert dossier(levels.b, code).paused_at is None
    assert dossier(levels.a, code).state is DossierState.RECEIVED


def test_no_node_gives_a_number_that_another_one_may_give(levels):
    desk = open_desk_lane(levels.province.world, A)
    agency = desk.agency
    leases = levels.province.world.work.leases(agency)
    assert {lease.node for lease in leases} == {
        x.world.me.node for x in (levels.laptop, levels.a, levels.province)
    }
    for lease in leases:
        for other in leases:
            assert lease.node == other.node or not lease.shares_numbers(other)
    serials = [receive(x, "n1", f"lan-{A}")[-5:] for x in (levels.a, levels.laptop)]
    assert serials == ["15001", "10001"]


def test_a_unit_has_one_node_and_its_laptops_are_invited_there(levels):
    founding = UnitFounding(A, Founding(Mode.FULL))
    with pytest.raises(UnitHasNode):
        invite_centre(levels.province.world, {}, "Máy thứ hai", founding)
    with pytest.raises(UnitHasNode):
        invite_node(levels.province.world, {}, "Máy", [], A)
