"""The demo plays the lines of a user's file as they stand."""

import json
from datetime import date

from demo.input_lines import InputFile, write_copy

VILLAGE = {"key": "a", "received_at": "2026-11-10T08:00:00+07:00", "place": {"kind": "village"}}


def play(tmp_path, *lines):
    """Return what the program would be given for the first day of a file."""
    source = tmp_path / "hồ sơ.jsonl"
    source.write_bytes(b"\n".join(lines))
    file = InputFile(source)
    target = tmp_path / "copy" / "hồ sơ.jsonl"
    write_copy(next(iter(file.days().values())), source, target, "r1")
    return target.read_bytes().split(b"\n")[:-1]


def as_line(**more):
    return json.dumps(VILLAGE | more, ensure_ascii=False).encode()


def test_a_line_without_a_round_gets_the_demos_and_keeps_everything_else(tmp_path):
    [played] = play(tmp_path, as_line(applicant={"full_name": "Thào Thị Sua"}))
    line = json.loads(played)
    assert line.pop("round") == "r1"
    assert line == VILLAGE | {"applicant": {"full_name": "Thào Thị Sua"}}


def test_a_round_of_the_users_stays_and_the_line_is_the_same_bytes(tmp_path):
    given = as_line(round="of-mine")
    assert play(tmp_path, given) == [given]


def test_what_is_received_at_the_centre_belongs_to_no_round(tmp_path):
    given = as_line(place={"kind": "centre"})
    assert play(tmp_path, given) == [given]


def test_lines_that_cannot_be_read_are_played_too_so_that_the_program_refuses_them(tmp_path):
    broken = [b"nope", b"[1]", b'{"received_at": 5}', b"\xff\xfe"]
    played = play(tmp_path, as_line(), *broken)
    assert played[1:] == broken


def test_a_text_that_no_encoding_holds_is_left_to_the_program(tmp_path):
    [played] = play(tmp_path, as_line().replace(b'"a"', b'"\\ud800"'))
    assert b"\\ud800" in played


def test_lines_are_numbered_as_in_the_file_and_sorted_by_their_local_day(tmp_path):
    source = tmp_path / "f.jsonl"
    late = as_line(received_at="2026-11-11T00:30:00+07:00")
    early = as_line(received_at="2026-11-10T16:00:00+00:00")
    source.write_bytes(b"\n".join([late, b"", early]))
    days = InputFile(source).days()
    assert {day: [line.number for line in lines] for day, lines in days.items()} == {
        date(2026, 11, 10): [3],
        date(2026, 11, 11): [1],
    }


def test_a_line_far_after_the_first_is_played_without_moving_the_clock_to_it(tmp_path):
    source = tmp_path / "f.jsonl"
    far = as_line(received_at="2031-01-06T08:00:00+07:00")
    source.write_bytes(b"\n".join([as_line(), far]))
    file = InputFile(source)
    assert list(file.days()) == [date(2026, 11, 10)]
    assert [file.day_of(line) for line in file.lines] == [date(2026, 11, 10), None]


def test_scans_are_copied_beside_the_lines_and_never_out_of_the_folder(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "scan.png").write_bytes(b"paper")
    (tmp_path / "secret.png").write_bytes(b"other")
    source = folder / "f.jsonl"
    source.write_bytes(as_line(papers=[{"file": "scan.png"}, {"file": "../secret.png"}, "x"]))
    target = tmp_path / "out" / "day" / "f.jsonl"
    write_copy(InputFile(source).lines, source, target, "r1")
    assert (target.parent / "scan.png").read_bytes() == b"paper"
    assert not (tmp_path / "out" / "secret.png").exists()
