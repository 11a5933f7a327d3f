"""The closing count notices what does not add up."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from demo.count import _hand_backs, _lines, _same, _ways_home, codes_in
from demo.processes import Node

A, B = "H18.03.172-261110-0001", "H18.03.172-261110-0002"


def test_a_code_that_is_missing_or_too_many_is_named():
    row = _same("in PDFs", {A}, {B})
    assert row.right is False
    assert row.differences == (f"thiếu {B}", f"thừa {A}")


def test_equal_sets_add_up_and_so_do_empty_ones():
    assert _same("in PDFs", {A, B}, {B, A}).right
    assert _same("on slips 02 and 03", set()).right


def test_a_dossier_that_was_not_handed_back_is_named():
    records = [{"MaHoSo": A, "TrangThaiHoSo": 10}, {"MaHoSo": B, "TrangThaiHoSo": 9}]
    row = _hand_backs(SimpleNamespace(hand_backs=1), records)
    assert row.differences == (f"{B} ở trạng thái 9",)


def test_a_hand_back_too_many_is_noticed():
    row = _hand_backs(SimpleNamespace(hand_backs=2), [{"MaHoSo": A, "TrangThaiHoSo": 10}])
    assert row.right is False


def test_a_line_that_nobody_answered_is_noticed():
    stage = SimpleNamespace(
        source=SimpleNamespace(lines=[1, 2, 3]), received={A: {}}, refused=[(2, "x")], repeated=[]
    )
    assert _lines(stage).right is False


def test_codes_are_read_from_a_printed_slip(tmp_path):
    centre = Node(tmp_path / "trung tâm", {})
    centre.run("init", "--unit", "03172", "--kind", "centre", "--practice")
    centre.run("officer", "add", "lan", "--name", "Lan", "--role", "receiver")
    line = (
        '{"key": "k", "procedure": "1.014061", "received_at": "%s", "officer": "lan",'
        ' "channel": 1, "place": {"kind": "centre"}, "applicant": {"full_name": "Lò Văn Inh"},'
        ' "papers": [{"paper": "declaration"}]}'
    )
    file = tmp_path / "line.jsonl"
    file.write_text(line % _moments_ago(), encoding="utf-8")
    [answer] = centre.play("receive", file)
    slip = tmp_path / "slip.pdf"
    centre.run("slip", answer["code"], "--kind", "receipt", "-o", slip)
    assert codes_in(slip) == {answer["code"]}


def _moments_ago():
    return datetime.now(UTC).isoformat()


@pytest.mark.parametrize(
    ("grown", "left"),
    [
        (66, {"entries_sent": 1, "files_sent": 0, "left": 0, "reason": None}),
        (66, {"entries_sent": 0, "files_sent": 0, "left": 2, "reason": None}),
        (0, {"entries_sent": 0, "files_sent": 0, "left": 0, "reason": None}),
        (66, {}),
    ],
)
def test_a_stick_that_did_not_bring_everything_home_is_noticed(grown, left):
    stage = SimpleNamespace(hand_backs=22, carried_by_stick=grown, left_after_stick=left)
    assert _ways_home(stage).right is False


def test_a_stick_that_brought_everything_home_adds_up():
    left = {"entries_sent": 0, "files_sent": 0, "left": 0, "reason": None}
    stage = SimpleNamespace(hand_backs=22, carried_by_stick=66, left_after_stick=left)
    assert _ways_home(stage).right
