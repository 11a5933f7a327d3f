"""What holds for every test: no settings of the user's machine, no deadline on a slow one."""

import os
import tempfile

import pytest
from hypothesis import settings

# Two busy cores make single examples slow; in CI the same examples run every time.
settings.register_profile("veban", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("veban")

# The marks of folders made by tests never reach the state folder of the person who runs them.
for name in ("XDG_STATE_HOME", "LOCALAPPDATA"):
    os.environ[name] = tempfile.mkdtemp(prefix="veban-state-")


@pytest.fixture(autouse=True)
def _without_the_users_settings(monkeypatch):
    """A test sees no opening phrase or data folder of the person who runs it."""
    for name in [name for name in os.environ if name.startswith("VEBAN_")]:
        monkeypatch.delenv(name)
