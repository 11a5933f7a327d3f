"""``veban dossiers receive``: a line each, in the public format."""

import pytest

from tests.cli.running import reception


def test_a_line_is_answered_with_code_date_fee_and_state(centre):
    ran = centre.play("receive", reception("k1"))
    assert ran.code == 0
    assert ran.answer == {
        "key": "k1",
        "code": "H18.03.172-261123-5001",
        "due_at": "2026-11-23T17:00:00+07:00",
        "fee_vnd": 0,
        "state": 2,
        "warnings": ["agency.placeholder"],
    }


def test_what_the_law_shipped_does_not_know_is_null_with_a_reason(centre):
    line = reception("k1", procedure="1.004859", papers=[{"name": "Tờ khai"}])
    answer = centre.play("receive", line).answer
    assert answer["fee_vnd"] is None
    assert answer["fee_reason"]
    assert "fee.unknown" in answer["warnings"]


def test_a_repeat_is_answered_the_same_and_other_content_is_refused(centre):
    first = centre.play("receive", reception("k1"))
    again = centre.play("receive", reception("k1"), reception("k1", copies=2))
    assert again.code == 1
    assert again.answers == [
        first.answer,
        {"key": "k1", "refused": "journal.key_reused", "details": {"key": "k1"}},
    ]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"channel": 2}, "dossier.online_only_at_portal"),
        ({"procedure": "9.999999"}, "procedure.unknown"),
        ({"papers": []}, "dossier.no_papers"),
        ({"papers": [{"paper": "declaration"}]}, "dossier.papers_missing"),
        ({"received_at": "2026-11-23T12:00:01+07:00"}, "dossier.received_in_future"),
        ({"received_at": "2026-11-16T11:00:00+07:00"}, "dossier.received_too_long_ago"),
        ({"officer": "nobody"}, "officer.unknown"),
        ({"officer": "minh"}, "officer.lacks_role"),
        ({"reasons": ["tall"]}, "dossier.reason_unknown"),
        ({"colour": "red"}, "input.unknown_keys"),
        ({"copies": "2"}, "input.wrong"),
        ({"copies": 0}, "input.wrong"),
        ({"copies": 10**20}, "input.wrong"),
        ({"papers": [{"name": "x", "count": 0}]}, "input.wrong"),
        ({"applicant": {"full_name": "  "}}, "input.wrong"),
        ({"received_at": "0001-01-01T00:00:00+07:00"}, "input.wrong"),
        ({"papers": [{"name": "x", "file": "none.jpg"}]}, "dossier.file_missing"),
    ],
)
def test_a_line_that_is_refused_says_why(centre, wrong, code):
    ran = centre.play("receive", reception("k1", **wrong))
    assert ran.code == 1
    assert (ran.answer["key"], ran.answer["refused"]) == ("k1", code)
    assert set(ran.answer) == {"key", "refused", "details"}
    assert ran.err.startswith("Dòng 1: ")
    assert f"[{code}]" in ran.err
    assert "Páo" not in ran.err


def test_the_other_lines_go_on_and_no_number_is_lost(centre):
    ran = centre.play("receive", reception("a"), "{", reception("b", channel=2), reception("c"))
    assert ran.code == 1
    assert [answer.get("code") or answer["refused"] for answer in ran.answers] == [
        "H18.03.172-261123-5001",
        "input.not_json",
        "dossier.online_only_at_portal",
        "H18.03.172-261123-5002",
    ]
    assert ran.answers[1] == {"line": 2, "refused": "input.not_json"}


def test_files_beside_the_lines_are_stored_under_their_hash(centre):
    (centre.folder / "scans").mkdir()
    (centre.folder / "scans/a.jpg").write_bytes(b"a scan")
    papers = [{"name": "Tờ khai", "file": "scans/a.jpg"}]
    assert centre.play("receive", reception("k1", papers=papers)).code == 0
    found = centre.run("journal", "verify", "--json").answer
    assert (found["files"], found["missing_files"]) == (1, 0)


def test_a_clock_behind_the_last_entry_stops_reception(centre):
    centre.set_clock("2026-11-22T08:00:00+07:00")
    line = reception("k1", received_at="2026-11-22T07:30:00+07:00")
    ran = centre.play("receive", line)
    assert (ran.code, ran.answer["refused"]) == (1, "clock.behind_last_entry")


def test_a_clock_far_ahead_is_said_and_stops_nothing(centre):
    centre.set_clock("2026-12-10T08:00:00+07:00")
    line = reception("k1", received_at="2026-12-10T08:00:00+07:00")
    ran = centre.play("receive", line)
    assert (ran.code, ran.answer["state"]) == (0, 2)
    assert "08:00 10/12/2026" in ran.err
    assert "chỉnh cho đúng" in ran.err
    again = centre.play("receive", line)
    assert (again.code, again.err) == (0, "")


def test_an_unknown_option_is_exit_two(centre):
    lines = centre.folder / "clock"
    assert centre.run("dossiers", "receive", lines, "--nope").code == 2
    assert centre.run("dossiers", "receive", centre.folder / "none.jsonl").code == 2


def test_what_is_wrong_is_told_to_people_in_their_language(centre):
    ran = centre.play("receive", reception("k1", received_at="2026-11-23T09:30:00"), [])
    assert ran.answers[0]["details"]["expected"] == "ISO 8601 with offset"
    assert "Mục received_at chưa đúng; cần: thời điểm kèm múi giờ" in ran.err
    assert "Mục (cả dòng) chưa đúng; cần: một nhóm mục" in ran.err


@pytest.mark.parametrize("key", ["", " ", "k" * 201])
@pytest.mark.parametrize("command", ["receive", "do"])
def test_a_key_that_tells_no_line_apart_is_refused(centre, key, command):
    move = {"key": key, "code": "x", "move": "transfer", "officer": "lan"}
    line = reception(key) if command == "receive" else move | {"at": "2026-11-23T11:00:00+07:00"}
    ran = centre.play(command, line)
    assert (ran.code, ran.answer["refused"]) == (1, "input.wrong")
    assert ran.answer["details"]["field"] == "key"
