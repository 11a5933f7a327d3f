"""Two villagers with one number: one is renumbered, both codes lead on, nothing else moves."""

from dataclasses import replace

import pytest

from tests.actions.joining import join_laptop
from tests.worlds.lines import receive_command
from tests.worlds.memory import carry, staffed_centre
from veban.actions.dossiers.export_records import export_records
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.dossiers.release import accept_releases, release_ready
from veban.actions.dossiers.renumber import Renumber, renumber
from veban.actions.numbers.allot import leases_of
from veban.actions.once import Decided, once
from veban.actions.ports import Step
from veban.actions.slips.slip import dossier_slip
from veban.core.dossiers.refusals import NotHolder
from veban.core.dossiers.renumber import CodeNotDoubled
from veban.core.dossiers.rows import CodeRow, DossierRow, SerialRow
from veban.core.nodes.leases import lane_stream, leased
from veban.core.people.officers import OfficerLacksRole
from veban.core.shared.shape import InputWrong


@pytest.fixture
def centre():
    return staffed_centre()


def rows_of(world, kind):
    found = [world.journal.rows(stream) for stream in world.journal.streams()]
    return [row for rows in found for row in rows if isinstance(row, kind)]


def twins(centre):
    """Let two laptops with one lane, as a cloned folder has it, give one number to two people."""
    laptop, clone = join_laptop(centre, "laptop"), join_laptop(centre, "clone")
    lease = leases_of(centre.journal, "laptop")[0]
    same = leased(replace(lease, node="clone", node_key=clone.keys.public_key))
    step = Step(lane_stream("clone"), 1, [same], centre.clock.now(), "node")
    once(centre, "clone", "clone", lambda _: Decided([step], {}))
    carry(centre, clone)
    codes = [
        receive_dossier(world, receive_command(key))["code"]
        for world, key in ((laptop, "a"), (clone, "b"))
    ]
    assert codes[0] == codes[1]
    for world in (laptop, clone):
        release_ready(world, "centre")
        carry(world, centre)
    return codes[0], sorted(row.stream for row in rows_of(centre, DossierRow))


def test_one_is_renumbered_and_both_codes_lead_on(centre):
    old, streams = twins(centre)
    accept_releases(centre)
    done = renumber(centre, Renumber("r", streams[1], "minh", "Máy bị sao chép"))
    assert done["old"] == old
    assert done["code"] != old
    assert renumber(centre, Renumber("r", streams[1], "minh", "Máy bị sao chép")) == done
    leads = {(row.code, row.stream) for row in rows_of(centre, CodeRow)}
    assert leads == {(old, streams[0]), (old, streams[1]), (done["code"], streams[1])}
    with centre.journal.writing() as writing:
        assert writing.find_stream(old) == streams[0]
        assert writing.find_stream(done["code"]) == streams[1]
    assert centre.journal.rebuild()[1]


def test_no_number_is_free_again_and_the_export_names_each_once(centre):
    old, streams = twins(centre)
    accept_releases(centre)
    new = renumber(centre, Renumber("r", streams[0], "minh", "Trùng"))["code"]
    serials = {(row.stream, row.serial) for row in rows_of(centre, SerialRow)}
    assert len({serial for _, serial in serials}) == 2
    assert sorted(line["MaHoSo"] for line in export_records(centre)) == sorted([old, new])
    assert receive_dossier(centre, receive_command("next"))["code"] not in {old, new}


def test_the_receipt_printed_again_has_the_new_code_and_a_qr_of_who_gave_it(centre):
    _, streams = twins(centre)
    accept_releases(centre)
    new = renumber(centre, Renumber("r", streams[0], "minh", "Trùng"))["code"]
    data = dossier_slip(centre, streams[0], "receipt", "https://na-sang.example")
    assert data["code"] == new
    assert f"?c={new}" in data["qr"]


def test_only_a_manager_renumbers_only_what_is_doubled_and_held_here(centre):
    alone = receive_dossier(centre, receive_command("alone"))["code"]
    with centre.journal.writing() as writing:
        stream = writing.find_stream(alone)
    with pytest.raises(CodeNotDoubled):
        renumber(centre, Renumber("1", stream, "minh", "Nhầm"))
    _, streams = twins(centre)
    twin = next(one for one in streams if one != stream)
    with pytest.raises(NotHolder):
        renumber(centre, Renumber("2", twin, "minh", "Trùng"))
    accept_releases(centre)
    with pytest.raises(OfficerLacksRole):
        renumber(centre, Renumber("3", twin, "lan", "Trùng"))
    with pytest.raises(InputWrong):
        renumber(centre, Renumber("4", twin, "minh", " "))
    renumber(centre, Renumber("5", twin, "minh", "Trùng"))
    with pytest.raises(CodeNotDoubled):
        renumber(centre, Renumber("6", twin, "minh", "Trùng"))
