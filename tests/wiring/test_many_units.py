"""One PostgreSQL node serves a province's 45 units, each for itself."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from tests.worlds.lines import move_command, receive_command
from veban.actions.bags.pack import NewBag, send_carriage
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.dossiers.release import release_one
from veban.actions.nodes.add_unit import UnitFounding, add_unit
from veban.actions.nodes.found import Founding
from veban.actions.nodes.invite import invite_node
from veban.actions.people.add_officer import add_officer
from veban.core.bags.underway import Fate
from veban.core.nodes.events import NodeKind
from veban.core.people.officers import OfficerExists
from veban.core.people.roles import Role
from veban.core.people.scope import Scope
from veban.core.people.unit_settings import Mode
from veban.core.shared.local_time import parse_instant
from veban.store.queries.bags import find_bag
from veban.store.queries.dossiers import find_dossier, list_open
from veban.store.queries.underway import list_envelopes, list_released
from veban.wiring.founding import NewCentre, found_node

pytestmark = pytest.mark.needs("postgres")
A, B = "03172", "03127"
ROLES = [Role.RECEIVER, Role.HANDLER]


class Noon:
    def now(self):
        return parse_instant("2026-11-23T12:00:00+07:00")


@pytest.fixture
def province(tmp_path, postgres_url):
    """Return the province's node with two of its units."""
    new = NewCentre("11", NodeKind.PROVINCE, Founding(Mode.FULL), True, postgres_url)
    node = found_node(tmp_path / "province", new)
    node.world = replace(node.world, clock=Noon())
    for unit in (A, B):
        serve(node, unit)
    yield node
    node.close()


def serve(node, unit):
    add_unit(node.world, UnitFounding(unit, Founding(Mode.FULL)))
    add_officer(node.world, f"lan-{unit}", "Lò Thị Lan", ROLES, unit)


def scope(unit):
    return Scope(frozenset({unit}), frozenset(ROLES))


def receive(node, key, unit):
    return receive_dossier(node.world, receive_command(key, officer=f"lan-{unit}"))["code"]


def statements(node, act):
    with CaptureQueriesContext(connections[node.alias]) as caught:
        act()
    return len(caught)


def test_each_of_45_units_numbers_its_own_and_no_work_grows_with_their_number(province):
    receive(province, "warm", A)
    few = (
        statements(province, lambda: receive(province, "few", A)),
        statements(province, lambda: list_open(province.alias, scope(A))),
    )
    units = [unit.code for unit in province.rules.units() if unit.code != "11"]
    assert len(units) == 45
    for unit in units:
        serve(province, unit)
    codes = {unit: receive(province, f"one-{unit}", unit) for unit in units}
    for unit, code in codes.items():
        assert code.startswith(f"H18.{unit[:2]}.{unit[2:]}-261123-50")
        others = [row for row in list_open(province.alias, scope(unit)) if row.unit != unit]
        assert others == []
        assert find_dossier(province.alias, scope(unit), code).unit == unit
    many = (
        statements(province, lambda: receive(province, "many", A)),
        statements(province, lambda: list_open(province.alias, scope(A))),
    )
    assert many == few
    assert province.journal.verify()[1] == []
    assert province.journal.rebuild()[1]


def test_a_dossier_changes_unit_inside_the_node_and_comes_back(province):
    code = receive(province, "k1", A)
    assert find_dossier(province.alias, scope(B), code) is None
    at = "2026-11-23T09:{}:00+07:00".format
    do_move(province.world, move_command(code, "pass_on", f"lan-{A}", at("00"), to_unit=B))
    seen = find_dossier(province.alias, scope(B), code)
    assert (seen.unit, seen.at_unit, seen.competent_unit) == (A, B, B)
    assert seen.holder == province.card.node
    assert find_dossier(province.alias, scope(A), code) == seen
    do_move(province.world, move_command(code, "transfer", f"lan-{B}", at("10")))
    do_move(province.world, move_command(code, "pass_on", f"lan-{B}", at("20"), to_unit=A))
    back = find_dossier(province.alias, scope(A), code)
    assert (back.at_unit, back.competent_unit, back.state) == (A, B, 4)


def test_what_lies_nowhere_is_seen_by_its_own_unit_only(province):
    bagged, released = receive(province, "bagged", A), receive(province, "released", A)
    invitations = province.exchange.invitations
    laptop = invite_node(province.world, invitations, "Máy 1", [f"lan-{A}"])["node"]
    new = NewBag("k-carriage", laptop, f"lan-{A}", carriage=True)
    bag = send_carriage(province.world, new, [bagged])["bag"]
    release_one(province.world, province.stream_of(released), laptop)
    assert find_bag(province.alias, scope(A), bag).unit == A
    assert find_bag(province.alias, scope(B), bag) is None
    [one] = list_envelopes(province.alias, scope(A))
    assert (one.code, one.envelope.fate) == (bagged, Fate.ON_ROAD)
    [gone] = list_released(province.alias, scope(A))
    assert (gone.row.code, gone.giver) == (released, province.card.node)
    assert list_envelopes(province.alias, scope(B)) == []
    assert list_released(province.alias, scope(B)) == []


def test_several_desks_of_two_units_never_get_one_number_twice(province):
    def one(n):
        try:
            return receive(province, f"c{n}", A if n % 2 else B)
        finally:
            connections[province.alias].close()

    with ThreadPoolExecutor(4) as pool:
        codes = list(pool.map(one, range(24)))
    assert len(set(codes)) == 24
    serials = sorted(code[-4:] for code in codes if ".03.172-" in code)
    assert serials == [f"{5001 + n}" for n in range(12)]


def test_an_officers_code_belongs_to_one_unit(province):
    with pytest.raises(OfficerExists):
        add_officer(province.world, f"lan-{A}", "Lò Văn Lan", ROLES, B)
