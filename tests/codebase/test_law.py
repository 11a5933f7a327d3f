"""Literals of law stand in rules/, never in code."""

import ast
import re

import pytest

from tests.codebase.source import docstring_of, modules, name, tree

PROCEDURE = re.compile(r"(?<![\d.])\d\.\d{6}(?!\d)")
# The hours after which a reception counts differently, and at which results are due.
HOURS = re.compile(r"(?<!\d)(15:00|17:00|07:30|7:30|11:30|13:30|15h|17h)(?!\d)")
HOUR_NUMBERS = {15, 17}


def literals_of_law(parsed: ast.Module) -> list[int]:
    """Return the lines on which code, docstrings aside, holds a literal of law."""
    words = {id(docstring_of(node)) for node in ast.walk(parsed)}
    return [
        node.lineno
        for node in ast.walk(parsed)
        if (isinstance(node, ast.Constant) and id(node) not in words and _is_law(node.value))
        or (isinstance(node, ast.Call) and _is_hour(node))
    ]


def test_no_literal_of_law_stands_in_code():
    found = [f"{name(m)}:{line}" for m in modules() for line in literals_of_law(tree(m))]
    assert found == []


@pytest.mark.parametrize("code", ["x = '1.001193'", "x = 'trước 15:00'", "x = time(15, 0)"])
def test_a_literal_of_law_is_noticed(code):
    assert literals_of_law(ast.parse(code)) == [1]


def test_docstrings_and_other_numbers_may_stay():
    assert literals_of_law(ast.parse('"""From 15:00, 1.001193."""\nx = "2.5"; y = 1500')) == []


def _is_law(value):
    return isinstance(value, str) and bool(PROCEDURE.search(value) or HOURS.search(value))


def _is_hour(call):
    function = call.func
    called = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    first = call.args[0] if call.args else None
    return (
        called == "time"
        and isinstance(first, ast.Constant)
        and isinstance(first.value, int)
        and first.value in HOUR_NUMBERS
    )
