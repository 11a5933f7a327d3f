"""The main job as a visitor starts it: ``bin/demo``, on real processes.

It takes half a minute: every step is a command of its own, and each one on the laptop opens an
encrypted folder with a phrase.
"""

import json
import os
import re
import subprocess

import pytest

from demo.story import SHIPPED
from tests.codebase.source import ROOT

LONGEST_S = 300


def run_demo(folder, *words):
    return subprocess.run(
        [ROOT / "bin" / "demo", "--once", *words],
        cwd=folder,
        env={**os.environ, "TMPDIR": str(folder), "TEMP": str(folder), "COLUMNS": "120"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=LONGEST_S,
    )


@pytest.fixture
def somewhere(tmp_path):
    folder = tmp_path / "Về Bản (máy 2)"
    folder.mkdir()
    return folder


def test_the_demo_plays_a_round_and_its_count_adds_up(somewhere):
    ended = run_demo(somewhere)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    said = ended.stdout
    assert "25: 25 nhận, 0 từ chối" in said
    assert "✗" not in said
    # One birth would have been late, two dossiers were typed into the laptop's form.
    assert "trang xem lại: hạn trả đến trước khi tổ về" in said
    assert said.count("nhập trên trang của máy lưu động") == 2
    assert "Trao đổi lúc mất sóng không được: exchange.unreachable" in said
    assert re.search(r"Xong sau ngày hẹn\s*│ 0 ", said)
    assert re.search(r"Mục về Trung tâm bằng USB, rồi qua sóng còn 0\s*│ [1-9]", said)
    assert "Tệp chép dở bị từ chối, chưa lấy gì" in said
    assert list(somewhere.iterdir()) == []


@pytest.mark.long
def test_the_demo_takes_another_file_and_tells_each_refused_line(somewhere):
    lines = [json.loads(line) for line in SHIPPED.read_text(encoding="utf-8").splitlines()[:4]]
    for number, line in enumerate(lines):
        line |= {"key": f"other-{number}", "officer": "lan"}
        line["received_at"] = f"2027-03-0{number + 1}T09:30:00+07:00"
        line["papers"] = [{"name": "Tờ khai"}]
    lines[2]["channel"] = 2
    file = somewhere / "hồ sơ của tôi.jsonl"
    text = "\n".join([*map(json.dumps, lines), "nope", json.dumps(lines[0])])
    file.write_text(text, encoding="utf-8")
    ended = run_demo(somewhere, "--input", file.name)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "Dòng 3 bị từ chối: dossier.online_only_at_portal" in ended.stdout
    assert "Dòng 5 bị từ chối: input.not_json" in ended.stdout
    assert "6: 3 nhận, 2 từ chối, 1 lặp lại" in ended.stdout
    assert list(somewhere.iterdir()) == [file]


def test_a_file_that_is_not_there_is_wrong_usage(somewhere):
    ended = run_demo(somewhere, "--input", "nowhere.jsonl")
    assert ended.returncode == 2
    assert "nowhere.jsonl" in ended.stderr
