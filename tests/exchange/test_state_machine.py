"""Up to eight nodes under every fault at once, against a simple model.

What people do is in district_people.py, what happens to them in district_faults.py, what must
hold after a last quiet exchange of all in district_judging.py.
"""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant
from hypothesis.stateful import run_state_machine_as_test as run_machine

from tests.exchange.district import LAPTOPS, District
from tests.exchange.district_faults import Faults
from tests.exchange.district_judging import check_all, check_chains, exchange_in_peace
from tests.exchange.district_people import People, counted


class Village(People, Faults, RuleBasedStateMachine):
    """A centre and four laptops, their sticks, and what the people were told."""

    @initialize(behind=st.booleans(), old=st.sampled_from((None, -1, 0, 1)))
    def begin(self, behind, old):
        self.place = tempfile.TemporaryDirectory()
        self.here = District(Path(self.place.name), behind, old)
        self.drawer: list[tuple[object, bytes]] = []
        self.parts: list[tuple[object, bytes]] = []
        for n in range(LAPTOPS):
            self.receive_one(n, with_file=n % 2 == 0)
        if behind:
            self.send_to_the_other_commune(self.one_of(self.here.accepted.values(), 0))
        counted["schedules"] += 1
        counted["with a province"] += behind
        counted["with an older program"] += old is not None

    @invariant()
    def every_chain_verifies(self):
        if hasattr(self, "here"):
            counted["states checked"] += 1
            check_chains(self.here)

    def teardown(self):
        if hasattr(self, "here"):
            try:
                self.judge()
            finally:
                self.place.cleanup()

    def judge(self):
        """Let all exchange in peace; a person takes what lost laptops bring, and decides."""
        here = self.here
        here.update_programs()
        here.set_clocks_right()
        exchange_in_peace(here)
        for n in sorted(here.lost):
            self.take_late_of(n)
        for subject in self.waiting():
            if self.decide_one(subject, take=True):
                refused = self.decide_one(subject, take=False)
                assert refused in {None, "dossier.not_holder", "late.unknown"}, refused
        left = exchange_in_peace(here)
        assert left == [], left
        check_all(here)


def drive(schedules, steps):
    counted.clear()
    run_machine(
        Village,
        settings=settings(
            max_examples=schedules,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    print(", ".join(f"{count} {what}" for what, count in counted.items()))
    assert counted["schedules"] >= schedules
    assert counted["dossiers"] >= schedules


def test_all_nodes_keep_every_dossier_once_whatever_happens():
    drive(schedules=16, steps=18)


HAPPENS = (
    "acts",
    "power cuts",
    "full disks",
    "sticks taken",
    "sticks refused",
    "parts again",
    "losses reported",
    "late bundles",
    "late decisions",
    "clocks that jumped",
    "folders copied",
    "versions mixed",
    "official codes",
    "with a province",
    "pass_on done",
    "with an older program",
)


@pytest.mark.long
def test_all_nodes_keep_every_dossier_once_in_long_schedules():
    drive(schedules=1500, steps=50)
    assert [what for what in HAPPENS if not counted[what]] == []
