"""A real disk fills up under laptop and centre while they work, and nothing is lost."""

import random

import pytest

from bench.faults.filling import Filling, full
from bench.faults.killing import Plan

pytestmark = pytest.mark.needs("mount")
DISK = ("-t", "tmpfs", "-o", "size=120m", "none")


def test_a_full_disk_takes_nothing_until_there_is_room_again(mount):
    disk = mount("-t", "tmpfs", "-o", "size=1m", "none")
    with full(disk), pytest.raises(OSError, match="No space"):
        (disk / "more").write_bytes(b"0")
    (disk / "more").write_bytes(b"0")


@pytest.mark.long
def test_a_disk_that_fills_up_six_times_loses_doubles_and_breaks_nothing(mount):
    seed = random.SystemRandom().randrange(2**32)
    ran = Filling(Plan(seed, kills=6, dossiers=120), mount(*DISK)).play()
    print(ran)
    assert ran.found == [], f"seed {seed}"
    assert ran.full > 0, f"seed {seed}"
