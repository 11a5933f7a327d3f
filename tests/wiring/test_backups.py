"""A province on a server is backed up into a file, and restored from it."""

import os

import pytest

from veban.store import ready  # isort: skip  # noqa: F401  # Django is set up first.

from tests.worlds.lines import receive_command
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.nodes.found import Founding
from veban.actions.people.add_officer import add_officer
from veban.core.nodes.events import NodeKind
from veban.core.people.roles import Role
from veban.core.people.unit_settings import Mode
from veban.edges.backups.backup_folder import read_manifest
from veban.edges.clocks import VARIABLE
from veban.store.exchange.backups import last_backup
from veban.wiring.backups import BackupNotWhole, check_backup, make_backup, restore_backup
from veban.wiring.founding import NewCentre, found_node
from veban.wiring.opening import open_node


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.needs("postgres"))])
def node(request, tmp_path, monkeypatch):
    (tmp_path / "clock").write_text("2026-11-23T09:00:00+07:00", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "clock"))
    url = request.getfixturevalue("postgres_url") if request.param == "postgres" else None
    new = NewCentre("03172", NodeKind.CENTRE, Founding(Mode.FULL), practice=True, database=url)
    made = found_node(tmp_path / "centre", new)
    add_officer(made.world, "lan", "Lò Thị Lan", [Role.RECEIVER], "03172")
    for n in range(3):
        receive_dossier(made.world, receive_command(f"k{n}"))
    yield made
    made.close()


def test_a_backup_holds_the_journal_on_any_database(node, tmp_path):
    assert last_backup(node.alias) == {}
    made = make_backup(node, tmp_path / "backup")
    chains = {one: list(found) for one, found in node.journal.chains().items()}
    assert last_backup(node.alias) == chains == read_manifest(tmp_path / "backup").positions
    assert check_backup(tmp_path / "backup", None) == made
    restore_backup(tmp_path / "backup", tmp_path / "again")
    again = open_node(tmp_path / "again")
    assert [e.hash for _, e in again.journal.arrived_after()] == [
        e.hash for _, e in node.journal.arrived_after()
    ]
    assert again.journal.rebuild() == (made.manifest.entries, True)
    again.close()


# Windows knows no modes of owners; there a folder's own rights count.
FOLDER, FILE = ("777", "666") if os.name == "nt" else ("700", "600")


def modes(folder):
    """Return the rights of a folder and of the databases in it, in octal digits."""
    found = [folder, *folder.rglob("*.db"), *folder.rglob("veban.sqlite3*")]
    return {
        path.name if path != folder else "": f"{path.stat().st_mode & 0o777:o}" for path in found
    }


def test_a_centre_and_its_backup_are_readable_by_their_owner_alone(node, tmp_path):
    make_backup(node, tmp_path / "backup")
    restore_backup(tmp_path / "backup", tmp_path / "again")
    again = open_node(tmp_path / "again")
    for name in ("centre", "backup", "again"):
        found = modes(tmp_path / name)
        assert found.pop("") == FOLDER
        assert set(found.values()) <= {FILE}
        assert found or name == "centre"
    again.close()


def test_a_database_that_others_could_read_is_closed_to_them_when_it_is_opened(tmp_path):
    new = NewCentre("03172", NodeKind.CENTRE, Founding(Mode.FULL), practice=True)
    found_node(tmp_path / "old", new).close()
    (tmp_path / "old" / "veban.sqlite3").chmod(0o644)
    open_node(tmp_path / "old").close()
    assert modes(tmp_path / "old")["veban.sqlite3"] == FILE


def test_a_node_that_misses_a_file_has_no_verified_backup(node, tmp_path):
    lost = node.world.blobs.put(b"a scan")
    papers = [{"name": "Tờ khai", "file": lost}]
    receive_dossier(node.world, receive_command("k9", papers=papers))
    node.world.blobs.remove(lost)
    with pytest.raises(BackupNotWhole):
        make_backup(node, tmp_path / "backup")
    assert last_backup(node.alias) == {}


def test_a_backup_that_fails_leaves_the_one_before_as_it_was(node, tmp_path):
    made = make_backup(node, tmp_path / "backup")
    lost = node.world.blobs.put(b"a scan")
    papers = [{"name": "Tờ khai", "file": lost}]
    receive_dossier(node.world, receive_command("k9", papers=papers))
    node.world.blobs.remove(lost)
    with pytest.raises(BackupNotWhole):
        make_backup(node, tmp_path / "backup")
    assert check_backup(tmp_path / "backup", None) == made
