"""Small disks of their own, and folders that can only be read: real mounts, where root may."""

import os
import shutil
import subprocess
import tempfile

import pytest

from tests.servers.needs import probe


@probe("mount")
def _lacking():
    allowed = shutil.which("mount") and hasattr(os, "geteuid") and os.geteuid() == 0
    if not allowed:
        return "the right to mount a small disk (root)"
    with tempfile.TemporaryDirectory() as place:
        words = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", place]
        if subprocess.run(words, capture_output=True, check=False).returncode:
            return "a system that lets root mount a small disk"
        subprocess.run(["umount", place], check=True)
    return None


@pytest.fixture
def mount(tmp_path):
    """Mount something by the words of ``mount`` and return where, until the test ends."""
    mounted = []

    def make(*words):
        place = tmp_path / f"disk{len(mounted)}"
        place.mkdir()
        subprocess.run(["mount", *words, place], check=True)
        mounted.append(place)
        return place

    yield make
    for place in reversed(mounted):
        subprocess.run(["umount", "-l", place], check=True)
