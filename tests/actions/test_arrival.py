"""Whatever order entries arrive in, every node ends up with the same dossiers."""

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from tests.actions.joining import join_laptop
from tests.worlds.lines import move_command, receive_command
from tests.worlds.memory import carry, memory_world, staffed_centre
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.dossiers.release import accept_releases, release_ready
from veban.actions.dossiers.settle import settle_messages
from veban.actions.nodes.revoke import revoke_node
from veban.core.dossiers.state import fold
from veban.core.nodes.events import NodeKind


@cache
def a_round_with_two_laptops():
    """Entries of a centre and two laptops: received, released, signed, handed back."""
    centre = staffed_centre()
    laptops = [join_laptop(centre, name) for name in ("laptop-1", "laptop-2")]
    codes = []
    for n, laptop in enumerate(laptops):
        codes += [receive_dossier(laptop, receive_command(f"{n}{k}"))["code"] for k in "ab"]
        release_ready(laptop, "centre")
        carry(laptop, centre)
    accept_releases(centre)
    for code in codes:
        do_move(centre, move_command(code, "transfer", "lan", "2026-11-23T09:00:00+07:00"))
    centre.clock.move_to("2026-11-25T09:00:00+07:00")
    for code in codes:
        sign = move_command(code, "sign", "hoa", "2026-11-25T08:00:00+07:00", result="Giấy")
        do_move(centre, sign)
    for laptop in laptops:
        carry(centre, laptop)
    back = move_command(codes[0], "hand_back", "lan", "2026-11-25T08:30:00+07:00", to="Dua")
    do_move(laptops[0], back)
    carry(laptops[0], centre)
    settle_messages(centre)
    return tuple(e for node in centre.journal.chains() for e in centre.journal.chain(node))


@cache
def rows_when_in_order():
    observer = memory_world("observer")
    with observer.journal.writing() as writing:
        writing.receive(a_round_with_two_laptops())
    return observer.journal._shelf.rows


@given(data=st.data())
def test_order_of_arrival_never_matters(data):
    entries = data.draw(st.permutations(a_round_with_two_laptops()))
    observer = memory_world("observer")
    cut = data.draw(st.integers(0, len(entries)))
    for part in (entries[:cut], entries[cut:], entries[:cut]):
        with observer.journal.writing() as writing:
            writing.receive(part)
    assert observer.journal._shelf.rows == rows_when_in_order()
    assert observer.journal.rebuild() == (len(entries), True)
    assert observer.journal.verify() == (len(entries), [])


def test_replaying_a_stream_gives_the_state_it_had():
    observer = memory_world("observer", NodeKind.PROVINCE)
    with observer.journal.writing() as writing:
        writing.receive(a_round_with_two_laptops())
    for stream in {entry.header.stream for entry in a_round_with_two_laptops()}:
        if stream.startswith("dossier/"):
            history = observer.journal.history(stream)
            dossier = fold(history)
            assert dossier.version == len(history)
            assert dossier.holder == "centre"


def test_a_revoked_laptop_keeps_what_had_reached_the_centre():
    centre = staffed_centre()
    laptop = join_laptop(centre, "laptop")
    receive_dossier(laptop, receive_command())
    carry(laptop, centre)
    reached, _ = centre.journal.chains()["laptop"]
    revoke_node(centre, "laptop", "admin", "lost")
    revoke_node(centre, "laptop", "minh", "lost")
    (row,) = centre.journal.rows("node/laptop")
    assert (row.state, row.revoked_after_seq) == ("revoked", reached)
