"""The printed slips, read back from the PDF."""

import io
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from tests.codebase.source import ROOT
from tests.core.slips.cast import (
    APOLOGY,
    CODE,
    CONTROL,
    FAMILY,
    LOGBOOK,
    LOST,
    NEWS_SHEET,
    PICTURES,
    PRACTICE,
    QR_TEXT,
    RECEIPT,
    REFUSAL,
    STOP,
    SUNG,
    SUPPLEMENT,
    TWELVE_PAPERS,
    UNKNOWN_RECEIPT,
)
from veban.core.numbers.gaps import Gap, GapWhy
from veban.core.slips.apology import apology_data
from veban.core.slips.blank import BlankBatch, blank_data
from veban.core.slips.control import control_data
from veban.core.slips.logbook import logbook_data
from veban.core.slips.lost_report import Exposed, lost_data
from veban.core.slips.news_sheet import news_sheet_data
from veban.core.slips.pictures import pictures_data
from veban.core.slips.print_check import PrintCheck, print_check_data
from veban.core.slips.receipt import UNKNOWN_DUE, receipt_data
from veban.core.slips.refusal import refusal_data
from veban.core.slips.return_list import (
    DayNumbers,
    Heap,
    ReturnLine,
    ReturnList,
    return_list_data,
)
from veban.core.slips.sitting import sitting_data
from veban.core.slips.stop import stop_data
from veban.core.slips.supplement import supplement_data
from veban.edges.printing.printer import KINDS, TEMPLATES, TypstPrinter

SLIPS = {
    "receipt": (receipt_data, RECEIPT),
    "supplement": (supplement_data, SUPPLEMENT),
    "refusal": (refusal_data, REFUSAL),
    "apology": (apology_data, APOLOGY),
    "stop": (stop_data, STOP),
    "control": (control_data, CONTROL),
    "pictures": (pictures_data, PICTURES),
    "sitting": (sitting_data, FAMILY),
    "news_sheet": (news_sheet_data, NEWS_SHEET),
    "logbook": (logbook_data, LOGBOOK),
    "lost": (lost_data, LOST),
    "blank": (
        blank_data,
        BlankBatch(
            RECEIPT.heading,
            RECEIPT.marks,
            "H18.03.172",
            "may-3f",
            (401, 402, 403),
            date(2026, 11, 16),
            date(2027, 1, 22),
            official=False,
            ask="Lò Văn Mẫu, 0900 000 100",
        ),
    ),
    "return_list": (
        return_list_data,
        ReturnList(
            RECEIPT.heading,
            RECEIPT.marks,
            "may-3f",
            RECEIPT.term.received_at,
            (
                ReturnLine(Heap.PAPERS, CODE, "Sùng Thị Thử Nghiệm", "cán bộ giữ"),
                ReturnLine(Heap.HANDED_BACK, CODE, "Giàng A Ví Dụ", "chờ xác nhận"),
            ),
            (
                DayNumbers(
                    date(2026, 11, 23),
                    3,
                    (
                        Gap(
                            "H18",
                            1,
                            500,
                            "may-3f",
                            date(2026, 11, 23),
                            401,
                            404,
                            GapWhy.BLANK_UNUSED,
                        ),
                    ),
                ),
            ),
            unsent_entries=4,
            unsent_files=1,
        ),
    ),
    "print_check": (
        print_check_data,
        PrintCheck(RECEIPT.heading, RECEIPT.marks, "may-3f", RECEIPT.term.received_at),
    ),
}
OWN = {"print_check", "blank", "return_list", "lost", "pictures", "sitting", "news_sheet"}
OFFICIAL = [kind for kind in SLIPS if kind not in OWN]
"""The forms of the circular; the others are our own, a blank slip is form 01 by hand."""
ON_THE_ROAD = {"envelope", "carriage"}
"""Our own too; they are tested in ``test_road_slips``, the declaration in ``test_declarations``."""
PRINTER = TypstPrinter()
CODE_SHAPE = re.compile(r"H\d{2}(?:\.\d{1,3}){0,3}-\d{6}-\d{4,8}")
A5, A4, A4_ACROSS = (148, 210), (210, 297), (297, 210)
PAPERS = {"logbook": A4_ACROSS, "lost": A4, "return_list": A4}
LETTERS = (
    "aàáảãạ ăằắẳẵặ âầấẩẫậ bcdđ eèéẻẽẹ êềếểễệ ghiìíỉĩị klmn oòóỏõọ ôồốổỗộ "
    "ơờớởỡợ pqrst uùúủũụ ưừứửữự vx yỳýỷỹỵ"
)
LONG_NAMES = (
    "Sùng Thị Dợ Pàng Chùa Sếnh Nhìa Pó Mào Giống Xìa Tủa Lềnh Phử",
    "Pờ Lò Hừ Xừ Khoàng Gừ Chừ Mé Sừng Phừ Chừ Giò Xạ Ló Ky Ừ Dền",
    "N" * 60,
)


