"""A leader takes dossiers back while releases are on the road: one holder, and nothing lost."""

import io
import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.nodes import join, make_centre, sync
from tests.worlds.lines import move_command, receive_command
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.exchange.make_bundle import make_bundle
from veban.actions.exchange.take_bundle import take_bundle
from veban.core.dossiers.state import fold
from veban.core.shared.refused import Refused
from veban.exchange.refusals import ChainGap

AT = "2026-11-23T09:00:00+07:00"
STEPS = st.lists(
    st.one_of(
        st.just(("receive",)),
        st.tuples(st.just("keep"), st.integers(0, 3)),
        st.just(("stick up",)),
        st.just(("sync",)),
        st.tuples(st.just("cut"), st.integers(-6, 6).filter(bool)),
        st.tuples(st.just("lay in"), st.integers(0, 5)),
        st.tuples(st.just("reclaim"), st.integers(0, 3)),
        st.tuples(st.just("withdraw"), st.integers(0, 3)),
    ),
    max_size=14,
)


class Road:
    """A centre, a laptop, and sticks on the way between them."""

    def __init__(self, folder: Path) -> None:
        self.centre = make_centre(folder)
        self.laptop = join(self.centre, folder)
        self.codes: list[str] = []
        self.sticks: list[bytes] = []
        assert sync(self.laptop, self.centre).done

    def play(self, step):
        match step:
            case ("receive",):
                command = receive_command(f"k{len(self.codes)}")
                self.codes.append(receive_dossier(self.laptop.world, command)["code"])
            case ("keep", n):
                self.act(self.laptop, n, "keep", "lan")
            case ("withdraw", n):
                self.act(self.laptop, n, "withdraw", "lan", reason="Đổi ý")
            case ("reclaim", n):
                self.act(self.centre, n, "reclaim", "minh", reason="Máy im lặng")
            case ("stick up",):
                self.sticks.append(b"".join(make_bundle(self.laptop, "centre")))
            case ("sync",):
                sync(self.laptop, self.centre)
            case ("cut", at):
                sync(self.laptop, self.centre, *range(at, at + 9) if at > 0 else (at,))
            case ("lay in", n) if n < len(self.sticks):
                self.lay_in(self.sticks[n])

    def lay_in(self, stick):
        with suppress(ChainGap):
            take_bundle(self.centre, io.BytesIO(stick))

    def act(self, node, n, move, officer, **details):
        if n >= len(self.codes):
            return
        command = move_command(self.codes[n], move, officer, AT, **details)
        try:
            do_move(node.world, command)
        except Refused as refusal:
            assert refusal.code in {"dossier.unknown", "dossier.move_not_allowed"}

    def seen(self, node, code):
        with node.world.journal.writing() as writing:
            stream = writing.find_stream(code)
            return fold(writing.history(stream)) if stream else None

    def check_one_holder(self):
        """Nobody but one node may believe that it holds a dossier."""
        for code in self.codes:
            here, there = (self.seen(node, code) for node in (self.laptop, self.centre))
            assert here is not None
            claims = [
                d.holder == node.world.me.node
                for d, node in ((here, self.laptop), (there, self.centre))
                if d is not None
            ]
            assert sum(claims) <= 1, code


def test_what_the_laptop_wrote_before_it_heard_of_the_reclaim_gives_way_on_both_sides():
    with tempfile.TemporaryDirectory() as folder:
        road = Road(Path(folder))
        steps = ["receive", "keep", "stick up", "lay in", "withdraw", "reclaim", "sync", "sync"]
        for step in steps:
            road.play((step, 0) if step in {"keep", "lay in", "withdraw", "reclaim"} else (step,))
        (code,) = road.codes
        here, there = road.seen(road.laptop, code), road.seen(road.centre, code)
        assert here.holder == there.holder == "centre"
        assert here.state == there.state
        for node in (road.laptop, road.centre):
            assert [e.header.type for e in node.world.journal.unplaced()] == ["DossierEnded"]
            assert node.world.journal.rebuild()[1]


@settings(max_examples=60, deadline=None)
@given(steps=STEPS)
def test_after_reclaiming_on_any_road_each_dossier_has_one_holder_and_none_is_lost(steps):
    with tempfile.TemporaryDirectory() as folder:
        road = Road(Path(folder))
        for step in steps:
            road.play(step)
        for stick in road.sticks:
            road.lay_in(stick)
        assert sync(road.laptop, road.centre).done
        assert sync(road.laptop, road.centre).done
        road.check_one_holder()
        for code in road.codes:
            at_centre = road.seen(road.centre, code)
            assert at_centre is not None
            assert at_centre.releasing_to is None
            at_laptop = road.seen(road.laptop, code)
            assert at_laptop.holder == at_centre.holder
            assert at_laptop.version == at_centre.version
        assert road.centre.world.journal.verify()[1] == []
        assert road.laptop.world.journal.verify()[1] == []
