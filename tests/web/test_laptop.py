"""A laptop's pages: locked, opened with a phrase, switched by PIN, received offline."""

import pytest

from tests.web.desk import ClockFile, browser, make_centre
from tests.web.forms import birth_form, code_on
from tests.web.live import live_pages
from veban.actions.nodes.invite import invite_node
from veban.actions.people.add_officer import add_officer
from veban.actions.people.invite import invite_officer
from veban.cli.joining import join_centre
from veban.core.people.roles import Role
from veban.edges.clocks import VARIABLE
from veban.wiring.opening import Opening
from veban.wiring.served import ServedFolder

PHRASE = "con gà trống gáy trên nương"
FORM = "/receive/1.001193/form"


@pytest.fixture(scope="module")
def laptop(tmp_path_factory):
    """A laptop that joined Na Sang's centre, locked again; the centre is out of reach."""
    folder = tmp_path_factory.mktemp("laptop") / "Về Bản (máy 2)"
    clock = ClockFile(folder.with_name("clock.txt"))
    clock.move_to("2026-11-23T09:00:00+07:00")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(clock.path))
        serving = make_centre(folder.with_name("centre"))
        node = serving.node
        add_officer(node.world, "mai", "Cà Thị Mai", [Role.RECEIVER], "03172")
        invite = invite_officer(node.desk, node.world.random, "mai", node.world.clock.now())
        token = _invite_laptop(node)
        with live_pages(serving) as address:
            join_centre(folder, address, token, Opening("lan", PHRASE)).node.close()
        node.close()
        yield ServedFolder(folder), invite


def _invite_laptop(node):
    answer = invite_node(node.world, node.exchange.invitations, "Máy 2", ["lan", "mai"])
    return answer["token"]


def test_a_laptop_from_opening_to_the_receipt(laptop):
    serving, invite = laptop
    client = browser(serving)
    assert client.get("/health").json() == {"health": "ok", "locked": True, "exchange": "waits"}
    assert client.get("/inbox").headers["Location"] == "/open"
    assert "mã hóa" in client.get("/open").content.decode()
    assert client.post("/receive/1.001193/form").status_code == 423

    wrong = client.post("/open", {"officer": "lan", "phrase": "không phải câu này"})
    assert (wrong.status_code, serving.node) == (403, None)
    opened = client.post("/open", {"officer": "lan", "phrase": PHRASE})
    assert opened.headers["Location"] == "/pin"
    pin = {"pin": "274819", "again": "274819"}
    assert client.post("/pin", pin).headers["Location"] == "/inbox"
    assert client.get("/health").json()["locked"] is False

    done = client.post(FORM, birth_form(client, step="confirm"))
    page = client.get(f"/dossiers/{code_on(done.headers['Location'])}").content.decode()
    assert 'class="reached">Có trên máy này' in page
    assert "Trung tâm đã nhận <span" in page
    _next_officer(serving, client, invite)


def _next_officer(serving, client, invite):
    client.post("/sign-out")
    weak = {"officer": "mai", "invite": invite, "phrase": "ngắn", "again": "ngắn"}
    assert client.post("/first-phrase", weak).status_code == 422
    phrase = "suối chảy qua ba bản"
    first = {"officer": "mai", "invite": invite, "phrase": phrase, "again": phrase}
    assert client.post("/first-phrase", first).headers["Location"] == "/pin"
    assert client.post("/first-phrase", first).status_code == 403
    switched = client.post("/switch", {"officer": "lan", "pin": "274819"})
    assert switched.headers["Location"] == "/inbox"
    assert "Lò Thị Lan" in client.get("/inbox").content.decode()
    assert client.post("/switch", {"officer": "lan", "pin": "000000"}).status_code == 403
    assert client.post("/open", {"officer": "mai", "phrase": phrase}).status_code == 302