def pages(kind, content):
    data, _ = SLIPS[kind]
    reader = PdfReader(io.BytesIO(PRINTER.render(kind, data(content))))
    return [page.extract_text() for page in reader.pages]


def words(kind, content):
    return " ".join(" ".join(pages(kind, content)).split())


def test_every_kind_has_its_template_and_is_tested():
    assert (
        {path.stem for path in TEMPLATES.glob("*.typ")} - {"frame"}
        == set(KINDS)
        == set(SLIPS) | ON_THE_ROAD | {"declaration"}
    )


@pytest.mark.parametrize("kind", SLIPS)
def test_a_slip_stands_on_the_official_paper_under_the_national_heading(kind):
    data, content = SLIPS[kind]
    reader = PdfReader(io.BytesIO(PRINTER.render(kind, data(content))))
    box = reader.pages[0].mediabox
    size = tuple(round(float(side) / 72 * 25.4) for side in (box.width, box.height))
    assert size == PAPERS.get(kind, A5)
    text = " ".join(reader.pages[0].extract_text().split())
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    assert "Độc lập - Tự do - Hạnh phúc" in text
    assert "Bản in hỗ trợ" in text


@pytest.mark.parametrize("kind", OFFICIAL)
def test_a_slip_has_the_number_and_name_of_its_form_in_the_rules(kind):
    line = next(
        line
        for line in (ROOT / "rules/slips.yaml").read_text(encoding="utf-8").splitlines()
        if line.startswith(f"{kind}:")
    )
    number, name = re.search(r'number: "(\d+)", name: "?([^"]*?)"?, paper', line).groups()
    text = words(kind, SLIPS[kind][1])
    assert f"Mẫu {number}, Thông tư 03/2025/TT-VPCP" in text
    assert name.upper() in text


@pytest.mark.parametrize("kind", SLIPS)
def test_every_page_of_a_practice_node_says_so(kind):
    _, content = SLIPS[kind]
    for text in pages(kind, replace(content, marks=PRACTICE)):
        assert text.count("BẢN THỬ") == 2
    assert "BẢN THỬ" not in words(kind, content)


@pytest.mark.parametrize("kind", SLIPS)
def test_a_slip_is_tagged_for_screen_readers(kind):
    data, content = SLIPS[kind]
    for marks in (content.marks, PRACTICE):
        pdf = PRINTER.render(kind, data(replace(content, marks=marks)))
        root = PdfReader(io.BytesIO(pdf)).trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"]
        assert root["/Lang"] == "vi"
        assert b"pdfuaid" in root["/Metadata"].get_object().get_data()


@pytest.mark.parametrize("papers", [13, 15, 18, 40])
def test_a_list_over_several_pages_stays_tagged_on_practice_too(papers):
    content = replace(RECEIPT, marks=PRACTICE, papers=(TWELVE_PAPERS * 4)[:papers])
    root = PdfReader(io.BytesIO(PRINTER.render("receipt", receipt_data(content)))).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]


@pytest.mark.parametrize("kind", SLIPS)
def test_a_repeat_prints_the_same_bytes(kind):
    data, content = SLIPS[kind]
    again = TypstPrinter()
    again.render(kind, data(replace(content, marks=PRACTICE)))
    assert again.render(kind, data(content)) == PRINTER.render(kind, data(content))


