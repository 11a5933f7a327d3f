"""What a figure was taken on: cores, commit, and what processes use (máy đo)."""

import os
import subprocess
from pathlib import Path

from bench.office import ROOT

_PROC = Path("/proc")


def cores() -> int:
    """Return how many cores the machine has."""
    return os.cpu_count() or 1


def commit() -> str | None:
    """Return the commit measured, with ``+`` where files differ from it; None outside git."""
    try:
        head = _git("rev-parse", "--short=12", "HEAD")
        return head + ("+" if _git("status", "--porcelain", "--untracked-files=no") else "")
    except (OSError, subprocess.CalledProcessError):
        return None


def resident_mb(process: int) -> float | None:
    """Return the resident memory of a process and its children, in MiB.

    What they share is counted for each, so the figure is never too good. None where the
    system has no ``/proc``, as Windows and macOS.
    """
    sizes = [_field(pid, "VmRSS:") for pid in _family(process)]
    return round(sum(sizes) / 1024, 1) if sizes else None


def cpu_seconds(process: int) -> float | None:
    """Return the processor time that a process and its children have used; None as above."""
    family = _family(process)
    if not family:
        return None
    ticks = 0
    for pid in family:
        after_name = (_PROC / str(pid) / "stat").read_text(encoding="utf-8").rpartition(")")[2]
        user, system = after_name.split()[11:13]
        ticks += int(user) + int(system)
    return ticks / 100  # Linux counts in hundredths of a second.


def _family(process: int) -> list[int]:
    if not (_PROC / str(process)).is_dir():
        return []
    found = [process]
    for task in (_PROC / str(process) / "task").iterdir():
        for child in (task / "children").read_text(encoding="ascii").split():
            found += _family(int(child))
    return found


def _field(pid: int, name: str) -> int:
    for line in (_PROC / str(pid) / "status").read_text(encoding="utf-8").splitlines():
        if line.startswith(name):
            return int(line.split()[1])
    return 0


def _git(*arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
    )
    return done.stdout.strip()
