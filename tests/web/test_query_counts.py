"""What a page asks of the database does not grow with what it shows."""

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from tests.web.desk import browser
from tests.worlds.lines import receive_command
from veban.actions.dossiers.receive import receive_dossier


def count(centre, client, address):
    with CaptureQueriesContext(connections[centre.node.alias]) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("address", ["/inbox", "/dossiers", "/dossiers?q=dua"])
def test_queries_do_not_grow_with_rows(centre, address):
    client = browser(centre, "lan")
    receive_dossier(centre.node.world, receive_command(f"first{address}"))
    few = count(centre, client, address)
    for n in range(8):
        receive_dossier(centre.node.world, receive_command(f"{n}{address}"))
    assert count(centre, client, address) == few
