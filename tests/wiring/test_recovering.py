"""A damaged database: told at once, and what is readable is saved with a count of what is not."""

import shutil

import pytest
from django.db import connections

from veban.store import ready  # isort: skip  # noqa: F401  # Django is set up first.

from tests.cli.running import veban
from tests.worlds.lines import receive_command
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.nodes.found import Founding
from veban.actions.people.add_officer import add_officer
from veban.core.nodes.events import NodeKind
from veban.core.people.roles import Role
from veban.core.people.unit_settings import Mode
from veban.core.shared.disk import DatabaseDamaged
from veban.edges.clocks import VARIABLE
from veban.store.databases.flush import flush_log
from veban.wiring.backups import make_backup
from veban.wiring.founding import NewCentre, found_node
from veban.wiring.opening import open_node
from veban.wiring.recovering import NothingReadable, recover_node

PAGE = 4096
RECEIVED = 40


@pytest.fixture
def node(tmp_path, monkeypatch):
    (tmp_path / "clock").write_text("2026-11-23T09:00:00+07:00", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "clock"))
    new = NewCentre("03172", NodeKind.CENTRE, Founding(Mode.FULL), practice=True)
    made = found_node(tmp_path / "centre", new)
    add_officer(made.world, "lan", "Lò Thị Lan", [Role.RECEIVER], "03172")
    yield made
    made.close()


@pytest.fixture
def codes(node):
    return receive_all(node)


def receive_all(node):
    commands = [receive_command(f"k{n}") for n in range(RECEIVED)]
    return [receive_dossier(node.world, command)["code"] for command in commands]


def hashes(node):
    return [entry.hash for _, entry in node.journal.arrived_after()]


def pages_of(node, table):
    sql = "SELECT pageno FROM dbstat WHERE name = %s AND pagetype = 'leaf' ORDER BY pageno"
    with connections[node.alias].cursor() as cursor:
        cursor.execute(sql, [table])
        return [row[0] - 1 for row in cursor.fetchall()]


def harm(node, pages):
    """Overwrite pages as a dying disk does."""
    flush_log(node.alias)
    node.close()
    file = node.folder / "veban.sqlite3"
    content = bytearray(file.read_bytes())
    for page in pages:
        content[page * PAGE : (page + 1) * PAGE] = b"\x5a" * PAGE
    file.write_bytes(content)
    return bytes(content)


def test_a_whole_database_is_saved_whole_and_goes_on_where_it_was(node, codes, tmp_path):
    saved = recover_node(node.folder, tmp_path / "saved")
    assert (saved.lost, saved.altered, saved.checked["broken"]) == ({}, 0, [])
    again = open_node(tmp_path / "saved")
    assert hashes(again) == hashes(node)
    assert again.journal.rebuild() == (len(hashes(node)), True)
    assert receive_all(again) == codes
    assert receive_dossier(again.world, receive_command("new"))["code"] not in codes
    again.close()


def test_what_the_damage_took_is_counted_and_a_backup_gives_it_back(node, codes, tmp_path):
    make_backup(node, tmp_path / "backup")
    before = hashes(node)
    middle = pages_of(node, "journal_entry")[4:7]
    harmed = harm(node, middle)
    saved = recover_node(node.folder, tmp_path / "saved")
    [lost] = saved.lost.values()
    assert 0 < lost < len(before)
    assert saved.checked["entries"] + lost == len(before)
    assert (node.folder / "veban.sqlite3").read_bytes() == harmed
    shutil.rmtree(tmp_path / "saved")
    saved = recover_node(node.folder, tmp_path / "saved", backup=tmp_path / "backup")
    assert (saved.lost, saved.checked["broken"]) == ({}, [])
    again = open_node(tmp_path / "saved")
    assert (hashes(again), receive_all(again)) == (before, codes)
    again.close()


def test_an_older_backup_does_not_lay_a_sealed_scan_open_again(node, tmp_path):
    papers = [{"name": "Tờ khai", "file": node.blobs.put(b"a picture")}]
    receive_dossier(node.world, receive_command(papers=papers))
    make_backup(node, tmp_path / "backup")
    node.blobs.put_sealed(papers[0]["file"], b"for the centre")
    node.blobs.drop_plain(papers[0]["file"])
    saved = recover_node(node.folder, tmp_path / "saved", backup=tmp_path / "backup")
    assert (saved.checked["files"], saved.checked["missing_files"]) == (1, 0)
    again = open_node(tmp_path / "saved")
    assert not again.blobs.is_readable(papers[0]["file"])
    again.close()


def test_a_folder_that_lost_entries_goes_on_under_a_new_name(node, codes, tmp_path):
    harm(node, pages_of(node, "journal_entry")[4:7])
    words = ("journal", "recover", "-o", tmp_path / "saved", "--data", node.folder, "--json")
    ran = veban(*words, cwd=tmp_path)
    assert (ran.code, len(ran.answer["lost"])) == (1, 1), ran.err
    assert ran.answer["writer"].startswith(f"{node.card.node}-r")
    again = open_node(tmp_path / "saved")
    assert again.world.me.node == ran.answer["writer"]
    assert receive_dossier(again.world, receive_command("new"))["code"] not in codes
    again.close()


def test_a_database_that_is_none_any_more_is_told_and_the_folder_left_alone(node, codes, tmp_path):
    harm(node, range(3))
    with pytest.raises(DatabaseDamaged):
        open_node(node.folder)
    with pytest.raises(NothingReadable):
        recover_node(node.folder, tmp_path / "saved")
    assert not (tmp_path / "saved" / "node.json").exists()
