"""What happens on the road (điều xảy ra trên đường): cuts, full disks, wrong clocks, old sticks."""

import io
from contextlib import suppress
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.exchange.breaking import FullDisk, Meter, PowerCut, breaking
from tests.exchange.district import sync
from tests.exchange.district_people import LAPTOP, PICK, counted
from tests.exchange.greetings import greeting_of
from veban.actions.exchange.greet import answer_greeting
from veban.actions.exchange.make_bundle import make_bundle
from veban.actions.exchange.take_bundle import take_bundle, take_file
from veban.core.journal.refusals import ClockBehind
from veban.core.shared.refused import Refused
from veban.exchange.greeting import SPEAKS
from veban.exchange.part import PartKind, split_part
from veban.exchange.refusals import PeerTooOld

CUTS = st.frozensets(st.integers(-9, 9).filter(bool), max_size=3)
NEWER = max(SPEAKS) + 1
MOST_PARTS = 40


class Faults:
    """Rules of a machine that has a district as ``here``."""

    @rule(pick=PICK, cuts=CUTS)
    def exchange(self, pick, cuts):
        behind, front = self.one_of(self.here.roads(), pick)
        self.over(sync, behind, front, cuts, self.parts)
        del self.parts[:-MOST_PARTS]
        counted["cuts asked for"] += len(cuts)

    @rule(pick=PICK, at=st.integers(1, 60), front_dies=st.booleans())
    def exchange_until_the_power_is_cut(self, pick, at, front_dies):
        try:
            self.with_broken(pick, Meter(at), front_dies)
        except PowerCut:
            counted["power cuts"] += 1

    @rule(pick=PICK, room=st.integers(0, 30), front_is_full=st.booleans())
    def exchange_on_a_full_disk(self, pick, room, front_is_full):
        full = FullDisk(room)
        self.with_broken(pick, full, front_is_full)
        counted["full disks"] += bool(full.refused)

    @rule(pick=PICK, up=st.booleans())
    def make_a_stick(self, pick, up):
        behind, front = self.one_of(self.here.roads(), pick)
        source, target = (behind, front) if up else (front, behind)
        with suppress(Refused):
            made = b"".join(make_bundle(source, target.world.me.node))
            self.drawer.append((target, made))

    @rule(
        pick=PICK,
        at=st.sampled_from((None, None, None, 0, 400, 9_000)),
        stays=st.booleans(),
        room=st.sampled_from((None, None, 0, 2, 5)),
    )
    def lay_a_stick_in(self, pick, at, stays, room):
        """An old one too, and again; with ``at`` torn, with ``room`` onto a disk that gets full."""
        if not self.drawer:
            return
        where = pick % len(self.drawer)
        target, made = self.drawer[where]
        cut = made if at is None else made[: -1 - at % len(made)]
        full = FullDisk(10**9 if room is None else room)
        try:
            taken = take_bundle(breaking(target, full), io.BytesIO(cut))
            assert at is None, f"a torn bundle was taken: {taken}"
            counted["sticks taken"] += 1
        except Refused:
            counted["sticks refused"] += 1
        counted["full disks"] += bool(full.refused)
        if not stays:
            del self.drawer[where]

    @rule(pick=PICK)
    def deliver_a_part_again(self, pick):
        """Any part that ever went up, alone and in any order, as a bad road delivers it."""
        if self.parts:
            front, part = self.one_of(self.parts, pick)
            with suppress(Refused):
                take_file(front, io.BytesIO(part))
                counted["parts again"] += 1

    @rule(pick=PICK)
    def lose_the_outbox(self, pick):
        """What is sealed can be sealed again."""
        behind, front = self.one_of(self.here.roads(), pick)
        for name in behind.outbox.names(front.world.me.node):
            behind.outbox.drop(front.world.me.node, name)

    @rule(minutes=st.integers(-4, 90))
    def let_time_pass(self, minutes):
        for node in self.here.nodes():
            node.world.clock.move_by(timedelta(minutes=minutes))

    @rule(pick=PICK, hours=st.sampled_from((-400, -30, -3, 2, 20)))
    def let_a_clock_jump(self, pick, hours):
        self.one_of(self.here.nodes(), pick).world.clock.move_by(timedelta(hours=hours))
        counted["clocks that jumped"] += 1

    @precondition(lambda self: not self.here.province)
    @rule(n=LAPTOP)
    def copy_a_folder(self, n):
        """Not behind a province: a commune sends one branch of a fork on (docs/later.md)."""
        if not self.here.forked:
            self.here.copy_folder(n)
            counted["folders copied"] += 1

    @rule(n=LAPTOP, speaks=st.sampled_from(([], [0], [NEWER], [NEWER, *SPEAKS])))
    def greet_in_another_version(self, n, speaks):
        laptop, centre = self.here.laptops[n], self.here.centre
        if self.here.is_lost(laptop):
            return
        greeting = greeting_of(laptop, centre.world.me.node, speaks=speaks, weather="rain")
        counted["versions mixed"] += 1
        understood = bool(set(speaks) & set(SPEAKS))
        try:
            answer = answer_greeting(centre, greeting)
            assert understood and split_part(answer)[0].kind is PartKind.GREETING
        except PeerTooOld:
            assert not understood
        except ClockBehind:
            counted["clocks behind"] += 1

    def with_broken(self, pick, meter, front_breaks):
        behind, front = self.one_of(self.here.roads(), pick)
        if front_breaks:
            self.over(sync, behind, breaking(front, meter))
        else:
            self.over(sync, breaking(behind, meter), front)
