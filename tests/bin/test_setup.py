"""bin/setup on machines that have, or lack, what it needs."""

import hashlib
import os
import shutil
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.servers.needs import probe

ROOT = Path(__file__).resolve().parents[2]
AWKWARD = "Về Bản (máy 2)"
TOOLS = ("sh", "dirname", "cmp", "cp", "mv", "rm", "mkdir", "printf")

pytestmark = pytest.mark.needs("posix shell")


@probe("posix shell")
def missing_shell() -> str | None:
    return None if shutil.which("sh") and shutil.which("cmp") else "no sh or cmp on the PATH"


@pytest.fixture
def folder(tmp_path):
    """A checkout whose locks ask for nothing, in a folder as people name them."""
    top = tmp_path / AWKWARD
    shutil.copytree(ROOT / "bin", top / "bin")
    (top / "veban").mkdir()
    (top / "veban" / "__main__.py").write_text(
        'import sys\n\nprint("ran with", sys.argv[1:])\n', encoding="utf-8"
    )
    for lock in ("requirements.lock", "requirements-dev.lock"):
        (top / lock).write_text("# nothing\n", encoding="utf-8")
    return top


@pytest.fixture
def bare_path(tmp_path):
    """A PATH with the shell's own tools and no Python."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for tool in TOOLS:
        if found := shutil.which(tool):
            (tools / tool).symlink_to(found)
    return tools


@pytest.fixture
def wheel(tmp_path):
    """A package on a stick."""
    path = tmp_path / "stick" / "paddle-1.0-py3-none-any.whl"
    path.parent.mkdir()
    about = "paddle-1.0.dist-info"
    files = {
        "paddle.py": "",
        f"{about}/METADATA": "Metadata-Version: 2.1\nName: paddle\nVersion: 1.0\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{about}/RECORD": "",
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def run(script, *words, cwd, **environment):
    clean = {k: v for k, v in os.environ.items() if k not in {"PYTHON", "PYTHONPATH"}}
    return subprocess.run(
        [str(script), *words],
        cwd=cwd,
        env=clean | {"PYTHON": sys.executable} | environment,
        capture_output=True,
        encoding="utf-8",
    )


def fake_python(tools, says, answers):
    """An interpreter that says its version and answers every question with an exit code."""
    fake = tools / "python3"
    fake.write_text(
        f'#!/bin/sh\n[ "$1" = --version ] && {{ echo "{says}"; exit 0; }}\n{answers}\n',
        encoding="utf-8",
    )
    fake.chmod(fake.stat().st_mode | stat.S_IXUSR)


def test_spaces_and_vietnamese_letters_in_the_path_do_no_harm(folder, tmp_path):
    first = run(folder / "bin" / "veban", "due", "một hai", cwd=tmp_path)
    assert first.stdout == "ran with ['due', 'một hai']\n", first.stderr
    assert "Making .venv" in first.stderr

    second = run(folder / "bin" / "setup", cwd=folder.parent)
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")

    third = run(Path("..") / "bin" / "veban", cwd=folder / "veban")
    assert third.stdout == "ran with []\n", third.stderr


def test_a_changed_lock_is_installed_again_and_a_broken_one_reported(folder):
    assert run(folder / "bin" / "setup", cwd=folder).returncode == 0
    (folder / "requirements.lock").write_text("nothing-pinned\n", encoding="utf-8")
    for _ in range(2):
        again = run(folder / "bin" / "setup", cwd=folder)
        assert again.returncode == 1
        assert "installing requirements.lock failed" in again.stderr


def test_wheels_on_a_stick_are_enough_without_network(folder, wheel):
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    lock = folder / "requirements.lock"
    lock.write_text(f"paddle==1.0 --hash=sha256:{digest}\n", encoding="utf-8")
    answer = run(folder / "bin" / "setup", cwd=folder, VEBAN_WHEELS=str(wheel.parent))
    assert answer.returncode == 0, answer.stderr
    assert subprocess.run([folder / ".venv/bin/python", "-c", "import paddle"]).returncode == 0


def test_a_wheel_with_another_hash_is_not_installed(folder, wheel):
    lock = folder / "requirements.lock"
    lock.write_text(f"paddle==1.0 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    answer = run(folder / "bin" / "setup", cwd=folder, VEBAN_WHEELS=str(wheel.parent))
    assert answer.returncode == 1
    assert "DO NOT MATCH THE HASHES" in answer.stderr
    assert not (folder / ".venv" / "requirements.lock").exists()


@pytest.mark.parametrize("says", ["Python 3.10.12", "Python 3.14.0"])
def test_a_python_that_does_not_suit_is_refused_in_words(folder, bare_path, says):
    fake_python(bare_path, says, "exit 1")
    answer = run(folder / "bin" / "setup", cwd=folder, PATH=str(bare_path), PYTHON="")
    assert answer.returncode == 1
    assert "needs Python 3.11, 3.12 or 3.13" in answer.stderr
    assert says in answer.stderr
    assert not (folder / ".venv").exists()


def test_a_missing_python_is_told_in_words(folder, bare_path):
    answer = run(folder / "bin" / "setup", cwd=folder, PATH=str(bare_path), PYTHON="")
    assert answer.returncode == 1
    assert "needs Python 3.11, 3.12 or 3.13" in answer.stderr


def test_a_python_without_venv_is_told_in_words(folder, bare_path):
    fake_python(bare_path, "Python 3.11.2", 'case "$2" in *ensurepip*) exit 1 ;; esac')
    answer = run(folder / "bin" / "setup", cwd=folder, PATH=str(bare_path), PYTHON="")
    assert answer.returncode == 1
    assert "python3-venv" in answer.stderr


def test_a_wrong_interpreter_in_the_environment_is_named(folder):
    answer = run(folder / "bin" / "setup", cwd=folder, PYTHON="/no/such/python")
    assert answer.returncode == 1
    assert "PYTHON=/no/such/python" in answer.stderr
