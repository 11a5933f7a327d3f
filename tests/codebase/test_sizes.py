"""Modules stay readable in one sitting, functions on one screen."""

import ast

from tests.codebase.source import docstring_of, functions, modules, name, tree

ASK = 250
FAIL = 400
FUNCTION = 40
REASON = "Reason for its length:"


def test_no_module_is_longer_than_400_lines():
    long = {name(m): lines for m in modules() if (lines := _lines(m)) > FAIL}
    assert long == {}


def test_a_module_over_250_lines_gives_its_reason_in_the_docstring():
    silent = {
        name(m): lines
        for m in modules()
        if (lines := _lines(m)) > ASK and REASON not in (ast.get_docstring(tree(m)) or "")
    }
    assert silent == {}


def test_no_function_is_longer_than_40_lines_without_its_docstring():
    long = {
        f"{name(m)}:{function.lineno} {function.name}": lines
        for m in modules()
        for function in functions(m)
        if (lines := _body_lines(function)) > FUNCTION
    }
    assert long == {}


def _lines(module):
    return len(module.read_text(encoding="utf-8").splitlines())


def _body_lines(function):
    lines = function.end_lineno - function.lineno + 1
    words = docstring_of(function)
    return lines - (words.end_lineno - words.lineno + 1 if words else 0)
