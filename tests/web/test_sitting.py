"""One family, one sitting: people, papers and order are carried from dossier to dossier."""

import hashlib
import io
import re

from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfReader

from tests.web.forms import BIRTH, birth_form, code_on, fields_of
from tests.web.laptop import pair
from tests.worlds import scans
from veban.core.dossiers.received import DossierReceived
from veban.edges.clocks import VARIABLE

FORM = f"/receive/{BIRTH}/form"
MARRIAGE = "/receive/1.000894/form"
MOTHER = "011188990001||Lò Thị Thử|04051988|Nữ|Bản Mẫu, xã Na Sang, Điện Biên|01022022"
FATHER = "011086990002||Lò Văn Mẫu|03021986|Nam|Bản Mẫu, xã Na Sang, Điện Biên|01022022"
SCAN = scans.pdf()


def receive(lan, address, form):
    answer = lan.post(address, form | {"step": "confirm", "explained": "on"})
    assert answer.status_code == 302, answer.content.decode()
    return code_on(answer.headers["Location"])


def first_dossier(lan, **changes):
    form = birth_form(lan, **changes)
    return form["sitting"], receive(lan, FORM, form)


def event_of(centre, code):
    world = centre.node.world
    history = world.journal.history(centre.node.stream_of(code))
    return next(s.event for s in history if isinstance(s.event, DossierReceived))


def test_the_next_dossier_of_a_family_begins_with_what_is_known(lan):
    typed = {"applicant-phone": "0900000001", "contact-full_name": "Vàng A Ví Dụ"}
    sitting, code = first_dossier(lan, **typed)
    received = lan.get(f"/dossiers/{code}/received").content.decode()
    assert f"/receive?sitting={sitting}" in received
    shown = fields_of(lan.get(f"{MARRIAGE}?sitting={sitting}"), MARRIAGE)
    assert shown["applicant-full_name"] == "Vàng Thị Dua"
    assert shown["applicant-phone"] == "0900000001"
    assert shown["contact-full_name"] == "Vàng A Ví Dụ"
    assert shown["sitting"] == sitting


def test_addresses_of_a_sitting_say_nothing_about_anybody(lan):
    sitting, code = first_dossier(lan)
    page = lan.get(f"/dossiers/{code}/received").content.decode()
    assert re.fullmatch(r"[0-9a-f]{16}", sitting)
    assert not [way for way in re.findall(r'href="([^"]*)"', page) if "Dua" in way]


def test_a_second_card_joins_the_sitting_and_one_press_chooses_it(lan):
    form = birth_form(lan, **{"applicant-full_name": ""})
    read = fields_of(lan.post(FORM, form | {"step": "card", "card": MOTHER}), FORM)
    assert read["applicant-full_name"] == "Lò Thị Thử"
    answer = lan.post(FORM, read | {"step": "card", "card": FATHER})
    joined = fields_of(answer, FORM)
    assert joined["applicant-full_name"] == "Lò Thị Thử"
    page = answer.content.decode()
    number = re.search(r'name="seat" value="(\d)"><span lang="vi">Lò Văn Mẫu', page)[1]
    chosen = fields_of(lan.post(FORM, joined | {"seat": number}), FORM)
    assert chosen["applicant-full_name"] == "Lò Văn Mẫu"
    assert chosen["applicant-personal_id"] == "011086990002"
    assert chosen["applicant-birth_date"] == "03/02/1986"
    assert chosen["paper1-given"] == "on"


def test_another_person_brings_nothing_of_the_one_before(lan):
    form = birth_form(lan, **{"applicant-full_name": ""})
    read = fields_of(lan.post(FORM, form | {"step": "card", "card": MOTHER}), FORM)
    read |= {"applicant-phone": "0900000001"}
    joined = fields_of(lan.post(FORM, read | {"step": "card", "card": FATHER}), FORM)
    chosen = fields_of(lan.post(FORM, joined | {"seat": "1"}), FORM)
    assert chosen["applicant-full_name"] == "Lò Văn Mẫu"
    assert chosen["applicant-phone"] == ""


def test_a_paper_scanned_once_is_offered_for_the_next_dossier_by_its_file(lan, centre):
    place = identity_place(lan, FORM)
    upload = {f"paper{place}-given": "on", f"paper{place}-file": SimpleUploadedFile("a.pdf", SCAN)}
    form = birth_form(lan)
    review = lan.post(FORM, form | upload)
    receive(lan, FORM, fields_of(review, FORM))
    digest = hashlib.sha256(SCAN).hexdigest()
    shown = fields_of(lan.get(f"{MARRIAGE}?sitting={form['sitting']}"), MARRIAGE)
    place = identity_place(lan, MARRIAGE)
    assert shown[f"paper{place}-reuse"] == digest
    ticked = dict.fromkeys(paper_ticks(lan.get(MARRIAGE)), "on")
    code = receive(lan, MARRIAGE, shown | ticked)
    assert digest in [kept.file for kept in event_of(centre, code).person.papers]


