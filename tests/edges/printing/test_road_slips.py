"""What travels with papers, read back from the PDF: labels without a person, lists to sign."""

import io
from dataclasses import replace

import zxingcpp
from PIL import Image
from pypdf import PdfReader

from tests.core.slips.cast import CONTROL, PRACTICE
from veban.core.slips.carriage import CarriageContent, CarriageRow, carriage_data
from veban.core.slips.envelope import EnvelopeLabel, envelope_data
from veban.edges.printing.printer import TypstPrinter

PRINTER = TypstPrinter()
LABELS = [
    EnvelopeLabel(
        f"H18.03.172-261123-{n:04}",
        "Đăng ký khai sinh",
        "xã Na Sang",
        (("original", 2),),
        "tại bản",
    )
    for n in range(1, 10)
]
LIST = CarriageContent(
    CONTROL.heading,
    CONTROL.marks,
    "261127-3FA1",
    "Điểm tiếp nhận Mường Pồn",
    "Quàng Thị Lan",
    "Trung tâm Phục vụ hành chính công",
    None,
    CONTROL.due_at,
    None,
    tuple(CarriageRow(label.code, label.procedure, 2) for label in LABELS),
)


def pages(kind, data):
    reader = PdfReader(io.BytesIO(PRINTER.render(kind, data)))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def test_eight_labels_fill_a_sheet_and_say_how_many_papers_lie_inside():
    first, second = pages("envelope", envelope_data(LABELS, practice=False))
    assert (first.count("2 giấy tờ trong bì"), second.count("2 giấy tờ trong bì")) == (8, 1)
    assert "BẢN THỬ" not in first
    assert pages("envelope", envelope_data(LABELS[:1], practice=True))[0].count("BẢN THỬ") == 1


def test_each_label_has_its_own_qr_that_reads_back_as_the_code():
    [page] = PRINTER.picture("envelope", envelope_data(LABELS[:3], practice=False), ppi=200)
    found = zxingcpp.read_barcodes(Image.open(io.BytesIO(page)).convert("L"))
    assert sorted(code.text for code in found) == [label.code for label in LABELS[:3]]


def test_the_list_comes_in_two_copies_with_places_for_both_signatures():
    copies = pages("carriage", carriage_data(LIST))
    assert len(copies) == 2
    for text in copies:
        assert all(label.code in text for label in LABELS)
        assert "BÊN GIAO" in text
        assert "BÊN NHẬN" in text
        assert "Quàng Thị Lan" in text
    assert "BẢN THỬ" in pages("carriage", carriage_data(replace(LIST, marks=PRACTICE)))[0]


def test_after_arrival_the_list_says_what_is_missing():
    rows = (replace(LIST.rows[0], arrived=True), replace(LIST.rows[1], arrived=False))
    text = pages("carriage", carriage_data(replace(LIST, rows=rows, extra=("X-1",))))[0]
    assert text.count("THIẾU") == 1
    assert "không có trong danh sách: X-1" in text
