"""A damaged database file is found at the start, before anybody writes beside the damage."""

from contextlib import closing

import pytest
from django.db import connections

from tests.cli.running import free_port, veban
from tests.web.desk import browser, make_centre
from tests.web.laptop import PHRASE, Pair
from tests.worlds.lines import receive_command
from veban.actions.dossiers.receive import receive_dossier
from veban.core.shared.disk import DatabaseDamaged
from veban.edges.clocks import VARIABLE
from veban.store.databases.flush import flush_log
from veban.store.databases.soundness import CHECKED_AT_ONCE_BYTES, is_checked_at_once
from veban.store.jobs.runs import RunOutcome, list_runs
from veban.wiring.jobs import CHECK, HERE
from veban.wiring.node import alias_of
from veban.wiring.opening import open_checked, open_node
from veban.wiring.readiness import is_whole
from veban.wiring.served import ServedFolder, serve_folder
from veban.wiring.ticking import _look, tick

PAGE = 4096


@pytest.fixture
def clock(tmp_path, monkeypatch):
    path = tmp_path / "clock.txt"
    path.write_text("2026-11-23T09:00:00+07:00", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(path))
    return path


@pytest.fixture
def node(tmp_path, clock):
    made = make_centre(tmp_path / "centre").node
    for n in range(30):
        receive_dossier(made.world, receive_command(f"k{n}"))
    yield made
    made.close()


def overwrite(file, pages):
    content = bytearray(file.read_bytes())
    for page in pages:
        content[page * PAGE : (page + 1) * PAGE] = b"\x5a" * PAGE
    file.write_bytes(content)
    return bytes(content)


def damage(node):
    """Spoil pages of entries that opening the node does not read."""
    with connections[node.alias].cursor() as cursor:
        cursor.execute(
            "SELECT pageno FROM dbstat WHERE name = 'journal_entry' AND pagetype = 'leaf'"
        )
        pages = [row[0] - 1 for row in cursor.fetchall()]
    flush_log(node.alias)
    node.close()
    return overwrite(node.folder / "veban.sqlite3", pages[3:5])


def grow(node):
    """Make the file too large to be checked while somebody waits."""
    with connections[node.alias].cursor() as cursor:
        cursor.execute("CREATE TABLE ballast (x BLOB)")
        cursor.execute("INSERT INTO ballast VALUES (zeroblob(%s))", [CHECKED_AT_ONCE_BYTES])
    flush_log(node.alias)


def test_a_whole_file_is_opened_and_said_to_be_whole(node):
    open_checked(node.folder)
    assert is_whole(node) is True


def test_a_damaged_centre_is_not_served_and_the_file_left_as_it_is(node, tmp_path):
    spoilt = damage(node)
    open_node(node.folder).close()
    with pytest.raises(DatabaseDamaged):
        open_checked(node.folder)
    assert is_whole(node) is False
    ran = veban("serve", "--port", str(free_port()), "--data", node.folder, cwd=tmp_path)
    node.close()
    assert ran.code == 1
    for words in ("veban journal recover", "veban backup restore", "[database.damaged]"):
        assert words in ran.err
    assert (node.folder / "veban.sqlite3").read_bytes() == spoilt


def test_a_damaged_laptop_stays_locked_and_says_why_without_its_key_staying(
    tmp_path, clock, monkeypatch
):
    both = Pair(tmp_path)
    with closing(both.centre.node):
        flush_log(both.laptop.node.alias)
        both.laptop.lock()
        file = both.folder / "veban.db"
        overwrite(file, range(file.stat().st_size // PAGE // 2, file.stat().st_size // PAGE))
        served = ServedFolder(both.folder)
        with pytest.raises(DatabaseDamaged):
            served.open("lan", PHRASE)
        assert served.node is None
        assert alias_of(both.folder) not in connections.settings
        answer = browser(served).post("/open", {"officer": "lan", "phrase": PHRASE})
        assert answer.status_code == 500
        assert "veban journal recover" in answer.content.decode()
        monkeypatch.setenv("VEBAN_OFFICER", "lan")
        monkeypatch.setenv("VEBAN_PHRASE", PHRASE)
        assert serve_folder(both.folder).node is None


def test_a_large_file_is_checked_right_after_the_start_though_it_was_today(node):
    tick(node)
    before = list_runs(node.alias)[CHECK]
    grow(node)
    assert not is_checked_at_once(node.alias)
    open_checked(node.folder)
    assert _look(node, HERE, True)
    again = list_runs(node.alias)[CHECK]
    assert again.started_at > before.started_at
    assert is_whole(node) is True


def test_damage_in_a_large_file_is_found_by_the_job_and_told_on_its_page(node):
    grow(node)
    assert is_whole(node) is None
    damage(node)
    open_checked(node.folder)
    _look(node, HERE, True)
    run = list_runs(node.alias)[CHECK]
    assert (run.outcome, run.code) == (RunOutcome.FAILED, "database.damaged")
    assert is_whole(node) is False


def test_a_disk_that_takes_nothing_does_not_end_the_ticking(node):
    with connections[node.alias].cursor() as cursor:
        cursor.execute("PRAGMA query_only = ON")
    assert _look(node, HERE, False) is False
    with connections[node.alias].cursor() as cursor:
        cursor.execute("PRAGMA query_only = OFF")
    assert _look(node, HERE, False) is True
