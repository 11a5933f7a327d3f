"""What a page asks of the database does not grow with what it shows."""

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from tests.web.desk import browser
from tests.worlds.lines import receive_command
from veban.actions.dossiers.receive import receive_dossier


def count(centre, client, address, words):
    with CaptureQueriesContext(connections[centre.node.alias]) as asked:
        answer = client.post(address, {"q": words}) if words else client.get(address)
        assert answer.status_code == 200
    return len(asked)


@pytest.mark.parametrize(
    ("address", "words"), [("/inbox", ""), ("/dossiers", ""), ("/dossiers", "dua")]
)
def test_queries_do_not_grow_with_rows(centre, address, words):
    client = browser(centre, "lan")
    receive_dossier(centre.node.world, receive_command(f"first{address}{words}"))
    few = count(centre, client, address, words)
    for n in range(8):
        receive_dossier(centre.node.world, receive_command(f"{n}{address}{words}"))
    assert count(centre, client, address, words) == few
