"""The entrance of the centre: password, invite, five tries."""

from tests.web.desk import PASSWORD, browser


def test_health_answers_without_signing_in(centre):
    answer = browser(centre).get("/health")
    assert (answer.status_code, answer.json()["locked"]) == (200, False)


def test_a_page_for_officers_leads_to_the_entrance_and_back(centre):
    client = browser(centre)
    asked = client.get("/dossiers?q=khai")
    assert asked.headers["Location"] == "/sign-in?next=/dossiers%3Fq%3Dkhai"
    form = {"officer": "lan", "password": PASSWORD, "next": "/dossiers?q=khai"}
    assert client.post("/sign-in", form).headers["Location"] == "/dossiers?q=khai"
    assert client.get("/inbox").status_code == 200


def test_the_way_back_never_leaves_this_server(centre):
    form = {"officer": "lan", "password": PASSWORD, "next": "https://example.org/"}
    assert browser(centre).post("/sign-in", form).headers["Location"] == "/inbox"


def test_signing_out_ends_the_session(lan):
    assert lan.post("/sign-out").status_code == 302
    assert lan.get("/inbox").headers["Location"].startswith("/sign-in")


def test_a_wrong_password_and_an_unknown_officer_read_the_same(centre):
    client = browser(centre)
    answers = [
        client.post("/sign-in", {"officer": officer, "password": "sai mất rồi"})
        for officer in ("admin", "khong-co-ai")
    ]
    assert [answer.status_code for answer in answers] == [403, 403]
    assert all("không đúng" in answer.content.decode() for answer in answers)


def test_five_wrong_tries_close_the_door_even_to_the_right_password(centre):
    client = browser(centre)
    for _ in range(5):
        client.post("/sign-in", {"officer": "vien", "password": "sai mất rồi"})
    answer = client.post("/sign-in", {"officer": "vien", "password": PASSWORD})
    assert answer.status_code == 429
    assert "Chờ 5 phút" in answer.content.decode()


def test_cookies_are_strict_and_out_of_reach_of_scripts(centre):
    answer = browser(centre).post("/sign-in", {"officer": "lan", "password": PASSWORD})
    cookie = answer.cookies["session"]
    assert (cookie["samesite"], cookie["httponly"], cookie["secure"]) == ("Strict", True, "")
    assert (cookie["max-age"], cookie["expires"]) == ("", "")
