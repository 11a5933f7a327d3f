"""Nothing that only POSIX has, nothing in a code page: field laptops run Windows."""

import ast
import subprocess
import sys

import pytest

from tests.codebase.source import ROOT, modules, name, tree

RUFF = [sys.executable, "-m", "ruff", "check", "--select", "TID251", "--no-cache", "--quiet"]
FOLDERS = [folder for folder in ("veban", "demo", "bench") if (ROOT / folder).exists()]


def test_the_program_uses_nothing_that_windows_lacks():
    found = subprocess.run([*RUFF, *FOLDERS], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize(
    "code",
    [
        "import fcntl\n",
        "import os\n\nos.getuid()\n",
        "from os import fork\n",
        "import signal\n\nsignal.SIGKILL\n",
    ],
)
def test_what_only_posix_has_is_noticed(code):
    found = subprocess.run(
        [*RUFF, "--stdin-filename", "veban/edges/example.py", "-"],
        cwd=ROOT,
        input=code,
        capture_output=True,
        encoding="utf-8",
    )
    assert "POSIX only" in found.stdout


def test_every_text_file_is_opened_as_utf_8():
    found = [
        f"{name(module)}:{node.lineno}"
        for folder in FOLDERS
        for module in modules(ROOT / folder)
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Call) and leaves_the_encoding_to_windows(node)
    ]
    assert found == []


@pytest.mark.parametrize(
    "code", ["open(p)", "open(p, 'a')", "p.open('w')", "p.read_text()", "p.write_text(x)"]
)
def test_an_encoding_left_to_windows_is_noticed(code):
    assert leaves_the_encoding_to_windows(ast.parse(code, mode="eval").body)


@pytest.mark.parametrize("code", ["open(p, 'rb')", "p.open('xb')", "p.read_text('utf-8')"])
def test_bytes_and_a_named_encoding_may_stay(code):
    assert not leaves_the_encoding_to_windows(ast.parse(code, mode="eval").body)


def leaves_the_encoding_to_windows(call: ast.Call) -> bool:
    if any(keyword.arg in {"encoding", None} for keyword in call.keywords):
        return False
    called = call.func
    if isinstance(called, ast.Attribute) and called.attr in {"read_text", "write_text"}:
        return len(call.args) < (1 if called.attr == "read_text" else 2)
    if isinstance(called, ast.Attribute) and called.attr == "open":
        return bool(call.args) and _is_text_mode(call.args[0])
    if isinstance(called, ast.Name) and called.id == "open":
        return len(call.args) < 2 or _is_text_mode(call.args[1])
    return False


def _is_text_mode(argument: ast.expr) -> bool:
    mode = argument.value if isinstance(argument, ast.Constant) else None
    return isinstance(mode, str) and set(mode) <= set("rwax+t")
