"""The import contracts of pyproject.toml hold, and notice what breaks them."""

import shutil
import subprocess
import sys

import pytest

from tests.codebase.source import PROGRAM, ROOT

LINT = "from importlinter.cli import lint_imports_command as lint; lint()"


@pytest.fixture
def copy(tmp_path):
    """The program's folders with nothing in them, for imports of our own making."""
    for package in PROGRAM.rglob("__init__.py"):
        target = tmp_path / package.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.touch()
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def lint(folder):
    return subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache", "--no-logo"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
    )


def test_the_layers_hold():
    answer = lint(ROOT)
    assert answer.returncode == 0, answer.stdout
    assert "2 kept, 0 broken" in answer.stdout


@pytest.mark.parametrize(
    ("module", "imports"),
    [
        ("veban/core/dossiers/x.py", "import veban.actions.x"),
        ("veban/core/law/x.py", "import veban.core.dossiers.x"),
        ("veban/core/deadlines/x.py", "import veban.core.numbers.x"),
        ("veban/exchange/x.py", "import veban.actions.x"),
        ("veban/actions/x.py", "import veban.store.x"),
        ("veban/store/x.py", "import veban.edges.x"),
        ("veban/unplaced/__init__.py", ""),
        ("veban/core/unplaced/__init__.py", ""),
    ],
)
def test_an_import_that_points_up_or_aside_is_noticed(copy, module, imports):
    for target in (module, imports.removeprefix("import ").replace(".", "/") + ".py"):
        if target != ".py":
            (copy / target).parent.mkdir(parents=True, exist_ok=True)
            (copy / target).touch()
    (copy / module).write_text(imports + "\n", encoding="utf-8")
    answer = lint(copy)
    assert answer.returncode == 1
    assert "BROKEN" in answer.stdout
