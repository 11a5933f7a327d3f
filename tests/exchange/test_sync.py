"""A laptop and its centre bring each other up to date."""

import pytest

from tests.exchange.nodes import entries_by, join, make_centre, sync
from tests.worlds.lines import move_command, receive_command
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.exchange.peers import get_peer
from veban.actions.exchange.take import take_part
from veban.actions.exchange.up import parts_going_up


@pytest.fixture
def centre(tmp_path):
    return make_centre(tmp_path)


@pytest.fixture
def laptop(centre, tmp_path):
    made = join(centre, tmp_path)
    assert sync(made, centre).done
    return made


def dossier(node, code):
    with node.world.journal.writing() as writing:
        stream = writing.find_stream(code)
    return next(row for row in node.world.journal.rows(stream) if hasattr(row, "holder"))


def test_a_joined_laptop_has_officers_numbers_and_settings_after_its_first_exchange(laptop):
    answer = receive_dossier(laptop.world, receive_command())
    assert answer["code"].startswith("H18.03.172-261123-")


def test_what_a_laptop_received_is_held_by_the_centre_after_an_exchange(centre, laptop):
    code = receive_dossier(laptop.world, receive_command())["code"]
    synced = sync(laptop, centre)
    assert (synced.left, synced.reason) == (0, None)
    assert dossier(centre, code).holder == "centre"
    assert dossier(laptop, code).holder == "centre"


def test_a_second_exchange_moves_nothing(centre, laptop):
    receive_dossier(laptop.world, receive_command())
    sync(laptop, centre)
    again = sync(laptop, centre)
    assert again.as_json() == {
        "entries_sent": 0,
        "files_sent": 0,
        "entries_received": 0,
        "files_received": 0,
        "left": 0,
        "reason": None,
    }


def test_a_message_from_the_laptop_is_settled_by_the_centre_and_comes_back(centre, laptop):
    code = receive_dossier(laptop.world, receive_command())["code"]
    sync(laptop, centre)
    command = move_command(code, "withdraw", "lan", "2026-11-23T08:50:00+07:00", reason="Đổi ý")
    assert do_move(laptop.world, command)["state"] == "sent"
    assert sync(laptop, centre).done
    assert dossier(centre, code).state == dossier(laptop, code).state == 7


def test_what_arrived_just_before_a_power_cut_is_worked_at_the_next_greeting(centre, laptop):
    code = receive_dossier(laptop.world, receive_command())["code"]
    sync(laptop, centre)
    command = move_command(code, "withdraw", "lan", "2026-11-23T08:50:00+07:00", reason="Đổi ý")
    do_move(laptop.world, command)
    peer, heard = get_peer(laptop.world, "centre"), laptop.book.heard("centre")
    for part in parts_going_up(laptop, peer, heard):
        take_part(centre, part.path.read_bytes())
    assert dossier(centre, code).state != 7
    assert sync(laptop, centre).done
    assert dossier(centre, code).state == dossier(laptop, code).state == 7


def test_both_journals_hold_the_laptops_chain_and_verify(centre, laptop):
    receive_dossier(laptop.world, receive_command())
    sync(laptop, centre)
    node = laptop.world.me.node
    assert entries_by(laptop, node) == entries_by(centre, node)
    assert laptop.world.journal.verify()[1] == []
    assert centre.world.journal.verify()[1] == []


def test_a_lost_file_is_left_and_holds_up_nothing_else(centre, laptop):
    lost, whole = laptop.world.blobs.put(b"lost"), laptop.world.blobs.put(b"whole")
    papers = [{"name": "Tờ khai", "file": lost}, {"name": "Giấy chứng sinh", "file": whole}]
    code = receive_dossier(laptop.world, receive_command(papers=papers))["code"]
    laptop.world.blobs.remove(lost)
    synced = sync(laptop, centre)
    assert (synced.left, synced.reason, synced.files_sent) == (1, None, 1)
    assert not synced.done
    assert dossier(centre, code).holder == "centre"
    assert centre.world.blobs.has(whole)
