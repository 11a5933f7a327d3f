"""The same exchange by stick: sealed parts in one file, taken whole or not at all."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.nodes import entries_by, join, make_centre, sync
from tests.worlds.lines import receive_command
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.exchange.make_bundle import make_bundle
from veban.actions.exchange.take_bundle import take_bundle
from veban.core.shared.refused import Refused
from veban.edges.folder.whole_files import write_parts
from veban.exchange.part import MAGIC
from veban.exchange.refusals import BundleBroken, BundleNeedsUpdate, BundleNotForUs


@pytest.fixture(scope="module")
def team(tmp_path_factory):
    """Return a centre and two laptops that have joined by stick."""
    folder = tmp_path_factory.mktemp("nodes")
    centre = make_centre(folder)
    laptops = [join(centre, folder, name) for name in ("Máy 1", "Máy 2")]
    for laptop in laptops:
        carry(centre, laptop)
    return centre, *laptops


def bundle(source, target) -> bytes:
    return b"".join(make_bundle(source, target.world.me.node))


def carry(source, target):
    return take_bundle(target, io.BytesIO(bundle(source, target)))


def test_a_stick_carries_receptions_up_and_what_the_centre_did_down(team):
    centre, laptop, _ = team
    code = receive_dossier(laptop.world, receive_command("stick"))["code"]
    carry(laptop, centre)
    carry(centre, laptop)
    with laptop.world.journal.writing() as writing:
        stream = writing.find_stream(code)
    assert laptop.world.journal.rows(stream)[0].holder == "centre"


def test_taking_a_bundle_twice_is_no_error_and_changes_nothing(team):
    centre, laptop, _ = team
    receive_dossier(laptop.world, receive_command("twice"))
    made = bundle(laptop, centre)
    assert take_bundle(centre, io.BytesIO(made)).entries > 0
    before = entries_by(centre, "centre")
    assert take_bundle(centre, io.BytesIO(made)).entries == 0
    assert entries_by(centre, "centre") == before


def test_after_the_centres_bundle_came_back_the_next_one_up_is_small(team):
    centre, laptop, _ = team
    for n in range(20):
        receive_dossier(laptop.world, receive_command(f"small-{n}"))
    large = bundle(laptop, centre)
    take_bundle(centre, io.BytesIO(large))
    carry(centre, laptop)
    assert len(bundle(laptop, centre)) < len(large) / 2


def test_a_bundle_for_another_node_is_refused(team):
    centre, laptop, other = team
    with pytest.raises(BundleNotForUs):
        take_bundle(other, io.BytesIO(bundle(centre, laptop)))


def test_a_bundle_of_a_newer_program_asks_for_an_update(team):
    centre, laptop, _ = team
    newer = bundle(laptop, centre).replace(b'"format":1', b'"format":2', 1)
    with pytest.raises(BundleNeedsUpdate):
        take_bundle(centre, io.BytesIO(newer))


def test_a_part_left_out_or_doubled_is_noticed(team):
    centre, laptop, _ = team
    receive_dossier(laptop.world, receive_command("parts"))
    parts = list(make_bundle(laptop, "centre"))
    for wrong in (parts[1:], [parts[0], *parts], parts[:-1], [parts[1], parts[0], *parts[2:]], []):
        with pytest.raises(BundleBroken):
            take_bundle(centre, io.BytesIO(b"".join(wrong)))


@pytest.fixture(scope="module")
def waiting(team):
    """Return a bundle whose receptions the centre does not hold yet."""
    centre, _, other = team
    receive_dossier(other.world, receive_command("waiting"))
    return bundle(other, centre)


@settings(max_examples=60)
@given(place=st.floats(0, 1, exclude_max=True))
def test_half_a_bundle_is_refused_with_nothing_taken(team, waiting, place):
    centre = team[0]
    before = centre.world.journal.chains()
    with pytest.raises(BundleBroken):
        take_bundle(centre, io.BytesIO(waiting[: int(place * len(waiting))]))
    assert centre.world.journal.chains() == before


@settings(max_examples=150)
@given(place=st.floats(0, 1, exclude_max=True), flip=st.integers(1, 255))
def test_an_altered_byte_anywhere_is_refused_with_nothing_taken(team, waiting, place, flip):
    centre = team[0]
    made = bytearray(waiting)
    made[int(place * len(made))] ^= flip
    before = centre.world.journal.chains()
    with pytest.raises(Refused):
        take_bundle(centre, io.BytesIO(bytes(made)))
    assert centre.world.journal.chains() == before


def test_the_file_appears_only_when_it_is_complete(team, tmp_path):
    _, laptop, _ = team
    path = tmp_path / "Gói (1).veban"

    def breaks():
        yield from list(make_bundle(laptop, "centre"))[:1]
        raise OSError("stick pulled out")

    with pytest.raises(OSError, match="pulled out"):
        write_parts(path, breaks())
    assert list(tmp_path.iterdir()) == []
    write_parts(path, make_bundle(laptop, "centre"))
    assert path.read_bytes().count(MAGIC.encode()) >= 2


def test_stick_and_line_mix(team):
    centre, laptop, _ = team
    receive_dossier(laptop.world, receive_command("mix-1"))
    carry(laptop, centre)
    receive_dossier(laptop.world, receive_command("mix-2"))
    assert sync(laptop, centre).done
    carry(laptop, centre)
    carry(centre, laptop)
    assert sync(laptop, centre).as_json()["entries_received"] == 0
