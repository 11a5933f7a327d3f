"""What a test needs of the machine: counted and named where it is missing, a failure in CI.

A test says ``@pytest.mark.needs("postgres")``, or asks for a fixture that calls ``require``.
On a user's machine it is skipped and the last lines of the run name it; where the environment
sets ``CI`` the same lack is a failure, since there nothing may go unrun unnoticed.
"""

import os
from collections import Counter
from collections.abc import Callable

import pytest

_PREFIX = "cannot run here, needs "
_PROBES: dict[str, Callable[[], str | None]] = {}


def probe(name: str) -> Callable[[Callable[[], str | None]], Callable[[], str | None]]:
    """Register the question whether the machine has ``name``; the answer is what is missing."""

    def register(question: Callable[[], str | None]) -> Callable[[], str | None]:
        _PROBES[name] = question
        return question

    return register


def require(name: str) -> None:
    """Skip the running test where ``name`` is missing; fail it in CI."""
    missing = _PROBES[name]()
    if missing is None:
        return
    reason = f"{_PREFIX}{name}: {missing}"
    if os.environ.get("CI"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers("needs"):
        for name in marker.args:
            require(name)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name what did not run, and why, where a reader of the last lines sees it."""
    lacks: Counter[str] = Counter()
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        _, found, lack = reason.partition(_PREFIX)
        if found:
            lacks[lack] += 1
    if lacks:
        tests = "1 test" if lacks.total() == 1 else f"{lacks.total()} tests"
        terminalreporter.section(f"{tests} could not run on this machine")
        for lack, count in sorted(lacks.items()):
            terminalreporter.line(f"{count} x {lack}")
