"""Where others on the local network find this machine."""

from urllib.parse import quote

from tests.web.desk import browser
from veban.edges.machine.addresses import lan_addresses
from veban.web.round.lan import MOST


def test_a_server_that_listens_only_to_itself_says_how_to_open_it(centre):
    page = browser(centre, "lan").get("/road/lan", SERVER_PORT="9").content.decode()
    words = ("veban serve --host 0.0.0.0 --port 9", "chưa nối vào mạng nào")
    assert words[0 if lan_addresses() else 1] in page


def test_no_qr_is_made_of_somebody_elses_address(centre):
    lan = browser(centre, "lan")
    assert lan.get("/road/lan/qr.svg?a=http://evil.example").status_code == 404
    for own in lan_addresses()[:MOST]:
        answer = lan.get(f"/road/lan/qr.svg?a={quote(f'http://{own}:80')}")
        assert (answer.status_code, answer["Content-Type"]) == (200, "image/svg+xml")


def test_loopback_is_no_address_for_others():
    assert not [one for one in lan_addresses() if one.startswith("127.")]
