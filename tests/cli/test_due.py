"""``veban due`` answers in the public format, from the shipped law alone."""

import pytest

from tests.cli.running import veban, write_lines

MORNING = "2026-01-05T09:30:00+07:00"


def test_one_question_is_answered_with_rule_and_start(tmp_path):
    ran = veban("due", "1.001193", MORNING, cwd=tmp_path)
    assert ran.code == 0
    assert ran.answer == {
        "id": "1.001193",
        "due_at": "2026-01-05T17:00:00+07:00",
        "counted_from": MORNING,
        "rule": "same_day",
    }


def test_a_batch_answers_each_line_and_goes_on_after_a_bad_one(tmp_path):
    file = write_lines(
        tmp_path / "q.jsonl",
        {"id": "a", "procedure": "1.001193", "received_at": "2026-01-05T16:00:00+07:00"},
        "no json",
        {"id": "b", "procedure": "9.999999", "received_at": MORNING},
        {"id": "c", "procedure": "1.001193", "received_at": "2026-01-05T09:30:00"},
        {"id": "d", "procedure": "1.001193", "received_at": MORNING, "color": "red"},
        {"id": 5, "procedure": "1.001193", "received_at": "2029-01-04T09:30:00+07:00"},
        [],
    )
    ran = veban("due", "--batch", file, cwd=tmp_path)
    assert ran.code == 1
    assert ran.answers == [
        {
            "id": "a",
            "due_at": "2026-01-06T17:00:00+07:00",
            "counted_from": "2026-01-05T16:00:00+07:00",
            "rule": "same_day",
        },
        {"line": 2, "refused": "input.not_json"},
        {"id": "b", "refused": "procedure.unknown"},
        {"id": "c", "refused": "input.wrong"},
        {"id": "d", "refused": "input.unknown_keys"},
        {
            "id": 5,
            "due_at": "2029-01-04T17:00:00+07:00",
            "counted_from": "2029-01-04T09:30:00+07:00",
            "rule": "same_day",
            "calendar": "provisional",
        },
        {"id": None, "refused": "input.wrong"},
    ]
    assert [line.partition(":")[0] for line in ran.err.splitlines()] == [
        "Dòng 2", "Dòng 3", "Dòng 4", "Dòng 5", "Dòng 7"
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["\\u0000", "\\ud800", "\\\\\\u0000"])
def test_text_that_no_database_keeps_is_no_json(tmp_path, text):
    file = tmp_path / "q.jsonl"
    file.write_text(f'{{"id": "{text}"}}\n', encoding="utf-8")
    assert veban("due", "--batch", file, cwd=tmp_path).answer["refused"] == "input.not_json"


def test_a_backslash_before_zeros_is_text(tmp_path):
    file = tmp_path / "q.jsonl"
    file.write_text('{"id": "\\\\u0000"}\n', encoding="utf-8")
    assert veban("due", "--batch", file, cwd=tmp_path).answer["refused"] == "input.wrong"


@pytest.mark.parametrize("option", [[], ["--json"]])
def test_a_single_refusal_is_answered_as_in_a_batch_and_is_exit_one(tmp_path, option):
    ran = veban("due", "9.999999", MORNING, *option, cwd=tmp_path)
    assert ran.code == 1
    assert ran.answer == {"id": "9.999999", "refused": "procedure.unknown"}
    assert "[procedure.unknown]" in ran.err


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+07:00", "9999-12-31T23:59:00-12:00"])
def test_an_instant_at_the_end_of_time_is_refused(tmp_path, at):
    ran = veban("due", "1.001193", at, cwd=tmp_path)
    assert (ran.code, ran.answer["refused"]) == (1, "input.wrong")


@pytest.mark.parametrize(
    "wrong", [["--nope"], ["1.001193"], [], ["--batch", "is-not-there"], ["a", "b", "c"]]
)
def test_wrong_usage_is_exit_two(tmp_path, wrong):
    ran = veban("due", *wrong, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
