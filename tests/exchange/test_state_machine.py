"""Five nodes under every fault at once, against a simple model; see the rules for what may happen.

What must hold after a last quiet exchange of all: every accepted dossier exists exactly once, with
its code, under one holder; each chain verifies; every file is whole; nobody's act vanished.
"""

import io
import tempfile
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from hypothesis.stateful import run_state_machine_as_test as run_machine

from tests.exchange.breaking import Meter, PowerCut, breaking
from tests.exchange.nodes import entries_by, join, make_centre, sync
from tests.worlds.lines import move_command, receive_command
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.exchange.make_bundle import make_bundle
from veban.actions.exchange.take_bundle import take_bundle
from veban.actions.nodes.revoke import revoke_node
from veban.core.dossiers.codes import CLOSED
from veban.core.dossiers.rows import DossierRow
from veban.core.journal.files import files_of
from veban.core.shared.local_time import format_instant
from veban.core.shared.refused import Refused

LAPTOPS = 4
LAPTOP = st.integers(0, LAPTOPS - 1)
PICK = st.integers(0, 999)
CUTS = st.frozensets(st.integers(-9, 9).filter(bool), max_size=3)
OFFICE = {"transfer": ("pao", {}), "sign": ("hoa", {"result": "Giấy xác nhận"})}
VILLAGE = {
    "withdraw": {"reason": "Đổi ý"},
    "hand_back": {"to": "Vàng Thị Dua"},
    "keep": {},
    "let_go": {},
}
counted: Counter[str] = Counter()
"""What the schedules of one run came to: a run in which nothing happens proves nothing."""


