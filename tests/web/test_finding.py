"""Finding dossiers: by what is known of a person, by state and procedure, and as a sheet."""

import pytest

from tests.web.desk import browser
from tests.worlds.lines import move_command, receive_command
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.erase import erase_dossier
from veban.actions.dossiers.receive import receive_dossier
from veban.core.people.looks import LooksWanted
from veban.store.looks.looks import list_looks

AT = "2026-11-23T08:45:00+07:00"
SUA = {
    "full_name": "Hạng Thị Sua",
    "personal_id": "011190990123",
    "phone": "0912 345 000",
    "village": "Huổi Hạ",
}


@pytest.fixture(scope="module")
def codes(centre):
    world = centre.node.world
    sua = receive_dossier(world, receive_command("sua", applicant=SUA))["code"]
    dua = receive_dossier(world, receive_command("dua"))["code"]
    do_move(world, move_command(dua, "transfer", "pao", AT))
    return sua, dua


@pytest.mark.parametrize("words", ["hang thi sua", "990123", "345 000", "huoi ha", "Sua 0912"])
def test_a_person_is_found_by_name_number_phone_or_village(lan, codes, words):
    page = lan.post("/dossiers", {"q": words}).content.decode()
    assert codes[0] in page
    assert codes[1] not in page


def test_state_and_procedure_narrow_what_is_found(lan, codes):
    page = lan.post("/dossiers", {"state": "4", "procedure": "tinh trang hon nhan"})
    assert codes[1] in page.content.decode()
    assert codes[0] not in page.content.decode()
    nothing = lan.post("/dossiers", {"procedure": "khai sinh"}).content.decode()
    assert "Không thấy hồ sơ nào như vậy." in nothing


def test_what_is_seen_is_downloaded_and_the_look_is_recorded(lan, centre, codes):
    before = len(list_looks(centre.node.alias))
    csv = lan.post("/dossiers", {"q": "sua", "sheet": "csv"})
    lines = csv.content.decode("utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines] == ["Mã hồ sơ", codes[0]]
    book = lan.post("/dossiers", {"q": "sua", "sheet": "xlsx"})
    assert book.content.startswith(b"PK")
    looks = list_looks(centre.node.alias)[: len(list_looks(centre.node.alias)) - before]
    assert [(look.officer, look.what, look.count) for look in looks] == [("lan", "sheet", 1)] * 2


def test_who_sees_no_persons_finds_nobody_by_name(centre, codes):
    assert browser(centre, "vien").post("/dossiers", {"q": "sua"}).status_code == 403


def test_an_erased_person_is_found_no_more(lan, centre, codes):
    erase_dossier(centre.node.world, codes[0], "minh", "Theo yêu cầu của người dân")
    assert codes[0] not in lan.post("/dossiers", {"q": "hang thi sua"}).content.decode()


def test_each_look_at_a_dossier_is_recorded(lan, centre, codes):
    lan.get(f"/dossiers/{codes[1]}")
    look = list_looks(centre.node.alias, LooksWanted(subject=centre.node.stream_of(codes[1])))[0]
    assert (look.officer, look.what) == ("lan", "dossier")
