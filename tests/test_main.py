"""The program's door: any folder, any console."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
AWKWARD = "Về Bản (máy 2)"


@pytest.fixture
def copy(tmp_path):
    """The program and the law, in a folder as people name them."""
    top = tmp_path / AWKWARD
    for folder in ("veban", "rules"):
        shutil.copytree(ROOT / folder, top / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return top


def run(top, *words, cwd, **environment):
    return subprocess.run(
        [sys.executable, "-m", "veban", *words],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(top)} | environment,
        capture_output=True,
    )


def test_it_answers_from_an_awkward_folder_called_from_another_one(copy, tmp_path):
    answer = run(copy, "due", "1.001193", "2026-01-05T09:30:00+07:00", cwd=tmp_path)
    assert answer.returncode == 0, answer.stderr.decode()
    assert json.loads(answer.stdout)["id"] == "1.001193"


def test_a_console_with_a_code_page_gets_utf_8(tmp_path):
    answer = run(ROOT, "--help", cwd=tmp_path, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert answer.returncode == 0, answer.stderr
    assert "Về Bản" in answer.stdout.decode("utf-8")


def test_an_unknown_option_is_wrong_usage(tmp_path):
    answer = run(ROOT, "--no-such-option", cwd=tmp_path)
    assert (answer.returncode, answer.stdout) == (2, b"")
