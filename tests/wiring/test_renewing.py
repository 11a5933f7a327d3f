"""A node under a new writer's name is still the same peer: to bags, receipts and its laptops."""

import io

import pytest
from pypdf import PdfReader

from veban.store import ready  # isort: skip  # noqa: F401  # Django is set up first.

from tests.worlds.lines import receive_command
from veban.actions.bags.hand_over import own_desk
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.nodes.found import Founding
from veban.actions.people.add_officer import add_officer
from veban.core.nodes.events import NodeKind
from veban.core.people.roles import Role
from veban.core.people.unit_settings import Mode
from veban.edges.clocks import VARIABLE
from veban.wiring.founding import NewCentre, found_node
from veban.wiring.opening import open_node
from veban.wiring.renewing import renew_node


@pytest.fixture
def renewed(tmp_path, monkeypatch):
    """A centre that received one dossier and was then restored."""
    (tmp_path / "clock").write_text("2026-11-23T09:00:00+07:00", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "clock"))
    new = NewCentre("03172", NodeKind.CENTRE, Founding(Mode.FULL), practice=True)
    before = found_node(tmp_path / "centre", new)
    add_officer(before.world, "lan", "Lò Thị Lan", [Role.RECEIVER], "03172")
    code = receive_dossier(before.world, receive_command("k1"))["code"]
    renew_node(tmp_path / "centre", before)
    before.close()
    again = open_node(tmp_path / "centre")
    yield again, code
    again.close()


def test_bags_for_the_peer_are_bags_for_the_new_writer(renewed):
    node, _ = renewed
    assert node.world.me.node != node.card.node
    assert own_desk(node.world) == f"node:{node.card.node}"


def test_a_receipt_of_before_is_printed_again_with_its_seal(renewed):
    node, code = renewed
    page = PdfReader(io.BytesIO(node.slip(code, "receipt"))).pages[0]
    assert "Quét để tra cứu" in " ".join(page.extract_text().split())
