"""``veban slip``: PDFs printed from what the journal says."""

import io
import sqlite3
from contextlib import closing

import pytest
from pypdf import PdfReader

from tests.cli.running import move, reception


def printed(centre, *arguments):
    (centre.folder / "out").mkdir(exist_ok=True)
    ran = centre.run("slip", *arguments, "-o", "out/slip.pdf")
    assert ran.code == 0, ran.err
    pages = PdfReader(io.BytesIO((centre.folder / "out/slip.pdf").read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.fixture
def code(centre):
    return centre.play("receive", reception("k1")).answer["code"]


def test_a_receipt_says_who_what_and_when(centre, code):
    text = printed(centre, code, "--kind", "receipt")
    for said in (code, "Sùng A Páo", "Lò Thị Lan", "17:00 ngày 23/11/2026", "BẢN THỬ"):
        assert said in text
    assert "Quét để tra cứu" in text


def test_the_receipt_of_a_round_promises_the_day_of_return_and_names_the_contact(centre):
    laptop = centre.run("field", "add", "Máy 1", "--officers", "lan", "--json").answer["node"]
    opened = centre.run(
        "rounds", "open", "--name", "Bản xa", "--days", "2026-11-23", "--villages", "Na Pheo",
        "--node", laptop, "--officers", "lan", "--back-on", "2026-11-30",
        "--contact-name", "Hạng A Chu", "--contact-phone", "0900 000 002", "--json",
    ).answer["round"]  # fmt: skip
    place = {"kind": "village", "village": "Na Pheo"}
    line = reception("k1", place=place, round=opened, **{"return": {"how": "village"}})
    code = centre.play("receive", line).answer["code"]
    text = printed(centre, code, "--kind", "receipt")
    for said in ("30/11/2026", "Hạng A Chu", "0900 000 002", "bản Na Pheo"):
        assert said in text


def test_whoever_comes_from_another_province_gets_a_receipt_and_stands_in_the_book(centre):
    applicant = {"full_name": "Sùng A Páo", "unit": "00001", "village": "tổ 1"}
    code = centre.play("receive", reception("k1", applicant=applicant)).answer["code"]
    assert "tổ 1, đơn vị 00001" in printed(centre, code, "--kind", "receipt")
    assert code in printed(centre, "--book", "2026-11-23")


def test_each_move_prints_its_slip(centre, code):
    centre.play(
        "do",
        move("m1", code, "hand_over", "lan", "09:40", to="officer:minh", note="đủ bản chính"),
        move("m2", code, "transfer", "minh", "10:00"),
        move("m3", code, "request_supplement", "minh", "10:10",
             papers=["Giấy chứng sinh"], reason="Bản chụp không đọc được."),
        move("m4", code, "take_supplement", "minh", "10:20", papers=[{"name": "Giấy chứng sinh"}]),
        move("m5", code, "reappoint", "minh", "10:30",
             due_at="2026-11-25T17:00:00+07:00", reason="Chờ xác minh."),
        move("m6", code, "withdraw", "minh", "11:00", reason="Người dân rút hồ sơ."),
    )  # fmt: skip
    assert "Bản chụp không đọc được." in printed(centre, code, "--kind", "supplement")
    apology = printed(centre, code, "--kind", "apology")
    assert "Chờ xác minh." in apology
    assert "17:00 ngày 25/11/2026" in apology
    assert "Người dân rút hồ sơ." in printed(centre, code, "--kind", "stop")
    control = printed(centre, code, "--kind", "control")
    assert "Quàng Văn Minh" in control
    assert "đủ bản chính" in control


def test_a_dossier_not_accepted_prints_the_refusal(centre, code):
    line = move(
        "m1", code, "not_accept", "lan", "10:00", reason="Sai nơi nộp.", legal_basis="Điều 5"
    )
    assert centre.play("do", line).code == 0
    assert "Sai nơi nộp." in printed(centre, code, "--kind", "refusal")


def test_what_has_not_happened_is_not_printed(centre, code):
    ran = centre.run("slip", code, "--kind", "apology", "-o", "x.pdf", "--json")
    assert (ran.code, ran.answer["refused"]) == (1, "slip.nothing_to_print")
    assert not (centre.folder / "x.pdf").exists()


def test_a_visit_at_the_table_prints_its_slip_without_a_code(centre):
    visit = {
        "key": "v1", "procedure": "1.001193", "officer": "lan", "at": "2026-11-23T09:00:00+07:00",
        "outcome": "supplement", "full_name": "Mùa Thị Dở", "reason": "Còn thiếu giấy tờ.",
        "papers": ["Giấy chứng sinh"],
    }  # fmt: skip
    refusal = {**visit, "key": "v2", "outcome": "refusal", "legal_basis": "Điều 7", "papers": []}
    ran = centre.play("visit", visit, refusal, {**visit, "key": "v3", "papers": []})
    assert ran.code == 1
    assert [set(answer) for answer in ran.answers[:2]] == [{"key", "visit"}] * 2
    assert ran.answers[2]["refused"] == "dossier.supplement_empty"
    slip = printed(centre, "--visit", ran.answers[0]["visit"], "--kind", "supplement")
    assert "Mùa Thị Dở" in slip
    assert "Giấy chứng sinh" in slip
    assert "H18" not in slip
    assert "Còn thiếu giấy tờ." in printed(centre, "--visit", ran.answers[1]["visit"])
    other = centre.run(
        "slip", "--visit", ran.answers[0]["visit"], "--kind", "refusal", "-o", "x.pdf", "--json"
    )
    assert (other.code, other.answer["refused"]) == (1, "slip.nothing_to_print")


def test_the_book_of_a_day_lists_its_dossiers(centre, code):
    second = centre.play("receive", reception("k2")).answer["code"]
    book = printed(centre, "--book", "2026-11-23")
    assert book.index(code) < book.index(second)
    assert code not in printed(centre, "--book", "2026-11-22")


@pytest.mark.parametrize(
    "wrong", [[], ["X"], ["X", "--visit", "y"], ["X", "--kind", "song"], ["--book", "monday"]]
)
def test_wrong_usage_is_exit_two(centre, wrong):
    assert centre.run("slip", *wrong, "-o", "x.pdf").code == 2
    assert centre.run("slip", "X", "--kind", "receipt").code == 2


def test_a_slip_from_the_command_line_is_a_recorded_look(centre, code):
    printed(centre, code, "--kind", "receipt")
    with closing(sqlite3.connect(centre.data / "veban.sqlite3")) as database:
        looks = database.execute("SELECT officer, what, count FROM look").fetchall()
    assert looks == [("-", "slip", 1)]
