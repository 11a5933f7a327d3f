"""The officers of a unit on pages: added, changed, let go, invited anew, signed out."""

import re

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from tests.web.desk import PASSWORD, browser
from tests.web.laptop import PHRASE, pair
from veban.actions.people.add_officer import add_officer
from veban.actions.people.find_officer import get_officer
from veban.core.people.roles import Role
from veban.store.accounts.sessions import MOST, list_sessions
from veban.store.queries.people import find_unit_settings
from veban.web.visitor import make_visitor, real_now

NEW = {"key": "k-kim", "officer": "kim", "name": "Lường Thị Kim", "roles": ["receiver", "handler"]}


@pytest.fixture
def admin(centre):
    """The administrator's browser."""
    return browser(centre, "admin")


def invite_on(answer):
    return re.search(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}", answer.content.decode())[0]


def first_use(centre, officer, invite):
    form = {"officer": officer, "invite": invite, "password": PASSWORD, "again": PASSWORD}
    client = browser(centre)
    assert client.post("/first-use", form).headers["Location"] == "/inbox"
    return client


@pytest.fixture(scope="module")
def kim(centre):
    """Kim's browser: added on the page, in with the printed invite."""
    answer = browser(centre, "admin").post("/officers/new", NEW)
    assert answer.status_code == 200, answer.content.decode()
    return first_use(centre, "kim", invite_on(answer))


def test_an_officer_is_added_and_comes_in_with_the_printed_invite(admin, kim, centre):
    assert "Lường Thị Kim" in admin.get("/officers").content.decode()
    assert kim.get("/inbox").status_code == 200
    steps = centre.node.world.journal.history("officer/kim")
    assert [step.header.actor for step in steps] == ["admin"]


def test_a_code_that_is_taken_changes_nobody(admin, kim, centre):
    answer = admin.post("/officers/new", NEW | {"key": "other", "name": "Người khác"})
    assert answer.status_code == 409
    assert get_officer(centre.node.world.journal, "kim").name == "Lường Thị Kim"


@pytest.mark.parametrize("wrong", [{"officer": "Kim!"}, {"officer": "node"}, {"roles": []}])
def test_what_cannot_be_an_officer_is_told_at_the_field(admin, wrong):
    answer = admin.post("/officers/new", NEW | {"key": "wrong", "officer": "moi"} | wrong)
    assert answer.status_code in (409, 422)
    assert 'class="error"' in answer.content.decode()


def test_roles_are_changed_and_hold_at_once(admin, kim):
    assert kim.get("/receive").status_code == 200
    changed = {"key": "k2", "name": "Lường Thị Kim", "roles": ["handler"]}
    assert admin.post("/officers/kim", changed).headers["Location"] == "/officers/kim?saved=1"
    assert kim.get("/receive").status_code == 403


def test_an_administrator_keeps_the_administration(admin):
    own = {"key": "own", "name": "Quản trị", "roles": ["receiver"]}
    answer = admin.post("/officers/admin", own)
    assert answer.status_code == 422
    assert "phải còn người quản trị" in answer.content.decode()
    assert admin.post("/officers/admin/let-go", {"key": "own-go"}).status_code == 422


def test_many_wrong_passwords_lock_the_officer_out_and_the_page_shows_it(admin, centre):
    guesser = browser(centre)
    tries = [
        guesser.post("/sign-in", {"officer": "vien", "password": f"sai lan {n}"}) for n in range(6)
    ]
    assert [answer.status_code for answer in tries] == [403] * 5 + [429]
    assert "đang khóa" in admin.get("/officers").content.decode()
    assert "đang khóa đến" in admin.get("/officers/vien").content.decode()
    admin.post("/officers/vien/invite")
    assert "đang khóa" not in admin.get("/officers/vien").content.decode()


def test_sessions_of_an_officer_are_ended_by_the_administrator(admin, centre):
    client = browser(centre, "pao")
    assert client.get("/inbox").status_code == 200
    admin.post("/officers/pao/sessions")
    assert client.get("/inbox").headers["Location"].startswith("/sign-in")


def test_one_officer_has_so_many_sessions_and_the_stalest_ends(centre):
    first, *_rest = [browser(centre, "pao") for _ in range(MOST + 1)]
    assert len(list_sessions(centre.node.alias, "pao", real_now())) == MOST
    assert first.get("/inbox").headers["Location"].startswith("/sign-in")


def test_who_is_let_go_is_out_at_once_and_may_come_back(admin, kim, centre):
    assert admin.post("/officers/kim/let-go", {"key": "go"}).headers["Location"] == "/officers"
    assert kim.get("/inbox").headers["Location"].startswith("/sign-in")
    wrong = browser(centre).post("/sign-in", {"officer": "kim", "password": PASSWORD})
    assert wrong.status_code == 403
    gone = get_officer(centre.node.world.journal, "kim")
    assert (gone.is_gone, gone.name) == (True, "Lường Thị Kim")
    assert admin.post("/officers/kim/invite").status_code == 403
    back = {"key": "back", "name": "Lường Thị Kim", "roles": ["receiver"]}
    assert admin.post("/officers/kim", back).status_code == 302
    again = first_use(centre, "kim", invite_on(admin.post("/officers/kim/invite")))
    assert again.get("/receive").status_code == 200


def test_the_unit_settles_how_it_works_and_keeps_its_agency_code(admin, centre):
    shown = admin.get("/unit").content.decode()
    assert re.search(r'value="full"[^>]*checked', shown)
    wish = {"key": "unit", "mode": "companion", "numbers": "reserved"}
    assert admin.post("/unit", wish).headers["Location"] == "/unit?saved=1"
    scope = make_visitor(get_officer(centre.node.world.journal, "admin")).scope
    settled = find_unit_settings(centre.node.alias, scope, "03172")
    assert (settled.mode, settled.numbers) == ("companion", "reserved")


def test_who_was_let_go_at_the_centre_is_out_at_the_laptop_after_an_exchange(tmp_path, clock):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VEBAN_CLOCK", str(clock.path))
        with pair(tmp_path) as both:
            lan = both.lan()
            assert lan.get("/inbox").status_code == 200
            browser(both.centre, "admin").post("/officers/lan/let-go", {"key": "go"})
            both.exchange()
            assert lan.get("/inbox").headers["Location"].startswith("/sign-in")
            opened = browser(both.laptop).post("/open", {"officer": "lan", "phrase": PHRASE})
            assert opened.status_code == 403
            assert "đã thôi việc" in opened.content.decode()


def test_what_the_list_asks_of_the_database_does_not_grow_with_the_officers(admin, centre):
    def queries():
        with CaptureQueriesContext(connections[centre.node.alias]) as asked:
            assert admin.get("/officers").status_code == 200
        return len(asked)

    few = queries()
    for n in range(5):
        add_officer(centre.node.world, f"more{n}", f"Người {n}", [Role.HANDLER], "03172")
    assert queries() == few
