"""What people do in a district (việc của người): receive, decide, pass on, report a loss.

Reason for its length: one rule an act, and all of them draw on the same few lines below.
"""

import io
from collections import Counter
from contextlib import suppress
from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.exchange.breaking import FullDisk, Meter, PowerCut, breaking
from tests.exchange.centres import B
from tests.exchange.district import LAPTOPS, OLDER, Accepted, sync
from tests.worlds.lines import move_command, receive_command
from tests.worlds.memory import NA_SANG
from veban.actions.dossiers.decide_late import LateDecision, decide_late
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.link_code import link_code
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.exchange.make_bundle import make_bundle
from veban.actions.exchange.take_late import take_late
from veban.actions.nodes.report_lost import LostReport, report_lost
from veban.core.dossiers.rows import SettledRow
from veban.core.dossiers.state import fold
from veban.core.shared.local_time import format_instant
from veban.core.shared.refused import Refused

LAPTOP = st.integers(0, LAPTOPS - 1)
PICK = st.integers(0, 999)
FAULT = st.one_of(
    st.just(("none", 0)),
    st.just(("none", 0)),
    st.tuples(st.just("cut"), st.integers(1, 6)),
    st.tuples(st.just("full"), st.integers(0, 3)),
)
OFFICE = {"transfer": ("pao", {}), "sign": ("hoa", {"result": "Giấy xác nhận"})}
VILLAGE = {
    "withdraw": {"reason": "Đổi ý"},
    "hand_back": {"to": "Vàng Thị Dua"},
    "keep": {},
    "let_go": {},
}
MOST_LOST = 2
counted: Counter[str] = Counter()
"""What the schedules of one run came to: a run in which nothing happens proves nothing."""


