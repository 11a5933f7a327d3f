"""File names that say what is inside, and that Windows can write."""

import unicodedata
from collections import Counter
from pathlib import PurePosixPath

import pytest

from tests.codebase.source import PROGRAM, ROOT, modules, name, tracked

CATCH_ALL = {"common", "helper", "helpers", "misc", "tools", "util", "utils", "various"}
DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{n}" for port in ("com", "lpt") for n in "123456789¹²³"
}
FORBIDDEN = set('<>:"|?*\\') | {chr(n) for n in range(32)}
# Windows stops at 260 characters unless told otherwise; the folder above us needs some of them.
LONGEST = 160


def windows_minds(path: str) -> bool:
    return any(
        FORBIDDEN & set(part) or part[-1] in " ." or part.partition(".")[0].lower() in DEVICES
        for part in PurePosixPath(path).parts
    )


def test_windows_can_write_every_file_name():
    assert [path for path in tracked() if windows_minds(path)] == []


@pytest.mark.parametrize("path", ["aux.py", "docs/a:b.md", "docs/why?", "x./y", "con/y", "NUL"])
def test_names_that_windows_forbids_are_noticed(path):
    assert windows_minds(path)


def test_no_two_file_names_differ_in_case_or_unicode_form_only():
    folded = Counter(unicodedata.normalize("NFC", path).casefold() for path in tracked())
    assert [path for path, count in folded.items() if count > 1] == []


def test_file_names_leave_room_for_the_folder_above_them():
    assert [path for path in tracked() if len(path) > LONGEST] == []


def test_no_module_is_a_catch_all():
    assert [name(m) for m in modules() if m.stem in CATCH_ALL or m.parent.name in CATCH_ALL] == []


def test_init_modules_are_empty():
    assert [name(m) for m in PROGRAM.rglob("__init__.py") if m.read_bytes()] == []


def test_every_folder_of_modules_is_a_package():
    folders = {m.parent for m in PROGRAM.rglob("*.py")}
    assert [str(f.relative_to(ROOT)) for f in folders if not (f / "__init__.py").exists()] == []
