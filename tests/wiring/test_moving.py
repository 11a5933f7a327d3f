"""A centre moves from its file to a real PostgreSQL: all of it, or nothing has changed."""

import socket
from dataclasses import replace

import pytest
from django.db import DatabaseError, connections

from tests.worlds.lines import receive_command
from tests.worlds.memory import NA_SANG
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.nodes.found import Founding
from veban.actions.people.add_officer import add_officer
from veban.core.nodes.events import NodeKind
from veban.core.people.roles import Role
from veban.core.people.unit_settings import Mode
from veban.core.shared.local_time import parse_instant
from veban.edges.folder.centre_folder import CentreFolder
from veban.edges.folder.serving_mark import marked_as_served
from veban.store.databases.copying import copy_tables, differing_tables
from veban.store.databases.opening import DatabaseNotEmpty, open_database
from veban.store.databases.register import forget, register
from veban.wiring.founding import NewCentre, found_node
from veban.wiring.moving import NotMovable, StillServed, move_node
from veban.wiring.node import database_address
from veban.wiring.opening import open_node

pytestmark = pytest.mark.needs("postgres")


class Noon:
    def now(self):
        return parse_instant("2026-11-23T12:00:00+07:00")


@pytest.fixture
def centre(tmp_path):
    """Return a centre in a file, with an officer, an account and two dossiers."""
    new = NewCentre(NA_SANG, NodeKind.CENTRE, Founding(Mode.FULL), practice=True)
    node = found_node(tmp_path / "centre", new)
    world = replace(node.world, clock=Noon())
    add_officer(world, "lan", "Lò Thị Lan", [Role.RECEIVER], NA_SANG)
    with node.desk.accounts.changing("lan") as account:
        node.desk.accounts.save(replace(account, pin="a hash"))
    for key in ("k1", "k2"):
        receive_dossier(world, receive_command(key))
    yield node
    node.close()


def test_everything_arrives_and_the_node_goes_on_there(centre, postgres_url):
    before = centre.journal.chains()
    moved = move_node(centre, postgres_url)
    assert moved.entries == before[centre.card.node][0]
    after = open_node(centre.folder)
    try:
        assert after.card.database == postgres_url
        assert after.journal.chains() == before
        assert after.journal.verify()[1] == []
        assert after.journal.rebuild() == (moved.entries, True)
        assert after.desk.accounts.find("lan").pin == "a hash"
        world = replace(after.world, clock=Noon())
        assert receive_dossier(world, receive_command("k3"))["code"].endswith("-5003")
    finally:
        after.close()


def test_the_file_left_behind_takes_no_entry_any_more(centre, postgres_url):
    move_node(centre, postgres_url)
    with pytest.raises(DatabaseError, match="has moved"):
        receive_dossier(replace(centre.world, clock=Noon()), receive_command("k3"))


def test_a_database_with_something_in_it_is_refused_and_left_alone(centre, postgres_url):
    open_database("elsewhere", database_address(postgres_url))
    copy_tables(centre.alias, "elsewhere")
    with pytest.raises(DatabaseNotEmpty):
        move_node(centre, postgres_url)
    assert differing_tables(centre.alias, "elsewhere") == []
    assert CentreFolder(centre.folder).card.database is None
    assert (
        "-5003"
        in receive_dossier(replace(centre.world, clock=Noon()), receive_command("k3"))["code"]
    )


def test_a_database_of_another_program_is_refused_and_nothing_is_made_in_it(centre, postgres_url):
    register("elsewhere", database_address(postgres_url))
    with connections["elsewhere"].cursor() as cursor:
        cursor.execute("CREATE TABLE payroll (id int)")
    with pytest.raises(DatabaseNotEmpty):
        move_node(centre, postgres_url)
    assert connections["elsewhere"].introspection.table_names() == ["payroll"]
    forget("elsewhere")
    assert CentreFolder(centre.folder).card.database is None


def test_a_move_that_broke_off_before_the_card_is_begun_anew(centre, postgres_url):
    card = (centre.folder / "node.json").read_bytes()
    (centre.folder / "node.json").unlink()
    (centre.folder / "node.json").mkdir()
    with pytest.raises(OSError):
        move_node(centre, postgres_url)
    (centre.folder / "node.json").rmdir()
    (centre.folder / "node.json").write_bytes(card)
    receive_dossier(replace(centre.world, clock=Noon()), receive_command("k3"))
    moved = move_node(centre, postgres_url)
    assert moved.entries == centre.journal.chains()[centre.card.node][0]


def test_a_node_that_is_served_or_on_a_server_is_not_moved(centre, postgres_url):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        with marked_as_served(centre.folder, "127.0.0.1", port), pytest.raises(StillServed):
            move_node(centre, postgres_url)
    move_node(centre, postgres_url)
    after = open_node(centre.folder)
    with pytest.raises(NotMovable):
        move_node(after, postgres_url)
    after.close()
