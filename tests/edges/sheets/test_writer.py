"""What is written as a sheet is read again as it was, and runs nothing."""

import csv
import io
import zipfile

from veban.edges.sheets.writer import write_csv, write_xlsx

HEAD = ["Mã hồ sơ", "Người nộp"]
ROWS = [["H18.03.172-261123-0001", "Vàng Thị Dua"], ["0012", "=HYPERLINK(1)"]]


def test_csv_is_read_again_and_holds_no_formula():
    made = write_csv(HEAD, ROWS)
    assert made.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(io.StringIO(made.decode("utf-8-sig"))))
    assert read == [HEAD, ROWS[0], ["0012", "'=HYPERLINK(1)"]]


def test_xlsx_keeps_letters_and_zeros_as_text():
    made = zipfile.ZipFile(io.BytesIO(write_xlsx("Hồ sơ", HEAD, ROWS)))
    strings = made.read("xl/sharedStrings.xml").decode()
    assert "Vàng Thị Dua" in strings
    assert ">0012<" in strings
    assert "<f>" not in made.read("xl/worksheets/sheet1.xml").decode()
