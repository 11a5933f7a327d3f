"""Core decides: standard library only, no clock, no chance, no files."""

import ast
import sys

import pytest

from tests.codebase.source import PROGRAM, imported, modules, name, tree

# Of the standard library, what reaches the world or gives another answer the second time.
WORLD = {
    "asyncio", "glob", "http", "io", "logging", "multiprocessing", "os", "pathlib", "random",
    "secrets", "shutil", "signal", "socket", "sqlite3", "subprocess", "sys", "tempfile",
    "threading", "time", "urllib", "uuid",
}  # fmt: skip
CLOCKS = {"now", "today", "utcnow"}


def test_core_imports_the_standard_library_and_itself_only():
    outside = [
        f"{name(m)}: {target}"
        for m in modules(PROGRAM / "core")
        for target in imported(m)
        if not target.startswith("veban.core.") and not _is_pure(target)
    ]
    assert outside == []


def test_core_asks_no_clock_and_opens_no_file():
    calls = [
        f"{name(m)}:{node.lineno}"
        for m in modules(PROGRAM / "core")
        for node in ast.walk(tree(m))
        if isinstance(node, ast.Call) and _reaches_out(node.func)
    ]
    assert calls == []


@pytest.mark.parametrize("call", ["datetime.now(UTC)", "date.today()", "open('x')"])
def test_a_look_at_the_world_is_noticed(call):
    assert _reaches_out(ast.parse(call, mode="eval").body.func)


def _is_pure(target):
    top = target.partition(".")[0]
    return top in sys.stdlib_module_names and top not in WORLD


def _reaches_out(function):
    if isinstance(function, ast.Attribute):
        return function.attr in CLOCKS
    return isinstance(function, ast.Name) and function.id in {"open", "print", "input"}
