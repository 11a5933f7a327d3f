"""``dossiers import``, ``export`` and ``entered``, as people run them."""

import json

import pytest

from tests.cli.running import Centre, move, reception
from tests.worlds.records import BACK, record


@pytest.fixture
def other(prepared, empty, tmp_path):
    """An empty node beside the centre."""
    node = Centre(tmp_path / "other")
    (tmp_path / "other").mkdir()
    node.set_clock("2026-11-23T12:00:00+07:00")
    assert node.run("init", "--unit", "03172", "--kind", "centre", "--practice").code == 0
    return node


def export(node) -> str:
    ran = node.run("dossiers", "export", "--format", "portal")
    assert ran.code == 0
    return ran.out


def test_a_bad_line_is_told_and_the_others_go_on(centre):
    ran = centre.play("import", record(), "{", record(MaHoSo="B", NgayTra="hôm qua"), record())
    assert ran.code == 1
    assert ran.answers == [
        {"line": 2, "code": "input.not_json", "MaHoSo": None},
        {"line": 3, "code": "input.wrong", "MaHoSo": "B"},
        {"new": 1, "updated": 0, "same": 1, "refused": 2},
    ]
    assert "NgayTra" in ran.err and "hôm qua" not in ran.err


def test_what_is_exported_is_exported_the_same_by_an_empty_node(centre, other):
    code = centre.play("receive", reception("k1")).answer["code"]
    centre.play("receive", reception("k2"))
    centre.play("do", move("m1", code, "transfer", "minh", "10:00"))
    centre.play("import", record(), record(MaHoSo="B-1", **BACK, KhoaLa=[1, {"z": 1, "a": "đ"}]))
    assert centre.run("dossiers", "entered", code, "--system", "dvcqg", "--official", "X").code == 0
    lines = export(centre)
    assert [json.loads(line)["MaHoSo"] for line in lines.splitlines()][-2:] == [
        json.loads(lines.splitlines()[-2])["code"], "X"
    ]  # fmt: skip
    file = centre.folder / "out.jsonl"
    assert centre.run("dossiers", "export", "-o", file).out == ""
    assert file.read_text(encoding="utf-8") == lines
    assert other.run("dossiers", "import", file).answer["new"] == 4
    assert export(other) == lines
    assert other.run("dossiers", "import", file).answer["same"] == 4
    assert other.run("dossiers", "show", code, "--json").answer["state"] == 4


def test_entering_a_code_brings_its_record_along(centre):
    code = centre.play("receive", reception("k1")).answer["code"]
    centre.play("import", record(MaHoSo="X", **BACK))
    linked = centre.run(
        "dossiers", "entered", code, "--system", "dvcqg", "--official", "X", "--json"
    )
    assert linked.answer == {"code": code, "official_codes": ["X"], "state": 10}
    assert centre.run("dossiers", "show", code, "--json").answer["state"] == 10
    assert len(export(centre).splitlines()) == 1
    assert centre.run("journal", "rebuild", "--json").answer["identical"]


def test_an_unknown_format_is_wrong_usage(centre):
    assert centre.run("dossiers", "export", "--format", "xml").code == 2
