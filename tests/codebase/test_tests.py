"""The tests themselves: nothing skipped in silence, nothing of ours faked, no sleeping."""

import re

from tests.codebase.source import ROOT, modules, name

# The one place where a test may be left out; it counts and names what it leaves out.
ALLOWED = {"tests/servers/needs.py"}
FORBIDDEN = {
    "skipping": re.compile(r"pytest\.(skip|importorskip|xfail|mark\.(skip|skipif|xfail))\b"),
    "mocking": re.compile(r"\b(unittest\.mock|MagicMock|mock\.patch|mocker)\b"),
    "sleeping": re.compile(r"\btime\.sleep\(|\bwait_for_timeout\("),
}
THIS = "tests/codebase/test_tests.py"


def test_tests_neither_skip_nor_mock_nor_sleep():
    found = [
        f"{name(module)}: {what}"
        for module in modules(ROOT / "tests")
        if name(module) not in ALLOWED | {THIS}
        for what, pattern in FORBIDDEN.items()
        if pattern.search(module.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_every_file_of_tests_is_found_by_pytest():
    lost = [
        name(module)
        for module in modules(ROOT / "tests")
        if not module.name.startswith("test_")
        and re.search(r"^def test_", module.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert lost == []
