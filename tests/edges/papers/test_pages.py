"""Several scans become one PDF: in order, turned, some pages left out."""

import io

import pytest
from PIL import Image
from pypdf import PdfReader

from tests.worlds import scans
from veban.core.dossiers.paper_refusals import NoPageLeft
from veban.edges.papers.checking import check_paper
from veban.edges.papers.pages import Piece, join_pages, small_picture


def pages_of(content):
    return PdfReader(io.BytesIO(content)).pages


def is_wide(page):
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    return (width > height) != (page.rotation % 180 == 90)


def test_pictures_and_pages_stand_in_the_order_given():
    wide, high = scans.picture(size=(400, 200)), scans.picture("PNG", (200, 400))
    made = join_pages([Piece(wide), Piece(scans.pdf(2)), Piece(high)])
    assert check_paper(made).pages == 4
    assert [is_wide(page) for page in pages_of(made)] == [True, False, False, False]


def test_a_page_is_turned_and_another_left_out():
    made = join_pages([Piece(scans.picture(), 90), Piece(scans.pdf(3), 0, frozenset({2, 3}))])
    assert [(is_wide(page), page.rotation) for page in pages_of(made)] == [(True, 90), (False, 0)]


def test_a_photograph_fits_on_a4_and_loses_its_place_and_camera():
    exif = Image.Exif()
    exif[0x010F] = "Máy ảnh thử"
    taken = io.BytesIO()
    Image.new("RGB", (4000, 3000)).save(taken, "JPEG", exif=exif)
    assert b"Exif" in taken.getvalue()
    made = join_pages([Piece(taken.getvalue())])
    assert b"Exif" not in made
    assert max(map(float, pages_of(made)[0].mediabox[2:])) == pytest.approx(842, abs=1)


def test_nothing_left_is_refused():
    for pieces in ([], [Piece(scans.pdf(1), 0, frozenset({1}))]):
        with pytest.raises(NoPageLeft):
            join_pages(pieces)


def test_a_list_shows_a_small_picture():
    made = small_picture(scans.picture("PNG", (3000, 2000)))
    with Image.open(io.BytesIO(made)) as opened:
        assert (opened.format, max(opened.size)) == ("JPEG", 320)
