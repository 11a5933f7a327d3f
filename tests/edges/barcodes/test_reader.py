"""A QR in a photograph is read, and what is no photograph is told apart."""

import io

import pytest
import segno
from PIL import Image

from veban.edges.barcodes.reader import NoPicture, read_codes

CARD = "011188990001|012345678|Lò Thị Thử|04051988|Nữ|Bản Mẫu, xã Na Sang, Điện Biên|01022022"


def photograph(text, turned=0):
    made = io.BytesIO()
    segno.make(text, error="m").save(made, kind="png", scale=6, border=6)
    picture = Image.open(made).convert("L").rotate(turned, expand=True, fillcolor=255)
    sheet = Image.new("L", (1800, 1400), 200)
    sheet.paste(picture, (400, 300))
    answer = io.BytesIO()
    sheet.save(answer, "JPEG", quality=60)
    return answer.getvalue()


@pytest.mark.parametrize("turned", [0, 7, 90, 180])
def test_a_card_is_read_however_it_lies(turned):
    assert read_codes(photograph(CARD, turned)) == [CARD]


def test_a_picture_without_a_code_says_nothing():
    blank = io.BytesIO()
    Image.new("RGB", (300, 200), "white").save(blank, "PNG")
    assert read_codes(blank.getvalue()) == []


@pytest.mark.parametrize("bytes_", [b"", b"%PDF-1.7", b"\xff\xd8\xff\xe0 torn"])
def test_what_is_no_picture_is_told_apart(bytes_):
    with pytest.raises(NoPicture):
        read_codes(bytes_)
