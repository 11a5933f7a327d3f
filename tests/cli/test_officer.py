"""``veban officer add``: an officer in the journal, an invite that is in no journal."""

import sqlite3
from contextlib import closing


def test_adding_an_officer_answers_with_a_one_use_invite(centre):
    ran = centre.run(
        "officer", "add", "pao", "--name", "Vàng A Páo", "--role", "receiver", "--json"
    )
    assert ran.code == 0
    assert set(ran.answer) == {"officer", "invite"}
    assert ran.answer["officer"] == "pao"
    invite = ran.answer["invite"].replace("-", "")
    for file in centre.data.rglob("*"):
        if file.is_file():
            assert invite.encode() not in file.read_bytes()


def test_a_repeat_gives_another_invite_and_another_role(centre):
    add = ["officer", "add", "pao", "--name", "Vàng A Páo", "--json"]
    first = centre.run(*add, "--role", "receiver").answer["invite"]
    second = centre.run(*add, "--role", "handler", "--role", "signer").answer["invite"]
    assert first != second
    with sqlite3.connect(centre.data / "veban.sqlite3") as database:
        rows = database.execute("SELECT roles FROM row_officer WHERE officer = 'pao'").fetchall()
    database.close()
    assert rows == [("handler signer",)]


def test_an_unknown_role_is_wrong_usage_and_an_unknown_unit_is_refused(centre):
    add = ["officer", "add", "pao", "--name", "Vàng A Páo", "--json"]
    assert centre.run(*add, "--role", "king").code == 2
    ran = centre.run(*add, "--role", "receiver", "--unit", "99999")
    assert (ran.code, ran.answer["refused"]) == (1, "unit.unknown")


def test_who_is_let_go_has_no_role_no_password_and_no_invite(centre):
    centre.run("officer", "add", "pao", "--name", "Vàng A Páo", "--role", "receiver")
    assert centre.run("officer", "let-go", "pao", "--json").answer == {
        "officer": "pao",
        "gone": True,
    }
    with closing(sqlite3.connect(centre.data / "veban.sqlite3")) as database:
        roles = database.execute("SELECT roles, name FROM row_officer WHERE officer = 'pao'")
        assert roles.fetchall() == [("", "Vàng A Páo")]
        secrets = database.execute("SELECT password, invite FROM account WHERE officer = 'pao'")
        assert secrets.fetchall() == [(None, None)]
    ran = centre.run("officer", "let-go", "nobody", "--json")
    assert (ran.code, ran.answer["refused"]) == (1, "officer.unknown")