def test_a_receipt_holds_one_code_and_it_can_be_searched():
    assert CODE_SHAPE.findall(words("receipt", RECEIPT)) == [CODE]


def test_an_ordinary_receipt_takes_one_page_and_twelve_papers_take_two():
    assert len(pages("receipt", RECEIPT)) == 1
    assert len(pages("receipt", replace(UNKNOWN_RECEIPT, marks=PRACTICE))) == 1
    twelve = pages("receipt", replace(RECEIPT, papers=TWELVE_PAPERS))
    assert len(twelve) == 2
    assert [f"Giấy tờ thứ {i} " in twelve[0] for i in range(1, 13)] == [True] * 12
    assert set(CODE_SHAPE.findall(twelve[1])) == {CODE}


def test_the_qr_on_the_printed_page_reads_back():
    [page] = PRINTER.picture("receipt", receipt_data(replace(RECEIPT, marks=PRACTICE)), ppi=200)
    [found] = zxingcpp.read_barcodes(Image.open(io.BytesIO(page)).convert("L"))
    assert found.text == QR_TEXT


def test_a_receipt_without_qr_prints_none():
    plain = replace(RECEIPT, number=replace(RECEIPT.number, qr=None))
    [page] = PRINTER.picture("receipt", receipt_data(plain), ppi=200)
    assert zxingcpp.read_barcodes(Image.open(io.BytesIO(page)).convert("L")) == []
    assert CODE_SHAPE.findall(words("receipt", plain)) == [CODE]


def test_the_receipt_names_people_papers_dates_and_the_day_of_return():
    text = words("receipt", RECEIPT)
    for said in (
        "Sùng Thị Thử Nghiệm",
        "011000000001",
        "Đăng ký khai sinh lưu động (mã thủ tục 1.003583)",
        "Giấy chứng sinh",
        "05 ngày làm việc",
        "09:30 ngày 23/11/2026, tại bản Na Pheo",
        "17:00 ngày 30/11/2026",
        "Không thu phí, lệ phí (đăng ký khai sinh đúng hạn được miễn lệ phí)",
        "thứ Ba, 01/12/2026",
        "Lò Văn Mẫu: 0900 000 100",
        "Giàng A Ví Dụ (cháu), điện thoại 0900 000 002",
        "Vàng A Giả Sử (tiếng Mông)",
        "Điểm chỉ",
        "8F3K2M9Q",
        "mã chính thức của hệ thống một cửa sẽ được thông báo sau",
    ):
        assert said in text


def test_what_is_not_known_leaves_lines_to_fill_in():
    text = words("receipt", UNKNOWN_RECEIPT)
    assert UNKNOWN_DUE in text
    assert re.search(r"Ngày hẹn trả kết quả: \.{4,} ?giờ ?\.{4,}, ngày ?\.{4,} ?/", text)
    assert re.search(r"Phí, lệ phí: \.{8,} ?đồng", text)
    assert re.search(r"Tổ lưu động trở lại bản.*Ngày (\. ?){5,}/", text)


@pytest.mark.parametrize("name", LONG_NAMES)
@pytest.mark.parametrize("kind", ["receipt", "supplement", "refusal", "stop"])
def test_a_long_name_is_printed_whole_inside_the_paper(kind, name):
    content = replace(SLIPS[kind][1], party=replace(SUNG, full_name=name))
    data, _ = SLIPS[kind]
    assert squeezed(name) in squeezed(words(kind, content))
    for page in PRINTER.picture(kind, data(content), ppi=72):
        assert margins_are_white(page, margin_mm=8)


@pytest.mark.parametrize("name", LONG_NAMES)
def test_a_long_name_stays_inside_its_column_of_the_book(name):
    rows = tuple(replace(row, full_name=name) for row in LOGBOOK.rows[:1])
    assert squeezed(name) in squeezed(words("logbook", replace(LOGBOOK, rows=rows)))


def test_the_book_repeats_its_head_and_holds_every_code():
    book = pages("logbook", LOGBOOK)
    assert len(book) == 2
    assert all("Thủ tục hành chính" in " ".join(page.split()) for page in book)
    assert len(set(CODE_SHAPE.findall(" ".join(book)))) == 30


