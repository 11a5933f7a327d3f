"""``veban dossiers do``, ``show``, ``entered``, ``visit`` and ``erase`` in the public format."""

import pytest

from tests.cli.running import move, reception


@pytest.fixture
def code(centre):
    """A dossier received that morning."""
    return centre.play("receive", reception("k1")).answer["code"]


def play_to_the_end(centre, code):
    return centre.play(
        "do",
        move("m1", code, "transfer", "minh", "10:00"),
        move("m2", code, "sign", "sua", "10:30", result="Giấy khai sinh", number="01/2026"),
        move("m3", code, "hand_back", "lan", "11:00", to="Sùng A Páo"),
    )


def test_moves_are_played_to_the_hand_back(centre, code):
    ran = play_to_the_end(centre, code)
    assert ran.code == 0
    assert [answer["state"] for answer in ran.answers] == [4, 9, 10]
    assert ran.answers[0] == {
        "key": "m1",
        "code": code,
        "state": 4,
        "due_at": "2026-11-23T17:00:00+07:00",
        "warnings": [],
    }


@pytest.mark.parametrize(
    ("line", "refused"),
    [
        (("sign", "sua", "10:00", {"result": "x"}), "dossier.move_not_allowed"),
        (("fly", "lan", "10:00", {}), "dossier.move_unknown"),
        (("transfer", "sua", "10:00", {}), "officer.lacks_role"),
        (("transfer", "minh", "13:00", {}), "dossier.move_in_future"),
        (("transfer", "minh", "08:00", {}), "dossier.before_last_step"),
        (("withdraw", "minh", "10:00", {}), "input.wrong"),
        (("sign", "sua", "10:00", {"result": "x", "file": "none.pdf"}), "dossier.file_missing"),
    ],
)
def test_a_move_that_is_refused_says_why(centre, code, line, refused):
    name, officer, at, details = line
    ran = centre.play("do", move("m1", code, name, officer, at, **details))
    assert ran.code == 1
    assert (ran.answer["key"], ran.answer["refused"]) == ("m1", refused)
    assert set(ran.answer) == {"key", "refused", "details"}


def test_a_result_keeps_its_scan(centre, code):
    (centre.folder / "result.pdf").write_bytes(b"a result")
    ran = centre.play(
        "do",
        move("m1", code, "transfer", "minh", "10:00"),
        move("m2", code, "sign", "sua", "10:30", result="Giấy khai sinh", file="result.pdf"),
    )
    assert ran.code == 0
    assert centre.run("journal", "verify", "--json").answer["files"] == 1


def test_a_dossier_shows_where_it_stands_and_what_happened(centre, code):
    play_to_the_end(centre, code)
    shown = centre.run("dossiers", "show", code, "--json").answer
    assert set(shown) == {
        "code", "official_codes", "state", "due_at", "holder", "desk", "procedure", "entries"
    }  # fmt: skip
    assert (shown["code"], shown["state"], shown["procedure"]) == (code, 10, "1.001193")
    assert [entry["type"] for entry in shown["entries"]] == [
        "DossierReceived", "DossierTransferred", "ResultSigned", "ResultHandedBack"
    ]  # fmt: skip
    first = shown["entries"][0]
    assert set(first) == {"hash", "type", "occurred_at", "actor"}
    assert (first["actor"], first["occurred_at"]) == ("lan", "2026-11-23T09:30:00+07:00")


def test_an_unknown_dossier_is_refused(centre):
    ran = centre.run("dossiers", "show", "H18-261123-0001", "--json")
    assert (ran.code, ran.answer["refused"]) == (1, "dossier.unknown")


def test_an_official_code_leads_to_the_dossier(centre, code):
    official = ["--system", "dvcqg", "--official", "000.19.29.H18-261123-0007"]
    assert centre.run("dossiers", "entered", code, *official).code == 0
    assert centre.run("dossiers", "entered", code, *official).code == 0
    shown = centre.run("dossiers", "show", official[-1], "--json").answer
    assert shown["code"] == code
    assert shown["official_codes"] == [official[-1]]
    assert len(shown["entries"]) == 2


def test_an_officer_may_enter_the_official_code(centre, code):
    official = ["--system", "mcdt", "--official", "X-1", "--officer", "lan"]
    assert centre.run("dossiers", "entered", code, *official).code == 0
    shown = centre.run("dossiers", "show", "X-1", "--json").answer
    assert shown["entries"][-1]["actor"] == "lan"


def test_erasing_removes_persons_and_files_and_the_journal_still_verifies(centre):
    (centre.folder / "a.jpg").write_bytes(b"a scan")
    papers = [{"name": "Tờ khai", "file": "a.jpg"}]
    code = centre.play("receive", reception("k1", papers=papers)).answer["code"]
    assert "Sùng A Páo".encode() in read_all(centre.data)
    erase = ["dossiers", "erase", code, "--basis", "Luật 91/2025/QH15"]
    refused = centre.run(*erase, "--officer", "lan", "--json")
    assert (refused.code, refused.answer["refused"]) == (1, "officer.lacks_role")
    assert centre.run(*erase, "--officer", "hoa").code == 0
    assert "Sùng A Páo".encode() not in read_all(centre.data)
    assert b"a scan" not in read_all(centre.data)
    found = centre.run("journal", "verify", "--json")
    assert (found.code, found.answer["files"], found.answer["broken"]) == (0, 0, [])
    assert centre.run("journal", "rebuild", "--json").answer["identical"] is True
    ran = centre.run("slip", code, "--kind", "receipt", "-o", "x.pdf", "--json")
    assert (ran.code, ran.answer["refused"]) == (1, "slip.erased")


def read_all(folder):
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_a_draft_is_signed_and_issued_by_lines_and_the_export_names_its_result(centre, code):
    ran = centre.play(
        "do",
        move("m1", code, "transfer", "minh", "10:00"),
        move("m2", code, "ask_opinion", "minh", "10:05", of="Công an xã", question="Cư trú?"),
        move("m3", code, "give_opinion", "lan", "10:10", ordinal=1, answer="agree"),
        move("m4", code, "draft", "minh", "10:15", result="Giấy khai sinh"),
        move("m5", code, "issue", "minh", "10:20"),
        move("m6", code, "sign_draft", "sua", "10:30"),
        move("m7", code, "issue", "minh", "10:40", number="01/2026"),
    )
    assert ran.code == 1
    assert [a.get("state") or a["refused"] for a in ran.answers] == [
        4, 4, 4, 4, "dossier.draft_not_signed", 4, 9,
    ]  # fmt: skip
    (line,) = centre.run("dossiers", "export", "--format", "portal").answers
    assert line["NgayKetThucXuLy"] == "2026-11-23T10:40:00+07:00"
    assert "01/2026" in str(line["DanhSachGiayToKetQua"])
