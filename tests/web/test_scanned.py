"""What the scanner saved waits for its officer, is put to a paper, and is looked at safely."""

import secrets

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web.desk import browser
from tests.web.forms import BIRTH, birth_form, fields_of
from tests.worlds import scans
from veban.core.people.looks import LookAt
from veban.edges.papers.scanner_folder import ScannerFolder
from veban.store.looks.looks import list_looks
from veban.store.scans.scans import list_waiting

FORM = f"/receive/{BIRTH}/form"


@pytest.fixture
def scanner(centre, tmp_path):
    """The centre's machine has a scanner; what it saves is an hour old at once."""
    folder = tmp_path / "scans"
    watched = ScannerFolder(folder, lambda: 2e9 * 2)
    watched.claim()
    centre.node.__dict__["scanner"] = watched
    yield folder
    centre.node.__dict__["scanner"] = None


@pytest.fixture
def shade():
    """A picture that no other test has."""
    return scans.picture(size=(300 + secrets.randbelow(5000), 40), shade=secrets.randbelow(250))


def waiting(centre, officer="lan"):
    return [scan.digest for scan in list_waiting(centre.node.alias, officer)]


def received(lan, **changes):
    """Return the address of a dossier that was received."""
    review = lan.post(FORM, birth_form(lan, **changes))
    answer = lan.post(FORM, fields_of(review, FORM) | {"step": "confirm", "explained": "on"})
    return answer.headers["Location"].removesuffix("/received")


def test_a_scan_is_put_to_a_paper_and_waits_no_more(lan, centre, scanner, shade):
    form = birth_form(lan)
    (scanner / "Scan_001.jpg").write_bytes(shade)
    shown = lan.post(FORM, form | {"step": "scans"})
    digest = waiting(centre)[0]
    assert f'value="{digest}"' in shown.content.decode()
    assert fields_of(shown, FORM)["applicant-full_name"] == "Vàng Thị Dua"
    assert list(scanner.glob("*.jpg")) == []
    address = received(lan, **{"paper1-scan": digest})
    assert digest not in waiting(centre)
    answer = lan.get(f"{address}/papers/1/0")
    assert answer.content == shade


def test_only_the_officer_at_the_machine_sees_a_scan(lan, centre, scanner, shade):
    (scanner / "a.jpg").write_bytes(shade)
    afar = browser(centre, "lan", REMOTE_ADDR="192.168.1.20")
    before = afar.get("/scans/waiting").content
    assert (scanner / "a.jpg").exists()
    lan.get("/scans")
    digest = waiting(centre)[0]
    assert afar.get("/scans/waiting").content != before
    other = browser(centre, "pao")
    assert digest not in other.get("/scans").content.decode()
    assert other.get(f"/scans/{digest}").status_code == 409
    assert lan.get(f"/scans/{digest}").content == shade


def test_the_list_says_when_nothing_changed(lan, scanner, shade):
    mark = lan.get("/scans/waiting").headers["ETag"]
    assert lan.get("/scans/waiting", HTTP_IF_NONE_MATCH=mark).status_code == 304
    (scanner / "a.jpg").write_bytes(shade)
    answer = lan.get("/scans/waiting", HTTP_IF_NONE_MATCH=mark)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    assert answer.headers["ETag"] != mark


def test_a_power_cut_between_keeping_and_removing_doubles_nothing(lan, centre, scanner, shade):
    for _ in range(2):
        (scanner / "a.jpg").write_bytes(shade)
        lan.get("/scans/waiting")
        assert list(scanner.glob("*.jpg")) == []
    digest = waiting(centre)[0]
    assert waiting(centre).count(digest) == 1
    received(lan, **{"paper0-scan": digest})
    (scanner / "a.jpg").write_bytes(shade)
    lan.get("/scans/waiting")
    assert digest not in waiting(centre)


def test_what_is_not_taken_is_said_in_words_and_removed_by_a_button(lan, scanner):
    (scanner / "don.docx").write_bytes(b"PK\x03\x04")
    page = lan.get("/scans")
    assert "không phải ảnh JPEG, PNG hoặc PDF" in page.content.decode()
    lan.post("/scans/drop", fields_of(page, "/scans/drop"))
    assert not (scanner / "don.docx").exists()