def test_a_scan_of_another_sitting_is_not_taken(lan):
    form = birth_form(lan) | {"paper0-reuse": hashlib.sha256(SCAN).hexdigest()}
    assert lan.post(FORM, form).status_code == 422


def test_what_is_done_first_is_offered_first(lan):
    page = lan.get(f"/receive/{BIRTH}").content.decode()
    assert "nên làm trước" in page
    assert 'href="/receive/1.000894' in page.partition("nên làm trước")[2]
    form = fields_of(lan.get(MARRIAGE), MARRIAGE)
    ticked = dict.fromkeys(paper_ticks(lan.get(MARRIAGE)), "on")
    code = receive(lan, MARRIAGE, form | ticked | {"applicant-full_name": "Lò Văn Mẫu"})
    received = lan.get(f"/dossiers/{code}/received").content.decode()
    assert f"/receive/{BIRTH}?sitting={form['sitting']}" in received
    again = lan.get(f"/receive/{BIRTH}?sitting={form['sitting']}").content.decode()
    assert "nên làm trước" not in again


def test_one_page_and_one_print_have_all_codes_and_the_sum(lan, centre):
    sitting, first = first_dossier(lan)
    form = fields_of(lan.get(f"{MARRIAGE}?sitting={sitting}"), MARRIAGE)
    second = receive(lan, MARRIAGE, form | dict.fromkeys(paper_ticks(lan.get(MARRIAGE)), "on"))
    page = lan.get(f"/sittings/{sitting}").content.decode()
    printed = lan.get(f"/sittings/{sitting}/summary.pdf")
    text = PdfReader(io.BytesIO(printed.content)).pages[0].extract_text()
    fees = [event_of(centre, code).fee_vnd for code in (first, second)]
    total = f"{sum(fee for fee in fees if fee):,}".replace(",", ".")
    for shown in (page, text):
        assert first in shown
        assert second in shown
        assert f"{total} đ" in shown
    assert ("chưa có mức thu" in page) == (None in fees)


def test_a_sitting_that_nobody_held_is_told_in_words(lan):
    for sitting in ("0123456789abcdef", "nha-ong-mau"):
        answer = lan.get(f"/sittings/{sitting}")
        assert answer.status_code == 404
        assert "Không có lượt đến này" in answer.content.decode()


def test_nothing_is_numbered_before_it_was_explained(lan, centre):
    form = birth_form(lan, step="confirm")
    del form["explained"]
    before = centre.node.world.journal.chains()
    answer = lan.post(FORM, form)
    assert answer.status_code == 422
    assert "rồi đánh dấu" in answer.content.decode()
    assert centre.node.world.journal.chains() == before
    assert event_of(centre, receive(lan, FORM, form)).explained


def test_one_press_ticks_what_the_law_asks_for_and_nothing_else(lan):
    form = birth_form(lan) | {"step": "all_papers"}
    for name in ("paper0-given", "paper1-given"):
        del form[name]
    shown = fields_of(lan.post(FORM, form), FORM)
    assert [name for name in shown if name.endswith("-given")] == ["paper0-given", "paper1-given"]
    assert shown["applicant-full_name"] == "Vàng Thị Dua"


def test_who_cannot_write_has_a_witness_and_hears_it_read(lan, centre):
    form = birth_form(lan) | {"written_for-applies": "on", "written_for-fingerprint": "on"}
    page = lan.post(FORM, form).content.decode()
    assert "Ghi họ tên người làm chứng." in page
    assert "Đọc lại cho người nộp nghe, rồi đánh dấu." in page
    form |= {"written_for-witness": "Vừ A Chía", "written_for-read_aloud": "on"}
    code = receive(lan, FORM, form)
    assert event_of(centre, code).person.written_for.witness == "Vừ A Chía"
    receipt = PdfReader(io.BytesIO(lan.get(f"/dossiers/{code}/receipt.pdf").content))
    text = " ".join(receipt.pages[0].extract_text().split())
    assert "NGƯỜI LÀM CHỨNG" in text
    assert "Vừ A Chía" in text
    assert "đã đọc lại cho người nộp nghe; đã điểm chỉ" in text


def test_the_receipt_has_pictures_beside_it(lan):
    _, code = first_dossier(lan)
    answer = lan.get(f"/dossiers/{code}/pictures.pdf")
    text = PdfReader(io.BytesIO(answer.content)).pages[0].extract_text()
    assert "Không mất tiền" in text
    assert code in text


def identity_place(lan, address):
    """Return the place of the identity paper on a procedure's checklist."""
    page = lan.get(address).content.decode()
    papers = page.split('<div class="paper">')[1:]
    return next(n for n, paper in enumerate(papers) if "Giấy tờ tùy thân" in paper)


def paper_ticks(answer):
    return re.findall(r'name="(paper\d+-given)"', answer.content.decode())


def test_on_a_laptop_the_mobile_procedures_are_offered(tmp_path, clock, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(clock.path))
    with pair(tmp_path) as both:
        page = both.lan().get("/receive").content.decode()
        offered = page.partition("làm việc nào trước?")[2]
        assert "/receive/1.000593" in offered
        assert "/receive/1.003583" in offered
        assert "/receive/1.000894" not in offered
