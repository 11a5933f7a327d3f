"""A data folder becomes a node: several in one process, each with its own database and clock."""

import pytest

from veban.actions.nodes.found import Founding
from veban.actions.people.add_officer import add_officer
from veban.core.nodes.events import NodeKind
from veban.core.people.roles import Role
from veban.core.people.unit_settings import Mode
from veban.core.procedures.units import UnitKind
from veban.core.shared.local_time import parse_instant
from veban.edges.clocks import ClockNotPractice
from veban.edges.folder.centre_folder import NodeCard, NodeDamaged, NodeExists, NodeMissing
from veban.edges.folder.field_folder import create_field, finish_field
from veban.edges.folder.refusals import FolderLocked, PhraseWrong
from veban.edges.keys.node_keys import NodeKeys
from veban.wiring.founding import NewCentre, found_node
from veban.wiring.opening import Opening, open_node
from veban.wiring.served import ServedFolder

PHRASE = "con trâu đi trước cái cày"


@pytest.fixture
def found(tmp_path):
    """Found centres by name; their connections are closed at the end."""
    made = []

    def make(name, *, practice=False):
        new = NewCentre("03172", NodeKind.CENTRE, Founding(Mode.FULL), practice=practice)
        made.append(found_node(tmp_path / name, new))
        return made[-1]

    yield make
    for node in made:
        node.close()


@pytest.fixture
def laptop(tmp_path):
    """A laptop's folder, as joining leaves it."""
    card = NodeCard(
        "may-1",
        "03172",
        NodeKind.FIELD.value,
        practice=True,
        centre="tt-1",
        centre_recipient=NodeKeys.generate().recipient,
    )
    made = create_field(tmp_path / "laptop", card, NodeKeys.generate(), "lan", PHRASE)
    finish_field(made)
    return tmp_path / "laptop"


def test_two_nodes_in_one_process_keep_apart(found):
    one, two = found("one"), found("two")
    add_officer(one.world, "lan", "Lò Thị Lan", [Role.RECEIVER], "03172")
    assert one.alias != two.alias
    assert one.world.me.node != two.world.me.node
    assert one.journal.verify()[0] == two.journal.verify()[0] + 1
    assert two.journal.history("officer/lan") == ()


def test_a_folder_opens_again_as_the_same_node(found, tmp_path):
    first = found("one")
    again = open_node(tmp_path / "one")
    assert again.world.me == first.world.me
    assert again.world.keys.public_key == first.world.keys.public_key
    assert again.journal.chains() == first.journal.chains()
    again.close()


def test_a_node_is_never_founded_over_another(found):
    found("one")
    with pytest.raises(NodeExists):
        found("one")


def test_a_folder_without_a_node_is_refused(tmp_path):
    with pytest.raises(NodeMissing):
        open_node(tmp_path / "nothing")


@pytest.mark.parametrize("text", ["{", "[]", '{"node": "tt-1"}'])
def test_a_folder_whose_description_is_damaged_is_refused(found, tmp_path, text):
    found("one")
    (tmp_path / "one/node.json").write_text(text, encoding="utf-8")
    with pytest.raises(NodeDamaged):
        open_node(tmp_path / "one")


def test_a_practice_node_alone_reads_its_time_from_a_file(found, tmp_path, monkeypatch):
    clock = tmp_path / "clock"
    clock.write_text("2026-11-23T12:00:00+07:00\n", encoding="utf-8")
    monkeypatch.setenv("VEBAN_CLOCK", str(clock))
    practice = found("practice", practice=True)
    assert practice.world.clock.now() == parse_instant("2026-11-23T12:00:00+07:00")
    clock.write_text("2026-11-24T08:00:00+07:00", encoding="utf-8")
    assert practice.world.clock.now() == parse_instant("2026-11-24T08:00:00+07:00")
    with pytest.raises(ClockNotPractice):
        found("real")


def test_a_laptop_opens_with_a_phrase_and_its_database_is_not_readable(laptop):
    with pytest.raises(FolderLocked):
        open_node(laptop)
    with pytest.raises(PhraseWrong):
        open_node(laptop, Opening("lan", "một cụm từ khác hẳn"))
    node = open_node(laptop, Opening("lan", PHRASE))
    assert (node.world.me.kind, node.world.me.centre) == (NodeKind.FIELD, "tt-1")
    node.close()
    assert not (laptop / "veban.db").read_bytes().startswith(b"SQLite format 3")


def test_a_served_laptop_is_locked_until_it_is_opened(laptop):
    served = ServedFolder(laptop)
    assert (served.is_field, served.practice, served.node) == (True, True, None)
    with pytest.raises(FolderLocked):
        served.add_phrase("pao", PHRASE)
    served.open("lan", PHRASE)
    node = served.node
    served.add_phrase("pao", "ruộng bậc thang mùa nước đổ")
    served.open("pao", "ruộng bậc thang mùa nước đổ")
    assert served.node is node
    node.close()


def test_what_a_served_centre_offers_is_open_at_once(found, tmp_path):
    found("one")
    served = ServedFolder(tmp_path / "one")
    assert not served.is_field
    assert served.node.centre_has() is None
    assert served.node.rules.unit("03172").kind is UnitKind.COMMUNE
    served.node.close()
