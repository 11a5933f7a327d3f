"""The doors for machines: the public formats over HTTP."""

import json
from base64 import b64encode

from tests.web.desk import PASSWORD, browser
from tests.worlds.lines import receive_line
from veban.actions.people.add_officer import add_officer
from veban.core.people.roles import Role

DOOR = "/doors/dossiers"


def post(client, address, body, **options):
    return client.post(address, json.dumps(body), content_type="application/json", **options)


def basic(officer, password=PASSWORD):
    return {"HTTP_AUTHORIZATION": "Basic " + b64encode(f"{officer}:{password}".encode()).decode()}


def test_a_line_of_the_public_format_becomes_a_dossier(lan):
    answer = post(lan, DOOR, receive_line("door-1"))
    assert answer.status_code == 201, answer.content.decode()
    assert answer.json()["state"] == 2
    assert post(lan, DOOR, receive_line("door-1")).json() == answer.json()


def test_a_machine_signs_in_with_code_and_password(centre):
    answer = post(browser(centre), DOOR, receive_line("door-2"), **basic("lan"))
    assert answer.status_code == 201, answer.content.decode()
    wrong = post(browser(centre), DOOR, receive_line("door-3"), **basic("lan", "sai"))
    assert (wrong.status_code, wrong.json()["refused"]) == (403, "sign_in.wrong")


def test_nobody_writes_under_another_officers_name(centre):
    answer = post(browser(centre, "lan"), DOOR, receive_line("door-4", officer="pao"))
    assert (answer.status_code, answer.json()["refused"]) == (403, "officer.lacks_role")


def test_refusals_have_code_details_and_sentence(lan):
    body = post(lan, DOOR, receive_line("door-5", channel=2)).json()
    assert body["refused"] == "dossier.online_only_at_portal"
    assert "Cổng Dịch vụ công" in body["sentence"]


def test_unknown_keys_and_broken_json_are_refused_by_name(lan):
    answer = post(lan, DOOR, receive_line("door-6", colour="blue"))
    assert answer.json() == answer.json() | {"details": {"keys": ["colour"]}}
    broken = lan.post(DOOR, "{", content_type="application/json")
    assert (broken.status_code, broken.json()["refused"]) == (415, "door.not_json")
    form = lan.post(DOOR, {"key": "x"})
    assert form.json()["refused"] == "door.not_json"


def test_a_move_goes_through_the_door(centre, lan):
    code = post(lan, DOOR, receive_line("door-7")).json()["code"]
    line = {"key": "m1", "code": code, "move": "transfer", "officer": "pao", "with": {}}
    line["at"] = "2026-11-23T09:00:00+07:00"
    answer = post(browser(centre, "pao"), "/doors/moves", line)
    assert (answer.status_code, answer.json()["state"]) == (200, 4)


def test_an_officer_of_another_unit_moves_nothing_through_the_door(centre, lan):
    code = post(lan, DOOR, receive_line("door-8")).json()["code"]
    add_officer(centre.node.world, "xa", "Lò Văn Xá", [Role.HANDLER], "03127")
    line = {"key": "m2", "code": code, "move": "transfer", "officer": "xa", "with": {}}
    line["at"] = "2026-11-23T09:00:00+07:00"
    answer = post(browser(centre, "xa"), "/doors/moves", line)
    assert (answer.status_code, answer.json()["refused"]) == (404, "dossier.unknown")


def test_a_file_that_is_not_here_is_refused_and_nothing_is_written(centre, lan):
    before = centre.node.world.journal.chains()
    for file in ("ab" * 32, "scan1.jpg", "../../etc"):
        papers = [{"name": "Tờ khai", "file": file}]
        answer = post(lan, DOOR, receive_line(f"door-{file}", papers=papers))
        assert (answer.status_code, answer.json()["refused"]) == (422, "dossier.file_missing")
    assert centre.node.world.journal.chains() == before