class People:
    """Rules of a machine that has a district as ``here``."""

    @rule(n=LAPTOP, files=st.lists(st.booleans(), min_size=1, max_size=3), fault=FAULT)
    def receive(self, n, files, fault):
        for with_file in files:
            self.receive_one(self.pick_laptop(n), with_file, fault)

    @rule(pick=PICK)
    def repeat_a_reception(self, pick):
        known = self.one_of(self.here.accepted.values(), pick)
        world = self.here.laptops[known.n].world
        assert receive_dossier(world, known.command)["code"] == known.code

    @rule(
        pick=PICK,
        moves=st.lists(st.sampled_from(sorted(VILLAGE)), min_size=1, max_size=4),
        fault=FAULT,
    )
    def act_in_the_village(self, pick, moves, fault):
        known = self.one_of(self.here.accepted.values(), pick)
        for move in moves:
            laptop = self.here.laptops[known.n]
            self.act(laptop, known.code, move, ("lan", VILLAGE[move]), fault)

    @rule(
        pick=PICK,
        moves=st.lists(st.sampled_from(sorted(OFFICE)), min_size=1, max_size=3),
        fault=FAULT,
    )
    def act_at_the_centre(self, pick, moves, fault):
        known = self.one_of(self.here.accepted.values(), pick)
        for move in moves:
            self.act(self.here.centre, known.code, move, OFFICE[move], fault)

    @rule(pick=PICK)
    def decide_and_hand_back(self, pick):
        """The whole road of one dossier, over a good line."""
        known = self.one_of(self.here.accepted.values(), pick)
        laptop, centre = self.here.laptops[known.n], self.here.centre
        self.act(laptop, known.code, "let_go", ("lan", {}))
        self.over(sync, laptop, centre)
        for move in ("transfer", "sign"):
            self.act(centre, known.code, move, OFFICE[move])
        self.over(sync, laptop, centre)
        self.act(laptop, known.code, "hand_back", ("lan", VILLAGE["hand_back"]))

    @precondition(lambda self: self.here.other)
    @rule(pick=PICK, there=st.booleans(), fault=FAULT)
    def pass_on(self, pick, there, fault):
        known = self.one_of(self.here.accepted.values(), pick)
        node = self.here.centre if there else self.here.other
        to_unit = B if there else NA_SANG
        self.act(node, known.code, "pass_on", ("lan", {"to_unit": to_unit}), fault)

    @precondition(lambda self: self.here.other)
    @rule(pick=PICK, fault=FAULT)
    def let_the_other_commune_decide(self, pick, fault):
        """What one commune received another decides, and it goes back; by a good line."""
        here = self.here
        known = self.one_of(here.accepted.values(), pick)
        self.send_to_the_other_commune(known)
        for behind in (here.centre, here.other):
            self.over(sync, behind, here.province)
        for move in ("transfer", "sign"):
            self.act(here.other, known.code, move, OFFICE[move], fault)
        self.act(here.other, known.code, "pass_on", ("lan", {"to_unit": NA_SANG}))

    @rule(pick=PICK, at_centre=st.booleans())
    def link_an_official_code(self, pick, at_centre):
        """An entry that an older program cannot read, in a dossier that is held by a newer one."""
        known = self.one_of(self.here.accepted.values(), pick)
        node = self.here.centre if at_centre else self.here.laptops[known.n]
        if node.world.journal.meaning is not OLDER and self.holds(node, known.code):
            with suppress(Refused):
                official = f"IGATE-{counted['official codes']}"
                link_code(node.world, known.code, "igate", official, self.here.officer("lan"))
                counted["official codes"] += 1

    @rule(n=LAPTOP, unsent=st.booleans())
    def report_a_laptop_lost(self, n, unsent):
        """Its team does not know, and works on; ``unsent`` is what nobody else has heard of."""
        if unsent and self.receive_one(n, with_file=True):
            *_, known = self.here.accepted.values()
            self.act(self.here.laptops[n], known.code, "keep", ("lan", {}))
        if n in self.here.lost or len(self.here.lost) < MOST_LOST:
            with suppress(Refused):
                report_lost(self.here.centre.world, self.report(n))
                self.here.lost.add(n)
                counted["losses reported"] += 1

    @rule(pick=PICK)
    def take_what_turns_up(self, pick):
        if self.here.lost:
            with suppress(Refused):
                self.take_late_of(self.one_of(sorted(self.here.lost), pick))

    @rule(pick=PICK, take=st.booleans())
    def decide_what_came_late(self, pick, take):
        if waiting := self.waiting():
            self.decide_one(self.one_of(waiting, pick), take)

    def send_to_the_other_commune(self, known):
        """Let the centre take a dossier from its laptop, and pass it on."""
        here = self.here
        for behind, front in ((here.laptops[known.n], here.centre), (here.centre, here.province)):
            self.over(sync, behind, front)
        self.act(here.centre, known.code, "pass_on", ("lan", {"to_unit": B}))

    def take_late_of(self, n):
        """Take what a lost laptop still brings, from each copy of its folder."""
        node = self.here.laptops[n].world.me.node
        for laptop in self.here.laptops:
            if laptop.world.me.node == node:
                made = b"".join(make_bundle(laptop, self.here.centre.world.me.node))
                take_late(self.here.centre, io.BytesIO(made), self.report(n))
                counted["late bundles"] += 1

    def report(self, n):
        key = f"lost:{counted['losses reported']}:{counted['late bundles']}:{n}"
        node = self.here.laptops[n].world.me.node
        return LostReport(key, node, self.here.officer("minh"))

    def waiting(self):
        """Return what waits at the centre: late entries, and messages that were refused."""
        journal = self.here.centre.world.journal
        late = {e.hash for e in journal.unplaced() if e.header.stream.startswith("dossier/")}
        rows = (row for stream in journal.streams() for row in journal.rows(stream))
        refused = {row.message for row in rows if isinstance(row, SettledRow) and row.refused}
        return sorted(late | refused)

    def decide_one(self, subject, take):
        world = self.here.centre.world
        key = f"late:{counted['late decisions']}:{counted['late refused']}:{subject}"
        officer = self.here.officer("minh")
        decision = LateDecision(key, subject, officer, take, "Đã xem hai bên.")
        try:
            decide_late(world, decision)
            counted["late decisions"] += 1
        except Refused as refusal:
            counted["late refused"] += 1
            return refusal.code
        return None

    def receive_one(self, n, with_file, fault=("none", 0)):
        here, laptop = self.here, self.here.laptops[n]
        number = len(here.accepted)
        content = f"scan {number}".encode() * 50 if with_file else None
        papers = {}
        if content:
            file = laptop.world.blobs.put(content)
            papers = {"papers": [{"name": "Tờ khai", "file": file}]}
        command = receive_command(f"k{number}", officer=here.officer("lan"), **papers)
        with suppress(Refused):
            answer = self.under(fault, laptop, lambda x: receive_dossier(x.world, command))
            code = answer["code"]
            if n not in here.forked:
                assert code not in {known.code for known in here.accepted.values()}
            counted["dossiers"] += 1
            here.accepted[command.key] = Accepted(n, code, command, content)
            return True
        return False

    def act(self, node, code, move, by, fault=("none", 0)):
        officer, details = by
        at = format_instant(node.world.clock.now())
        command = move_command(code, move, self.here.officer(officer, node), at, **details)
        command = replace(command, key=f"{command.key}:{len(self.here.acts)}")
        with suppress(Refused):
            answer = self.under(fault, node, lambda x: do_move(x.world, command))
            counted[f"{move} {'told' if answer['state'] == 'sent' else 'done'}"] += 1
            self.here.acts.append((node.world.me.node, command.key))
            counted["acts"] += 1

    def under(self, fault, node, do):
        """Do something under a fault; after a power cut again, as people do."""
        kind, at = fault
        if kind == "full":
            full = FullDisk(at)
            try:
                return do(breaking(node, full))
            finally:
                counted["full disks"] += bool(full.refused)
        if kind == "cut":
            try:
                return do(breaking(node, Meter(at)))
            except PowerCut:
                counted["power cuts"] += 1
        return do(node)

    def over(self, exchange, behind, front, *more):
        """Exchange; a refusal before the first try, as of a full disk, is told and no harm."""
        with suppress(Refused):
            return exchange(behind, front, *more)

    def holds(self, node, code):
        with node.world.journal.writing() as writing:
            stream = writing.find_stream(code)
            dossier = fold(writing.history(stream)) if stream else None
        return dossier is not None and dossier.holder == node.world.me.node

    def pick_laptop(self, n):
        """Return the laptop itself, or by turns the copy of its folder where there is one."""
        is_copied = n in self.here.forked and len(self.here.accepted) % 2
        return len(self.here.laptops) - 1 if is_copied else n

    @staticmethod
    def one_of(things, pick):
        things = list(things)
        return things[pick % len(things)]
