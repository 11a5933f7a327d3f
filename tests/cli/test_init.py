"""``veban init``: an empty node with the shipped law."""

import json

import pytest

INIT = ["init", "--data", "node", "--unit", "03172", "--kind", "centre", "--json"]


def test_a_centre_begins_with_its_own_entries_and_verifies(empty):
    made = empty(*INIT)
    assert made.code == 0
    assert (made.answer["unit"], made.answer["kind"]) == ("03172", "centre")
    assert made.answer["practice"] is False
    checked = empty("journal", "verify", "--data", "node", "--json").answer
    assert checked["entries"] >= 3
    assert (checked["broken"], checked["missing_files"]) == ([], 0)


def test_a_second_founding_of_a_folder_is_refused_and_changes_nothing(empty, tmp_path):
    empty(*INIT)
    before = (tmp_path / "node/node.json").read_bytes()
    again = empty(*INIT)
    assert (again.code, again.answer["refused"]) == (1, "node.exists")
    assert (tmp_path / "node/node.json").read_bytes() == before


def test_an_unknown_unit_leaves_no_folder_behind(empty, tmp_path):
    ran = empty("init", "--data", "node", "--unit", "99999", "--kind", "centre", "--json")
    assert (ran.code, ran.answer["refused"]) == (1, "unit.unknown")
    assert not (tmp_path / "node").exists()


def test_what_is_no_agency_code_leaves_no_folder_behind(empty, tmp_path):
    ran = empty(*INIT, "--agency", "so một")
    assert (ran.code, ran.answer["refused"]) == (1, "unit.agency_code_wrong")
    assert not (tmp_path / "node").exists()


@pytest.mark.parametrize("url", ["mysql://x/y", "postgresql://x", "postgresql://x:port/y"])
def test_what_is_no_database_address_leaves_no_folder_behind(empty, tmp_path, url):
    ran = empty(*INIT, "--database", url)
    assert (ran.code, ran.answer["refused"]) == (1, "database.address_wrong")
    assert not (tmp_path / "node").exists()


def test_a_founding_that_broke_off_is_finished_by_a_repeat(empty, tmp_path):
    node = empty(*INIT).answer["node"]
    (tmp_path / "node/node.json").unlink()
    assert empty(*INIT).answer["node"] == node
    assert empty("journal", "verify", "--data", "node", "--json").answer["broken"] == []


@pytest.mark.parametrize("wrong", [["--kind", "field"], ["--mode", "half"], ["--colour", "red"]])
def test_wrong_options_are_exit_two(empty, tmp_path, wrong):
    assert empty(*INIT, *wrong).code == 2
    assert not (tmp_path / "node").exists()


def test_a_folder_without_a_node_is_refused_with_what_to_do(empty):
    ran = empty("journal", "verify", "--data", "nowhere", "--json")
    assert (ran.code, ran.answer["refused"]) == (1, "node.missing")
    assert "veban init" in ran.err


def test_only_a_practice_node_takes_its_time_from_a_file(empty, tmp_path):
    (tmp_path / "clock").write_text("2026-11-23T12:00:00+07:00", encoding="utf-8")
    empty(*INIT)
    clock = {"VEBAN_CLOCK": "clock"}
    ran = empty("journal", "verify", "--data", "node", "--json", **clock)
    assert (ran.code, ran.answer["refused"]) == (1, "clock.not_practice")
    practice = [part.replace("node", "trial") for part in INIT]
    assert empty(*practice, "--practice", **clock).code == 0


def test_a_practice_clock_that_holds_no_time_is_refused(empty, tmp_path):
    (tmp_path / "clock").write_text("noon", encoding="utf-8")
    ran = empty(*INIT, "--practice", VEBAN_CLOCK="clock")
    assert (ran.code, ran.answer["refused"]) == (1, "clock.unreadable")


@pytest.mark.needs("postgres")
def test_a_centre_may_keep_its_journal_in_postgresql(empty, tmp_path, postgres_url):
    assert empty(*INIT, "--database", postgres_url).code == 0
    assert not list((tmp_path / "node").glob("*.sqlite3*"))
    assert empty("journal", "rebuild", "--data", "node", "--json").answer["identical"] is True
    other = empty(*[part.replace("node", "other") for part in INIT], "--database", postgres_url)
    assert (other.code, other.answer["refused"]) == (1, "database.not_empty")


def test_a_database_that_does_not_answer_is_refused(empty):
    ran = empty(*INIT, "--database", "postgresql://veban@127.0.0.1:1/none")
    assert (ran.code, json.loads(ran.out)["refused"]) == (1, "database.unreachable")