class Village(RuleBasedStateMachine):
    """A centre and four laptops, their sticks, and what the people were told."""

    @initialize()
    def begin(self):
        self.place = tempfile.TemporaryDirectory()
        self.folder = Path(self.place.name)
        self.centre = make_centre(self.folder)
        self.laptops = [join(self.centre, self.folder, f"Máy {n}") for n in range(LAPTOPS)]
        for laptop in self.laptops:
            assert sync(laptop, self.centre).done
        self.accepted: dict[str, dict] = {}
        """Code → the laptop that received it, its command, its file."""
        self.acts: list[tuple[object, str, str]] = []
        """Node, code and key of each move that was answered."""
        self.drawer: list[tuple[object, bytes]] = []
        self.revoked: set[int] = set()
        for n in range(LAPTOPS):
            self.receive_one(n, with_file=n % 2 == 0)
        counted["schedules"] += 1

    @rule(n=LAPTOP, files=st.lists(st.booleans(), min_size=1, max_size=3))
    def receive(self, n, files):
        for with_file in files:
            self.receive_one(n, with_file)

    @rule(pick=PICK)
    def repeat_a_reception(self, pick):
        code, known = self.one_of(self.accepted.items(), pick)
        world = self.laptops[known["n"]].world
        assert receive_dossier(world, known["command"])["code"] == code

    @rule(pick=PICK, moves=st.lists(st.sampled_from(sorted(VILLAGE)), min_size=1, max_size=4))
    def act_in_the_village(self, pick, moves):
        code, known = self.one_of(self.accepted.items(), pick)
        for move in moves:
            self.act(self.laptops[known["n"]], code, move, ("lan", VILLAGE[move]))

    @rule(pick=PICK, moves=st.lists(st.sampled_from(sorted(OFFICE)), min_size=1, max_size=3))
    def act_at_the_centre(self, pick, moves):
        code, _ = self.one_of(self.accepted.items(), pick)
        for move in moves:
            self.act(self.centre, code, move, OFFICE[move])

    @rule(pick=PICK)
    def decide_and_hand_back(self, pick):
        """The whole road of one dossier, over a good line."""
        code, known = self.one_of(self.accepted.items(), pick)
        laptop = self.laptops[known["n"]]
        self.act(laptop, code, "let_go", ("lan", {}))
        sync(laptop, self.centre)
        for move in ("transfer", "sign"):
            self.act(self.centre, code, move, OFFICE[move])
        sync(laptop, self.centre)
        self.act(laptop, code, "hand_back", ("lan", VILLAGE["hand_back"]))

    @rule(n=LAPTOP, cuts=CUTS)
    def exchange(self, n, cuts):
        sync(self.laptops[n], self.centre, *cuts)
        counted["cuts asked for"] += len(cuts)

    @rule(n=LAPTOP, at=st.integers(1, 60), laptop_dies=st.booleans())
    def exchange_until_the_power_is_cut(self, n, at, laptop_dies):
        laptop, centre, meter = self.laptops[n], self.centre, Meter(at)
        try:
            if laptop_dies:
                sync(breaking(laptop, meter), centre)
            else:
                sync(laptop, breaking(centre, meter))
        except PowerCut:
            counted["power cuts"] += 1

    @rule(n=LAPTOP, up=st.booleans())
    def make_a_stick(self, n, up):
        source, target = self.both(n, up)
        with suppress(Refused):
            made = b"".join(make_bundle(source, target.world.me.node))
            self.drawer.append((target, made))

    @rule(pick=PICK, at=st.sampled_from((None, None, None, 0, 400, 9_000)), stays=st.booleans())
    def lay_a_stick_in(self, pick, at, stays):
        """An old one too, and again; with ``at`` its end is missing."""
        if self.drawer:
            where = pick % len(self.drawer)
            target, made = self.drawer[where]
            cut = made if at is None else made[: -1 - at % len(made)]
            try:
                taken = take_bundle(target, io.BytesIO(cut))
                assert at is None, f"a torn bundle was taken: {taken}"
                counted["sticks taken"] += 1
            except Refused:
                counted["sticks refused"] += 1
            if not stays:
                del self.drawer[where]

    @rule(n=LAPTOP)
    def lose_the_outbox(self, n):
        """What is sealed can be sealed again."""
        outbox = self.laptops[n].outbox
        for name in outbox.names("centre"):
            outbox.drop("centre", name)

    @rule(minutes=st.integers(-4, 90))
    def move_the_clock(self, minutes):
        self.centre.world.clock.move_by(timedelta(minutes=minutes))

    @rule(n=LAPTOP)
    def revoke(self, n):
        if len(self.revoked) < 1:
            revoke_node(self.centre.world, self.laptops[n].world.me.node, "minh", "lost")
            self.revoked.add(n)

    @invariant()
    def every_chain_verifies(self):
        counted["states checked"] += 1
        for node in self.nodes():
            assert node.world.journal.verify()[1] == []

    def teardown(self):
        if hasattr(self, "place"):
            try:
                self.judge()
            finally:
                self.place.cleanup()

    def judge(self):
        """Let all exchange in peace, a revoked laptop as a person takes what it still holds."""
        for _ in range(3):
            for n, laptop in enumerate(self.laptops):
                if n in self.revoked:
                    taking = replace(self.centre, late=laptop.world.me.node)
                    made = b"".join(make_bundle(laptop, "centre"))
                    take_bundle(taking, io.BytesIO(made))
                else:
                    assert sync(laptop, self.centre).done
        self.every_dossier_exists_once()
        self.no_act_vanished()
        self.every_file_is_whole()
        for node in self.nodes():
            assert node.world.journal.verify()[1] == []
            assert node.world.journal.rebuild()[1]
        for laptop in self.laptops:
            node = laptop.world.me.node
            assert entries_by(laptop, node) == entries_by(self.centre, node)

    def every_dossier_exists_once(self):
        at_centre = rows(self.centre)
        assert sorted(row.code for row in at_centre) == sorted(self.accepted)
        for row in at_centre:
            known = self.accepted[row.code]
            kept = row.kept or row.state in CLOSED
            may_hold = {"centre", self.laptops[known["n"]].world.me.node}
            if known["n"] in self.revoked:
                assert (row.holder or row.releasing_to) in may_hold
            else:
                assert row.holder in (may_hold if kept else {"centre"})
                assert row in rows(self.laptops[known["n"]])

    def no_act_vanished(self):
        """Each act is an entry at the centre: accepted, or kept for a person to see."""
        held = self.centre.world.journal._shelf.entries.values()
        by_key = {(entry.header.node, entry.header.key.split("#")[0]) for entry in held}
        for node, _, key in self.acts:
            assert (node.world.me.node, key) in by_key, key

    def every_file_is_whole(self):
        kept = {known["file"] for known in self.accepted.values() if known["file"]}
        named = {
            file
            for entry in self.centre.world.journal._shelf.entries.values()
            for file in files_of(entry.person)
        }
        assert len(named) == len(kept)
        assert {self.centre.world.blobs.get(file) for file in named} == kept

    def receive_one(self, n, with_file):
        world, number = self.laptops[n].world, len(self.accepted)
        content = f"scan {number}".encode() * 50 if with_file else None
        papers = [{"name": "Tờ khai", "file": world.blobs.put(content)}] if content else []
        command = receive_command(f"k{number}", **({"papers": papers} if papers else {}))
        with suppress(Refused):
            code = receive_dossier(world, command)["code"]
            assert code not in self.accepted
            counted["dossiers"] += 1
            self.accepted[code] = {"n": n, "command": command, "file": content}

    def act(self, node, code, move, by):
        officer, details = by
        at = format_instant(node.world.clock.now())
        command = move_command(code, move, officer, at, **details)
        command = replace(command, key=f"{command.key}:{len(self.acts)}")
        with suppress(Refused):
            do_move(node.world, command)
            self.acts.append((node, code, command.key))
            counted["acts"] += 1

    def both(self, n, up):
        return (self.laptops[n], self.centre) if up else (self.centre, self.laptops[n])

    def nodes(self):
        return [self.centre, *self.laptops] if hasattr(self, "laptops") else []

    @staticmethod
    def one_of(things, pick):
        things = list(things)
        return things[pick % len(things)]


def rows(node):
    journal = node.world.journal
    found = (row for stream in journal.streams() for row in journal.rows(stream))
    return [row for row in found if isinstance(row, DossierRow)]


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
    assert counted["dossiers"] >= schedules * LAPTOPS


def test_five_nodes_keep_every_dossier_once_whatever_happens():
    drive(schedules=25, steps=18)


@pytest.mark.long
def test_five_nodes_keep_every_dossier_once_in_long_schedules():
    drive(schedules=1500, steps=50)
    assert all(counted[what] for what in ("acts", "power cuts", "sticks taken", "sticks refused"))
