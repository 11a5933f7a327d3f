"""Whatever is cut, repeated or out of order: the same journals, nothing lost or doubled."""

import io
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.nodes import entries_by, join, make_centre, sync
from tests.worlds.lines import move_command, receive_command
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.exchange.down import excerpt_part, prepare_excerpt
from veban.actions.exchange.make_bundle import make_bundle
from veban.actions.exchange.peers import get_peer
from veban.actions.exchange.take import take_part
from veban.actions.exchange.take_bundle import take_bundle
from veban.actions.exchange.up import parts_going_up
from veban.core.shared.refused import Refused
from veban.exchange.excerpt import Mark
from veban.exchange.refusals import ChainGap

LAPTOPS = st.integers(0, 1)
CUTS = st.frozensets(st.integers(-9, 9).filter(bool), max_size=3)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("receive"), LAPTOPS),
        st.tuples(st.just("tell"), LAPTOPS),
        st.tuples(st.just("sync"), LAPTOPS, CUTS),
        st.tuples(st.just("stick up"), LAPTOPS),
        st.tuples(st.just("stick down"), LAPTOPS),
        st.tuples(st.just("lay sticks in"), st.integers(0, 10), st.booleans()),
    ),
    max_size=14,
)


class Team:
    """A centre, two laptops, and sticks that lie in a drawer."""

    def __init__(self, folder: Path) -> None:
        self.centre = make_centre(folder)
        self.laptops = [join(self.centre, folder, name) for name in ("Máy 1", "Máy 2")]
        self.codes: list[tuple[int, str]] = []
        self.told: set[str] = set()
        self.drawer: list[tuple[object, bytes]] = []
        for laptop in self.laptops:
            assert sync(laptop, self.centre).done

    def play(self, step):
        match step:
            case ("receive", n):
                command = receive_command(f"k{len(self.codes)}")
                answer = receive_dossier(self.laptops[n].world, command)
                self.codes.append((n, answer["code"]))
            case ("tell", n):
                self.tell(n)
            case ("sync", n, cuts):
                sync(self.laptops[n], self.centre, *cuts)
            case ("stick up", n):
                made = b"".join(make_bundle(self.laptops[n], "centre"))
                self.drawer.append((self.centre, made))
            case ("stick down", n):
                made = b"".join(make_bundle(self.centre, self.laptops[n].world.me.node))
                self.drawer.append((self.laptops[n], made))
            case ("lay sticks in", n, back):
                for target, made in (reversed if back else list)(self.drawer[: n + 1]):
                    lay_in(target, made)

    def tell(self, n):
        """A laptop withdraws a dossier it received; if it has let go of it, by a message."""
        for owner, code in self.codes:
            if owner == n and code not in self.told:
                self.told.add(code)
                at = "2026-11-23T08:50:00+07:00"
                command = move_command(code, "withdraw", "lan", at, reason="Đổi ý")
                do_move(self.laptops[n].world, command)
                return


def lay_in(target, made):
    try:
        take_bundle(target, io.BytesIO(made))
    except ChainGap:
        assert target.world.me.node == "centre"


def states(node):
    journal = node.world.journal
    rows = (row for stream in journal.streams() for row in journal.rows(stream))
    return {row.code: row for row in rows if hasattr(row, "holder")}


@settings(max_examples=40)
@given(steps=STEPS)
def test_after_a_last_exchange_everybody_agrees_and_nothing_is_doubled(steps):
    with tempfile.TemporaryDirectory() as folder:
        team = Team(Path(folder))
        for step in steps:
            team.play(step)
        for _ in range(2):
            for laptop in team.laptops:
                assert sync(laptop, team.centre).done
        at_centre = states(team.centre)
        assert set(at_centre) == {code for _, code in team.codes}
        assert {code for code, row in at_centre.items() if row.state == 7} == team.told
        for n, laptop in enumerate(team.laptops):
            node = laptop.world.me.node
            assert entries_by(laptop, node) == entries_by(team.centre, node)
            assert laptop.world.journal.verify()[1] == []
            own = {code for owner, code in team.codes if owner == n}
            assert own <= set(states(laptop))
            assert {code: states(laptop)[code] for code in own} == {
                code: at_centre[code] for code in own
            }
        assert team.centre.world.journal.verify()[1] == []
        assert team.centre.world.journal.unplaced() == []


@settings(max_examples=40)
@given(data=st.data())
def test_parts_in_any_order_and_number_lead_to_the_same_journals(data):
    with tempfile.TemporaryDirectory() as folder:
        team = Team(Path(folder))
        laptop, centre = team.laptops[0], team.centre
        up = []
        for n in range(4):
            receive_dossier(laptop.world, receive_command(f"k{n}"))
            peer, heard = get_peer(laptop.world, "centre"), laptop.book.heard("centre")
            up += [part.path.read_bytes() for part in parts_going_up(laptop, peer, heard)]
        for part in data.draw(st.lists(st.sampled_from(up), max_size=8)):
            try:
                take_part(centre, part)
            except Refused as refusal:
                assert refusal.code == "exchange.gap"
        for part in up:
            take_part(centre, part)
        assert entries_by(centre, laptop.world.me.node) == entries_by(laptop, laptop.world.me.node)
        centre.settle_arrivals()
        assert excerpts_agree(data, centre, laptop)


def excerpts_agree(data, centre, laptop) -> bool:
    """Hand the centre's excerpt down in pieces, in any order and number, then once in order."""
    peer = get_peer(centre.world, laptop.world.me.node)
    begin = mark = laptop.book.held_mark("centre")
    prepare_excerpt(centre, peer, mark)
    down = []
    while found := excerpt_part(centre, peer, mark):
        down.append(found.path.read_bytes())
        mark = found.end
    assert down
    for part in [*data.draw(st.lists(st.sampled_from(down), max_size=4)), *down]:
        take_part(laptop, part)
    hashes = centre.book.excerpt(peer.node, begin)
    held = Counter(entry.hash for entry in laptop.world.journal._shelf.entries.values())
    return all(held[one] == 1 for one in hashes) and laptop.book.held_mark("centre") == mark


@settings(max_examples=12)
@given(lost=st.integers(0, 40))
def test_a_centre_that_lost_its_numbering_begins_anew_and_the_laptop_follows(lost):
    with tempfile.TemporaryDirectory() as folder:
        team = Team(Path(folder))
        laptop, centre = team.laptops[0], team.centre
        receive_dossier(laptop.world, receive_command("k"))
        assert sync(laptop, centre).done
        node = laptop.world.me.node
        numbered = list(centre.book.excerpt(node, Mark()))
        centre.book._excerpts[node] = list(reversed(numbered[: len(numbered) - lost]))
        receive_dossier(laptop.world, receive_command("k2"))
        assert sync(laptop, centre).done
        assert states(laptop) == states(centre)
        assert sync(laptop, centre).as_json()["entries_received"] == 0
        assert laptop.book.held_mark("centre") == Mark().after(centre.book.excerpt(node, Mark()))
