"""A restored centre's page on which a leader takes back a laptop that the backup does not know."""

import pytest

from tests.web.desk import browser, make_centre
from tests.web.live import live_pages
from tests.worlds.lines import receive_command
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.exchange.make_bundle import make_bundle
from veban.actions.nodes.invite import invite_node
from veban.cli.joining import join_centre
from veban.edges.clocks import VARIABLE
from veban.edges.folder.result_files import write_result
from veban.wiring.backups import make_backup, restore_backup
from veban.wiring.calling import exchange_with_centre
from veban.wiring.opening import Opening, open_node
from veban.wiring.renewing import renew_node
from veban.wiring.served import ServedFolder

PHRASE = "con gà trống gáy trên nương"


class Restored:
    """A served centre restored from a backup of before its laptop joined, and that laptop."""

    def __init__(self, folder):
        self.folder = folder
        before = make_centre(folder / "centre")
        make_backup(before.node, folder / "backup")
        self.laptop = joined(before, folder / "laptop")
        self.code = receive_dossier(self.laptop.world, receive_command("l1"))["code"]
        before.node.close()
        restore_backup(folder / "backup", folder / "again")
        opened = open_node(folder / "again")
        renew_node(folder / "again", opened)
        opened.close()
        self.serving = ServedFolder(folder / "again")

    def bundle(self):
        path = self.folder / "for-centre.bundle"
        write_result(path, make_bundle(self.laptop.exchange.x, self.laptop.card.centre))
        return path.open("rb")

    def close(self):
        self.laptop.close()
        self.serving.node.close()


def joined(serving, folder):
    node = serving.node
    told = invite_node(node.world, node.exchange.invitations, folder.name, ["lan"])
    with live_pages(serving) as address:
        return join_centre(folder, address, told["token"], Opening("lan", PHRASE)).node


@pytest.fixture(scope="module")
def restored(tmp_path_factory):
    folder = tmp_path_factory.mktemp("restored")
    (folder / "clock").write_text("2026-11-23T09:00:00+07:00", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(folder / "clock"))
        made = Restored(folder)
        yield made
        made.close()


def test_a_leader_takes_the_laptop_back_and_it_exchanges_again(restored):
    minh, page = browser(restored.serving, "minh"), "/nodes/recognise"
    assert f'href="{page}"' in minh.get("/nodes").content.decode()
    with restored.bundle() as bundle:
        unsaid = minh.post(page, {"key": "k", "bundle": bundle})
    assert (unsaid.status_code, "Đánh dấu vào ô" in unsaid.content.decode()) == (422, True)
    assert minh.post(page, {"key": "k", "in_hand": "1"}).status_code == 422
    with restored.bundle() as bundle:
        taken = minh.post(page, {"key": "k", "in_hand": "1", "bundle": bundle})
    told = minh.get(taken.headers["Location"]).content.decode()
    assert "Đã nhận lại máy" in told
    assert "Cho máy trao đổi qua mạng một lần" in told
    with live_pages(restored.serving) as address:
        assert exchange_with_centre(restored.laptop, address, lambda _: None).done
    assert restored.code in minh.get(f"/dossiers/{restored.code}").content.decode()


def test_only_a_leader_may(restored):
    assert browser(restored.serving, "admin").get("/nodes/recognise").status_code == 403
    assert (
        "/nodes/recognise" not in browser(restored.serving, "admin").get("/nodes").content.decode()
    )


def test_a_laptop_that_joins_now_gives_other_codes(restored):
    later = joined(restored.serving, restored.folder / "laptop-2")
    try:
        assert receive_dossier(later.world, receive_command("k2"))["code"] != restored.code
    finally:
        later.close()
