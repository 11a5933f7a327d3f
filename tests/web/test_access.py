"""Who sees what: roles, units, figures only."""

import pytest

from tests.web.desk import browser
from tests.web.forms import birth_form, code_on
from tests.worlds.lines import receive_command
from tests.worlds.memory import STAFF
from tools.access_page import routes
from veban.actions.dossiers.receive import receive_dossier
from veban.core.dossiers.moves import MOVES
from veban.core.people.roles import Role
from veban.web.access import OfficersOnly
from veban.web.counter.dossier import OFFICE_ROLES

OFFICE = frozenset(OFFICE_ROLES)
NARROWER = {"/jobs": frozenset({Role.ADMIN, Role.MANAGER})}
"""Open to everybody on a laptop, and at a centre to fewer than the rule says."""

SAMPLES = {
    "<str:code>": "H18.03.172-261123-0001",
    "<str:move>": "sign",
    "<slip:kind>": "receipt",
    "<str:procedure>": "1.001193",
    "<outcome:outcome>": "supplement",
    "<str:visit>": "abc",
    "<int:village>": "0",
    "<str:sitting>": "0123456789abcdef",
    "<str:officer>": "lan",
    "<str:name>": "a.b.0123456789abcdef.veban",
    "<str:job>": "end_sessions",
    "<str:line>": "paper",
    "<str:digest>": "0" * 64,
    "<int:paper>": "0",
    "<int:scan>": "0",
    "<str:round_id>": "0123456789ab",
}


def addresses():
    for address, view in routes():
        if isinstance(view.access, OfficersOnly):
            for mark, sample in SAMPLES.items():
                address = address.replace(mark, sample)
            yield f"/{address}", view.access


@pytest.mark.parametrize("address", sorted(address for address, _ in addresses()))
def test_a_stranger_is_sent_to_the_entrance(centre, address):
    answer = browser(centre).get(address)
    if address.startswith("/doors/"):
        assert (answer.status_code, answer.json()["refused"]) == (401, "sign_in.needed")
    else:
        assert answer.headers["Location"].startswith("/sign-in")


@pytest.mark.parametrize("address", sorted(a for a, rule in addresses() if rule.roles))
def test_a_supervisor_opens_no_page_of_persons(centre, address):
    assert browser(centre, "vien").get(address).status_code == 403


@pytest.fixture(scope="module")
def of_roles(centre):
    """One browser for each role."""
    officers = {Role(role): code for code, _name, role in (*STAFF, ("vien", "", "supervisor"))}
    assert set(officers) == set(Role)
    return {role: browser(centre, code) for role, code in officers.items()}


@pytest.mark.parametrize(
    ("address", "rule"),
    # The order of a set of roles is no part of a test's name.
    [pytest.param(*one, id=one[0]) for one in sorted(addresses(), key=lambda one: one[0])],
)
def test_each_address_lets_in_the_roles_of_its_rule_and_no_other(of_roles, address, rule):
    let_in = NARROWER.get(address) or rule.roles or frozenset(Role)
    answered = {role: client.get(address) for role, client in of_roles.items()}
    assert {role for role, answer in answered.items() if answer.status_code != 403} == let_in
    assert all(answer.status_code < 500 for answer in answered.values())
    ways = [answer.headers.get("Location", "") for answer in answered.values()]
    assert not any(way.startswith("/sign-in") for way in ways)


@pytest.mark.parametrize("move", MOVES.values(), ids=lambda move: move.name)
def test_each_move_is_offered_to_its_roles_and_refused_to_all_others(centre, of_roles, move):
    code = receive_dossier(centre.node.world, receive_command(f"move-{move.name}"))["code"]
    address = f"/dossiers/{code}/do/{move.name}"
    for ask in ("get", "post"):
        answered = {role: getattr(client, ask)(address) for role, client in of_roles.items()}
        refused = {role for role, answer in answered.items() if answer.status_code == 403}
        assert refused == set(Role) - (move.roles & OFFICE)


@pytest.mark.parametrize("address", sorted(a for a, view in routes() if view.access == "nodes"))
def test_an_officers_session_opens_no_door_of_nodes(of_roles, address):
    for client in of_roles.values():
        answer = client.get("/" + address.replace("<str:", "x").replace(">", ""))
        assert answer.status_code >= 400


def test_a_supervisor_sees_figures_and_no_name(centre, lan):
    lan.post("/receive/1.001193/form", birth_form(lan, step="confirm"))
    page = browser(centre, "vien").get("/inbox").content.decode()
    assert "Số liệu hồ sơ" in page
    assert "Vàng Thị Dua" not in page


def test_a_receiver_makes_no_move_of_the_signer(lan):
    done = lan.post("/receive/1.001193/form", birth_form(lan, step="confirm"))
    code = code_on(done.headers["Location"])
    form = {"key": "k-sign", "result": "Giấy khai sinh", "at_day": "2026-11-23", "at_time": "09:00"}
    answer = lan.post(f"/dossiers/{code}/do/sign", form)
    assert answer.status_code == 403
    assert "Vai trò của bạn không làm được việc này" in answer.content.decode()


def test_pages_are_not_kept_by_browsers_and_bring_no_script(lan):
    answer = lan.get("/inbox")
    assert answer.headers["Cache-Control"] == "no-store"
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    page = answer.content.decode()
    assert "<script" not in page
    assert "style=" not in page


def test_every_page_leads_to_its_source_and_says_that_it_is_practice(centre):
    page = browser(centre).get("/sign-in").content.decode()
    assert 'href="/source"' in page
    assert "BẢN THỬ" in page


def test_the_source_is_given_offline_and_holds_no_data_folder(centre):
    answer = browser(centre).get("/source.zip")
    assert answer.content[:2] == b"PK"
    assert b"veban-source/LICENSE" in answer.content
    assert b"sqlite3-wal" not in answer.content


def test_a_form_without_this_browsers_token_writes_nothing(centre):
    answer = browser(centre, enforce_csrf_checks=True).post("/sign-in", {"officer": "lan"})
    assert answer.status_code == 403
    assert "Mở lại trang rồi gửi lại" in answer.content.decode()


def test_an_address_that_leads_nowhere_says_what_to_do(centre):
    answer = browser(centre).get("/khong-co")
    assert answer.status_code == 404
    assert "Không có trang này" in answer.content.decode()