def test_photographs_become_one_pdf_in_order_and_take_its_place(lan, centre):
    before = set(waiting(centre))
    photos = [scans.picture(size=(400, 200), shade=n) for n in (11, 12)]
    files = [SimpleUploadedFile(f"{n}.jpg", photo) for n, photo in enumerate(photos)]
    assert lan.post("/scans/add", {"files": files}).status_code == 302
    second, first = [d for d in waiting(centre) if d not in before]
    sent = {"take": [first, second], f"order-{first}": "2", f"order-{second}": "1"}
    assert lan.post("/scans/join", sent | {f"turn-{first}": "90"}).status_code == 302
    [made] = set(waiting(centre)) - before
    shown = lan.get(f"/scans/{made}")
    assert shown.headers["Content-Type"] == "application/pdf"
    nothing = lan.post("/scans/join", {})
    assert nothing.status_code == 422
    assert "Chưa chọn trang nào" in nothing.content.decode()


def test_a_bad_file_is_refused_beside_a_good_one_that_is_kept(lan, centre, shade):
    before = len(waiting(centre))
    files = [SimpleUploadedFile("a.jpg", b"<html>"), SimpleUploadedFile("b.jpg", shade)]
    answer = lan.post("/scans/add", {"files": files})
    assert answer.status_code == 415
    assert "a.jpg: Tệp này không phải ảnh" in answer.content.decode()
    assert len(waiting(centre)) == before + 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<svg/>", "không phải ảnh JPEG, PNG hoặc PDF"),
        (scans.bomb(), "triệu điểm ảnh"),
        (scans.pdf_with_script(), "có mã lệnh"),
        (scans.picture()[:900], "không trọn vẹn"),
    ],
)
def test_the_form_refuses_in_words_what_no_paper_is(lan, content, words):
    file = SimpleUploadedFile("to-khai.jpg", content, "image/jpeg")
    answer = lan.post(FORM, birth_form(lan, **{"paper0-file": file}))
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_a_scan_of_another_officer_cannot_be_put_to_a_paper(lan):
    answer = lan.post(FORM, birth_form(lan, **{"paper0-scan": "ab" * 32}))
    assert answer.status_code == 422
    assert "không còn chờ" in answer.content.decode()


def test_a_scan_is_put_to_a_paper_of_a_dossier_once(lan, centre, scanner, shade):
    address = received(lan)
    (scanner / "late.jpg").write_bytes(shade)
    page = lan.get(f"{address}/papers")
    digest, action = waiting(centre)[0], f"{address}/papers/1/attach"
    form = fields_of(page, action) | {"scan": digest}
    for _ in range(2):
        assert lan.post(action, form).status_code == 302
    assert lan.get(f"{address}/papers/1/0").content == shade
    assert lan.get(f"{address}/papers/1/1").status_code == 404
    assert "Gắn bản quét vào giấy tờ" in lan.get(address).content.decode()
    none = lan.post(f"{address}/papers/99/attach", {"key": "x", "scan": digest})
    assert none.status_code == 409
    fresh = SimpleUploadedFile("b.jpg", scans.picture(shade=201))
    none = lan.post(f"{address}/papers/99/attach", {"key": "y", "file": fresh})
    assert none.status_code == 404


def test_a_scan_is_handed_out_so_that_nothing_in_it_can_act(lan, centre, shade):
    address = received(lan, **{"paper0-file": SimpleUploadedFile("x.html", shade, "text/html")})
    answer = lan.get(f"{address}/papers/0/0")
    code = address.rpartition("/")[2]
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["Content-Disposition"] == f'inline; filename="{code}-1-1.jpg"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("content", [b"<script>alert(1)</script>", scans.pdf_with_script()])
def test_an_old_file_that_would_act_is_saved_and_never_opened(lan, centre, content):
    digest = centre.node.world.blobs.put(content)
    address = received(lan, **{"paper0-kept": digest})
    answer = lan.get(f"{address}/papers/0/0")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Content-Security-Policy"].startswith("sandbox")


def test_every_scan_that_is_opened_is_a_recorded_look(lan, centre, shade):
    address = received(lan, **{"paper0-file": SimpleUploadedFile("a.jpg", shade)})
    before = len(list_looks(centre.node.alias, limit=9999))
    lan.get(f"{address}/papers")
    lan.get(f"{address}/papers/0/0")
    looks = list_looks(centre.node.alias, limit=9999)
    assert len(looks) == before + 2
    assert {look.what for look in looks[:2]} == {LookAt.PAPER}


def test_a_page_that_asks_by_itself_keeps_no_laptop_open(centre, monkeypatch):
    touched = []
    monkeypatch.setattr(type(centre), "touch", lambda _: touched.append(1))
    client = browser(centre, "lan")
    client.get("/scans/waiting")
    assert touched == []
    client.get("/scans")
    assert touched == [1]