def test_a_day_without_dossiers_says_so():
    assert "Không có hồ sơ tiếp nhận trong ngày" in words("logbook", replace(LOGBOOK, rows=()))


def test_the_apology_names_reason_dates_and_signer():
    text = words("apology", APOLOGY)
    for said in ("Đường vào bản bị sạt lở", "17:00 ngày 03/12/2026", "xin lỗi", "thứ Sáu"):
        assert said in text
    assert "GIÁM ĐỐC TRUNG TÂM" in text


def test_what_people_typed_is_never_read_as_markup():
    nasty = '#panic("x") $ *a* _b_ <c> @d \\ `e` [f] "'
    assert nasty in words("receipt", replace(RECEIPT, party=replace(SUNG, full_name=nasty)))


def test_threads_may_print_at_the_same_time():
    def one(i):
        number = replace(RECEIPT.number, code=f"H18.03.172-261123-{i:04d}")
        pdf = PRINTER.render("receipt", receipt_data(replace(RECEIPT, number=number)))
        return CODE_SHAPE.findall(PdfReader(io.BytesIO(pdf)).pages[0].extract_text())

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(one, range(1, 13)))
    assert found == [[f"H18.03.172-261123-{i:04d}"] for i in range(1, 13)]


def test_an_unknown_kind_of_slip_is_a_programming_error():
    with pytest.raises(ValueError, match="kind"):
        PRINTER.render("poster", receipt_data(RECEIPT))


def test_every_letter_of_vietnamese_is_in_the_font():
    party = replace(SUNG, full_name=LETTERS, address=LETTERS.upper())
    content = replace(RECEIPT, party=party)
    text = words("receipt", content)
    assert LETTERS in text
    assert LETTERS.upper() in text
    pdf = PRINTER.render("receipt", receipt_data(content))
    fonts = PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]["/Font"]
    names = {font.get_object()["/BaseFont"].split("+")[1] for font in fonts.values()}
    assert names
    assert all(name.startswith("BeVietnamPro") for name in names)


def squeezed(text):
    return "".join(text.replace("\u200b", "").split())


def margins_are_white(png, margin_mm):
    """Return whether nothing is printed within this distance of the left and right edges."""
    image = Image.open(io.BytesIO(png)).convert("L")
    strip = round(margin_mm / 25.4 * 72)
    left = image.crop((0, 0, strip, image.height))
    right = image.crop((image.width - strip, 0, image.width, image.height))
    return left.getextrema() == right.getextrema() == (255, 255)


def test_the_report_on_a_lost_laptop_names_people_kinds_and_unknown_numbers():
    text = words("lost", LOST)
    assert "Dân tộc 40 có" in text
    assert "Họ tên, ngày sinh, giới tính, số định danh 40 không" in text
    assert "ngày 23/11/2026 đến 25/11/2026: số 41 đến 500" in text
    assert "gồm 310 người, đã xóa tại Trung tâm" in text
    assert "diễn tập" in words("lost", replace(LOST, reported_at=None))


def test_the_report_on_a_lost_laptop_names_a_whole_roster_without_codes():
    roster = frozenset({"roster", "groups"})
    people = [Exposed("", f"Sùng Thử {n}", "Na Pheo", roster) for n in range(3000)]
    text = words("lost", replace(LOST, exposed=tuple(people)))
    assert "Nhóm đối tượng ghi trong danh sách nhân khẩu 3000 có" in text
    assert "Sùng Thử 0" in text and "Sùng Thử 2999" in text


def test_each_blank_slip_has_its_number_on_a_page_of_its_own_and_no_whole_code():
    leaves = pages("blank", SLIPS["blank"][1])
    assert len(leaves) == 3
    for serial, leaf in enumerate(leaves, 401):
        text = " ".join(leaf.split())
        assert f"Số phiếu 0{serial}" in text
        assert "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ" in text
        assert "16/11/2026 – 22/01/2027" in text
        assert "đọc số phiếu và ngày nhận" in text
        assert CODE_SHAPE.findall(text) == []
