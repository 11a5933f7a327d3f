"""What a machine lacks is named on a user's machine and fails in CI."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SUITE = """
import pytest
from tests.servers.needs import probe


@probe("a boat")
def missing_boat():
    return "the river is low"


@probe("a road")
def missing_road():
    return None


@pytest.mark.needs("a boat")
def test_by_boat():
    pass


@pytest.mark.needs("a road")
def test_by_road():
    pass
"""


@pytest.fixture
def suite(tmp_path):
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = needs", encoding="utf-8")
    (tmp_path / "test_ways.py").write_text(SUITE, encoding="utf-8")
    return tmp_path


def run(folder, **environment):
    plain = {k: v for k, v in os.environ.items() if k != "CI" and not k.startswith("PYTEST")}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.servers.needs", "-p", "no:cacheprovider"],
        cwd=folder,
        env=plain | {"PYTHONPATH": str(ROOT)} | environment,
        capture_output=True,
        encoding="utf-8",
    )


def test_a_lack_is_counted_and_named_at_the_end(suite):
    answer = run(suite)
    assert answer.returncode == 0, answer.stdout
    assert "1 passed, 1 skipped" in answer.stdout
    assert "1 test could not run on this machine" in answer.stdout
    assert "1 x a boat: the river is low" in answer.stdout


def test_the_same_lack_fails_in_ci(suite):
    answer = run(suite, CI="true")
    assert answer.returncode == 1
    assert "cannot run here, needs a boat: the river is low" in answer.stdout
