"""An officer's own sign-in: sessions seen and ended, the second factor on and off."""

import base64
import re
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from tests.web.desk import PASSWORD, browser
from tests.web.forms import fields_of
from veban.actions.people.accounts import SignInWrong
from veban.actions.people.sign_in import sign_in_with_password
from veban.store.accounts.sessions import list_sessions
from veban.web.visitor import real_now

SECOND = "/me/second-factor"
RECOVERY = re.compile(r'<li class="code">(\w{4}-\w{4})</li>')


def code_at(secret, moment):
    """Return what the application on a phone shows."""
    totp = TOTP(base64.b32decode(secret), 6, SHA1(), 30)
    return totp.generate(int(moment.timestamp())).decode()


def sign_in(centre, code=""):
    form = {"officer": "lan", "password": PASSWORD, "code": code}
    return browser(centre).post("/sign-in", form)


def turn_on(client):
    """Set the second factor up as the page asks; return its secret and the recovery codes."""
    shown = fields_of(client.get(SECOND), SECOND)
    # The code of the half minute before, so that the present one is still good for signing in.
    earlier = code_at(shown["secret"], real_now() - timedelta(seconds=30))
    answer = client.post(SECOND, shown | {"code": earlier})
    assert answer.status_code == 200, answer.content.decode()
    return shown["secret"], RECOVERY.findall(answer.content.decode())


@pytest.fixture
def second(centre, lan):
    """Lan with a second factor; an invite used up anew would be the other way to be rid of it."""
    made = turn_on(lan)
    yield made
    with centre.node.desk.accounts.changing("lan") as account:
        found = type(account)("lan", password=account.password)
        centre.node.desk.accounts.save(found)


def test_own_sessions_are_listed_and_one_is_ended(centre, lan):
    other = browser(centre, "lan")
    page = lan.get("/me").content.decode()
    assert "phiên này" in page
    shown = re.findall(r'name="session" value="(\w+)"', page)
    assert len(shown) == len(list_sessions(centre.node.alias, "lan", real_now())) - 1
    for handle in shown:
        assert lan.post("/me/end", {"session": handle}).headers["Location"] == "/me"
    assert other.get("/inbox").headers["Location"].startswith("/sign-in")
    assert lan.get("/inbox").status_code == 200


def test_nobody_ends_the_session_of_somebody_else(centre, lan):
    pao = browser(centre, "pao")
    [session] = list_sessions(centre.node.alias, "pao", real_now())
    lan.post("/me/end", {"session": session.handle})
    assert pao.get("/inbox").status_code == 200


def test_signing_out_everywhere_ends_every_session(centre, lan):
    other = browser(centre, "lan")
    assert lan.post("/me/end").headers["Location"] == "/sign-in"
    for client in (lan, other):
        assert client.get("/inbox").headers["Location"].startswith("/sign-in")


def test_with_a_second_factor_the_password_alone_lets_nobody_in(centre, second):
    secret, _recovery = second
    assert sign_in(centre).status_code == 403
    assert sign_in(centre, "000000x").status_code == 403
    assert sign_in(centre, code_at(secret, real_now())).headers["Location"] == "/inbox"


def test_one_code_lets_in_once(centre, second):
    code = code_at(second[0], real_now() + timedelta(seconds=30))
    assert sign_in(centre, code).status_code == 302
    assert sign_in(centre, code).status_code == 403


def test_a_code_of_another_hour_is_none(centre, second):
    assert sign_in(centre, code_at(second[0], real_now() - timedelta(hours=1))).status_code == 403


def test_a_recovery_code_lets_in_once(centre, second):
    _secret, recovery = second
    assert len(set(recovery)) == 10
    assert sign_in(centre, recovery[3].lower()).status_code == 302
    assert sign_in(centre, recovery[3]).status_code == 403
    assert sign_in(centre, recovery[4]).status_code == 302


def test_wrong_codes_lock_out_like_wrong_passwords(centre, second):
    answers = [sign_in(centre, "12345x").status_code for _ in range(6)]
    assert answers == [403] * 5 + [429]


def test_a_machine_with_the_password_alone_opens_no_door(centre, second):
    with pytest.raises(SignInWrong):
        sign_in_with_password(centre.node.desk, "lan", PASSWORD, real_now())


def test_a_wrong_first_code_turns_nothing_on(centre, lan):
    shown = fields_of(lan.get(SECOND), SECOND)
    assert lan.post(SECOND, shown | {"code": "12345x"}).status_code == 422
    assert centre.node.desk.accounts.find("lan").code_secret is None


def test_the_second_factor_is_given_up_with_a_last_code(centre, lan, second):
    assert lan.post(SECOND, {"code": "12345x"}).status_code == 422
    code = code_at(second[0], real_now())
    assert lan.post(SECOND, {"code": code}).headers["Location"] == "/me"
    assert sign_in(centre).status_code == 302


def test_an_invite_used_anew_begins_without_the_second_factor(centre, second):
    answer = browser(centre, "admin").post("/officers/lan/invite")
    invite = re.search(r"\w{4}(?:-\w{4}){3}", answer.content.decode())[0]
    form = {"officer": "lan", "invite": invite, "password": PASSWORD, "again": PASSWORD}
    assert browser(centre).post("/first-use", form).status_code == 302
    assert sign_in(centre).status_code == 302
