"""Three processes: commune A receives, the province relays, commune B decides, A hands back.

The same on nodes in one process is tests/exchange/test_three_levels.py.
"""

import json

import pytest

from tests.cli.running import Centre, Served, move, reception

A, B = "03172", "03127"
NOON = "2026-11-23T12:00:00+07:00"


class Commune(Centre):
    """A node of a commune, in a folder of its own beside the province's."""

    def __init__(self, province, unit):
        super().__init__(province.folder)
        self.unit = unit
        self.data = province.folder / unit

    def join(self, url, token):
        ran = self.run("centre", "join", url, token, "--json")
        assert (ran.code, ran.answer["unit"]) == (0, self.unit), ran.err
        self.node = ran.answer["node"]
        self.officer = f"lan-{self.unit}"
        roles = [part for role in ("receiver", "handler", "signer") for part in ("--role", role)]
        for code in (self.officer, f"sua-{self.unit}"):
            added = self.run("officer", "add", code, "--name", "Lò Thị Lan", *roles)
            assert added.code == 0, added.err

    def sync(self):
        ran = self.run("sync", "--json")
        assert (ran.code, ran.answer["left"]) == (0, 0), ran.err

    def do(self, code, name, at, officer=None, **details):
        key = f"{code}:{name}:{at}"
        ran = self.play("do", move(key, code, name, officer or self.officer, at, **details))
        assert ran.code == 0, ran.err
        return ran.answer

    def show(self, code):
        return self.run("dossiers", "show", code, "--json").answer


@pytest.fixture
def province(tmp_path):
    (tmp_path / "clock").write_text(NOON, encoding="utf-8")
    centre = Centre(tmp_path)
    begin = ("init", "--unit", "11", "--kind", "province", "--mode", "full", "--practice")
    assert centre.run(*begin).code == 0
    return centre


def invite(province, unit):
    ran = province.run("centre", "add", f"Máy {unit}", "--unit", unit, "--mode", "full", "--json")
    assert (ran.code, set(ran.answer)) == (0, {"node", "token"}), ran.err
    return ran.answer["token"]


def carry(giver, taker, to):
    """Bring a stick from one node to another."""
    stick = giver.folder / "stick.veban"
    made = giver.run("bundle", "make", "--for", to, "-o", stick, "--json")
    assert made.code == 0, made.err
    taken = taker.run("bundle", "take", stick, "--json")
    assert taken.code == 0, taken.err


@pytest.mark.long
def test_what_a_received_b_decides_and_a_hands_back_by_line_and_by_stick(province):
    a, b = Commune(province, A), Commune(province, B)
    with Served(province.data, VEBAN_CLOCK=str(province.folder / "clock")) as served:
        for commune in (a, b):
            commune.join(served.url, invite(province, commune.unit))
        code = a.play("receive", reception("r1", officer=a.officer)).answer["code"]
        assert code == "H18.03.172-261123-15001"
        a.do(code, "pass_on", "10:00", to_unit=B)
        a.sync()
        b.sync()
        b.do(code, "transfer", "10:10")
        b.do(code, "sign", "10:20", f"sua-{B}", result="Giấy khai sinh")
        b.do(code, "pass_on", "10:30", to_unit=A)
        b.sync()
    centre = province.run("dossiers", "show", code, "--json").answer
    assert centre["state"] == 9
    carry(province, a, a.node)
    a.do(code, "hand_back", "10:40", to="Sùng A Páo")
    to = province_node(province)
    carry(a, province, to)
    carry(province, b, b.node)
    assert [x.show(code)["state"] for x in (a, b)] == [10, 10]
    assert province.run("dossiers", "show", code, "--json").answer["state"] == 10
    assert all(x.run("journal", "verify").code == 0 for x in (a, b, province))
    assert all(x.run("journal", "rebuild").code == 0 for x in (a, b, province))


def test_a_token_for_a_commune_makes_no_laptop_and_the_other_way_round(province):
    token = invite(province, A)
    commune = Commune(province, A)
    with Served(province.data, VEBAN_CLOCK=str(province.folder / "clock")) as served:
        laptop = province.run("field", "add", "Máy", "--json").answer["token"]
        ran = commune.run("centre", "join", served.url, laptop, "--json")
        assert (ran.code, ran.answer["refused"]) == (1, "join.token_wrong")
        assert commune.run("centre", "join", served.url, token, "--json").code == 0


def province_node(province):
    return json.loads((province.data / "node.json").read_text())["node"]
