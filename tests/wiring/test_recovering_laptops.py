"""A laptop holds an excerpt of its centre's chain: what was never sent to it is not lost."""

import pytest
from django.db import connections

from veban.store import ready  # isort: skip  # noqa: F401  # Django is set up first.

from tests.web.laptop import PHRASE, pair
from tests.worlds.lines import receive_command
from veban.actions.dossiers.receive import receive_dossier
from veban.edges.clocks import VARIABLE
from veban.wiring.opening import Opening
from veban.wiring.recovering import recover_node

LAN = Opening("lan", PHRASE)


@pytest.fixture
def laptop(tmp_path, monkeypatch):
    """A laptop to which the centre's later entries came with others left out."""
    (tmp_path / "clock").write_text("2026-11-23T09:00:00+07:00", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "clock"))
    with pair(tmp_path) as made:
        receive_dossier(made.laptop.node.world, receive_command("k1"))
        made.exchange()
        yield made


def test_a_whole_laptop_has_lost_nothing(laptop, tmp_path):
    centre = laptop.laptop.node.card.centre
    held = [e.header.seq for e in laptop.laptop.node.journal.chain(centre)]
    assert held[-1] > len(held)
    recovered = recover_node(laptop.folder, tmp_path / "saved", LAN)
    assert (recovered.lost, recovered.altered, recovered.checked["broken"]) == ({}, 0, [])


def test_what_the_centres_lists_name_and_is_gone_is_counted(laptop, tmp_path):
    node = laptop.laptop.node
    with connections[node.alias].cursor() as cursor:
        cursor.execute(
            "DELETE FROM journal_entry WHERE position = (SELECT max(position) FROM journal_entry "
            "WHERE node = %s)",
            [node.card.centre],
        )
    recovered = recover_node(laptop.folder, tmp_path / "saved", LAN)
    assert recovered.lost == {node.card.centre: 1}
