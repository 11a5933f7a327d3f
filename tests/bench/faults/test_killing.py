"""Laptop and centre die on a bad road, and nothing is lost; the judge would have noticed."""

import random
import shutil
from dataclasses import replace

import pytest

from bench.faults.judging import Expected, judge
from bench.faults.killing import Plan, Schedule


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """A short schedule: one kill while receiving, one of the laptop, one of the centre."""
    schedule = Schedule(Plan(seed=1, kills=3, dossiers=6), tmp_path_factory.mktemp("killed"))
    schedule.play()
    return schedule


def test_three_kills_on_a_cutting_road_lose_double_and_break_nothing(played):
    assert sum(played.ran.kills.values()) == 3
    assert played.ran.found == []


def test_the_judge_notices_a_lost_dossier_a_doubled_code_and_a_damaged_scan(played, tmp_path):
    centre = replace(played.centre, folder=tmp_path / "centre")
    shutil.copytree(played.centre.folder, centre.folder)
    blob = next(path for path in (centre.folder / "blobs").rglob("*") if path.is_file())
    blob.write_bytes(blob.read_bytes()[:-1])
    codes = {**played.codes, "k0": "H18-never-arrived", "k1": played.codes["k2"]}
    found = "\n".join(judge(centre, played.laptop, Expected(codes, played.scans)))
    for what in ("never-arrived", "one code for several", "is not whole", "verify says"):
        assert what in found


@pytest.mark.long
def test_twenty_five_kills_with_a_third_received_twice(tmp_path):
    seed = random.SystemRandom().randrange(2**32)
    ran = Schedule(Plan(seed), tmp_path).play()
    assert ran.found == [], f"seed {seed}"
    assert sum(ran.kills.values()) == 25, f"seed {seed}"
