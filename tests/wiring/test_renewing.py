"""A node under a new writer's name is still the same peer: to bags, receipts and its laptops."""

import io
import shutil
from dataclasses import replace

import pytest
from pypdf import PdfReader

from veban.store import ready  # isort: skip  # noqa: F401  # Django is set up first.

from tests.worlds.lines import receive_command
from veban.actions.bags.hand_over import own_desk
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.nodes.add_unit import UnitFounding, add_unit
from veban.actions.nodes.found import Founding
from veban.actions.nodes.renew import begin_writer
from veban.actions.numbers.allot import leases_of
from veban.actions.people.add_officer import add_officer
from veban.core.nodes.events import NodeKind
from veban.core.nodes.writers import NodeRenewed, writer_stream
from veban.core.people.roles import Role
from veban.core.people.unit_settings import Mode
from veban.edges.clocks import VARIABLE
from veban.edges.folder.centre_folder import CentreFolder, keep_card
from veban.edges.folder.refusals import FolderRestored
from veban.wiring.backups import make_backup, restore_backup
from veban.wiring.founding import NewCentre, found_node
from veban.wiring.node import Node, centre_parts
from veban.wiring.opening import open_node
from veban.wiring.renewing import renew_node


class PowerCut(BaseException):
    """The end of a process at some point."""


class LastHours:
    """A clock under which the power goes when it is asked once too often."""

    def __init__(self, clock, left):
        self._clock, self._left = clock, left

    def now(self):
        if not self._left:
            raise PowerCut
        self._left -= 1
        return self._clock.now()


@pytest.fixture
def noon(tmp_path, monkeypatch):
    (tmp_path / "clock").write_text("2026-11-23T09:00:00+07:00", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "clock"))


def centre(folder, dossiers, kind=NodeKind.CENTRE, unit="03172"):
    made = found_node(folder, NewCentre(unit, kind, Founding(Mode.FULL), practice=True))
    if unit != "03172":
        add_unit(made.world, UnitFounding("03172", Founding(Mode.FULL)))
    add_officer(made.world, "lan", "Lò Thị Lan", [Role.RECEIVER], "03172")
    for n in range(dossiers):
        receive_dossier(made.world, receive_command(f"k{n}"))
    return made


def test_a_folder_whose_restoring_broke_off_writes_nothing_until_it_is_ended(noon, tmp_path):
    node = centre(tmp_path / "centre", dossiers=2)
    make_backup(node, tmp_path / "backup")
    restore_backup(tmp_path / "backup", tmp_path / "again")
    node.close()
    again = open_node(tmp_path / "again")
    with pytest.raises(FolderRestored):
        receive_dossier(again.world, receive_command("new"))
    assert renew_node(tmp_path / "again", again).reclaimed == 2
    again.close()
    ended = open_node(tmp_path / "again")
    assert receive_dossier(ended.world, receive_command("new"))["code"].endswith("-15001")
    ended.close()


def test_wherever_the_power_goes_while_a_node_is_renewed_a_repeat_ends_it(noon, tmp_path):
    before = centre(tmp_path / "centre", dossiers=2)
    card = replace(before.card, writer=f"{before.card.node}-r0000000a")
    keep_card(tmp_path / "centre", card)
    before.close()
    for cut_at in range(100):
        folder = tmp_path / f"copy{cut_at}"
        shutil.copytree(tmp_path / "centre", folder)
        half = open_centre(folder)
        try:
            begin_writer(replace(half.world, clock=LastHours(half.world.clock, cut_at)), "restored")
            return
        except PowerCut:
            half.close()
        node = open_node(folder)
        renew_node(folder, node)
        check_renewed(node, card.writer)
        node.close()
    pytest.fail("it never came to its end")


def open_centre(folder):
    """Open a folder without looking whether its writer's name was told."""
    found = CentreFolder(folder)
    return Node(centre_parts(folder, found.card, found.keys()))


def check_renewed(node, writer):
    told = node.journal.history(writer_stream(writer))
    assert [s.event.writer for s in told if isinstance(s.event, NodeRenewed)] == [writer]
    assert [lease.from_serial for lease in leases_of(node.journal, writer)] == [15001]
    assert len(node.world.work.ready_to_release()) == 2
    assert node.journal.verify()[1] == []


def test_a_restored_province_gives_no_number_twice_for_its_communes_either(noon, tmp_path):
    node = centre(tmp_path / "province", dossiers=1, kind=NodeKind.PROVINCE, unit="11")
    renew_node(tmp_path / "province", node)
    node.close()
    again = open_node(tmp_path / "province")
    assert receive_dossier(again.world, receive_command("new"))["code"].endswith("-25001")
    again.close()


@pytest.fixture
def renewed(noon, tmp_path):
    """A centre that received one dossier and was then restored."""
    before = centre(tmp_path / "centre", dossiers=0)
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
    page = PdfReader(io.BytesIO(node.slip(node.stream_of(code), "receipt"))).pages[0]
    assert "Quét để tra cứu" in " ".join(page.extract_text().split())
