"""Nothing that only POSIX has: field laptops run Windows."""

import subprocess
import sys

import pytest

from tests.codebase.source import ROOT

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
