"""A declaration filled in on a laptop: unreadable to others there, whole at the centre."""

import pytest

from tests.web.desk import browser
from tests.web.forms import BIRTH, birth_form, code_on, fields_of
from tests.web.laptop import pair

FORM = f"/receive/{BIRTH}/form"
SECRET = "SUNG THI BI MAT"
CHILD = {
    "full_name": SECRET,
    "birth_date": "2/11/2026",
    "sex": "F",
    "ethnicity": "Mông",
    "birth_place": "Tại nhà, bản Na Pheo",
}


@pytest.fixture
def both(tmp_path):
    with pair(tmp_path) as made:
        yield made


def test_what_is_typed_lies_readable_in_no_file_and_arrives_whole(both):
    lan = both.lan()
    child = lan.post(f"/receive/{BIRTH}/declaration", birth_form(lan)).headers["Location"]
    lan.post(child, fields_of(lan.get(child), child) | {"relation": "mother", "step": "next"})
    child = child.replace("requester", "child")
    assert lan.post(child, CHILD | {"step": "keep"}).status_code == 204
    readable = [
        path.name
        for path in both.folder.rglob("*")
        if path.is_file() and SECRET.encode() in path.read_bytes()
    ]
    assert readable == []
    for part in ("mother", "father", "extras"):
        address = child.replace("child", part)
        onward = lan.post(address, fields_of(lan.get(address), address) | {"step": "next"})
    review = lan.get(onward.headers["Location"])
    done = lan.post(FORM, fields_of(review, FORM) | {"step": "confirm", "explained": "on"})
    code = code_on(done.headers["Location"])
    both.exchange()
    centre = browser(both.centre, "lan")
    assert f"/dossiers/{code}/declaration.pdf" in centre.get(f"/dossiers/{code}").content.decode()
    assert centre.get(f"/dossiers/{code}/declaration.pdf").content.startswith(b"%PDF")
