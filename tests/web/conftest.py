"""One centre for all tests of a module: making officers costs argon2id each time."""

import pytest

from tests.web.desk import ClockFile, browser, make_centre
from veban.edges.clocks import VARIABLE

MORNING = "2026-11-23T09:00:00+07:00"


@pytest.fixture(scope="module")
def clock(tmp_path_factory):
    made = ClockFile(tmp_path_factory.mktemp("clock") / "clock.txt")
    made.move_to(MORNING)
    return made


@pytest.fixture(scope="module")
def centre(tmp_path_factory, clock):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(clock.path))
        serving = make_centre(tmp_path_factory.mktemp("centre") / "Về Bản")
    yield serving
    serving.node.close()


@pytest.fixture
def lan(centre):
    """The receiver's browser."""
    return browser(centre, "lan")
