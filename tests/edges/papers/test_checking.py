"""What is taken as a scan: by its content, whole, and harmless."""

import pytest

from tests.worlds import scans
from veban.core.dossiers.paper_refusals import (
    PaperActive,
    PaperLocked,
    PaperTooLarge,
    PaperTooLong,
    PaperTorn,
    PaperTypeUnknown,
    PictureTooLarge,
)
from veban.edges.papers.checking import LARGEST_BYTES, PaperKind, check_paper

WHOLE = [scans.picture("JPEG", (900, 1200)), scans.picture("PNG"), scans.pdf(3)]


def test_jpeg_png_and_pdf_are_told_by_their_content():
    found = [check_paper(content) for content in WHOLE]
    assert [(one.kind, one.pages) for one in found] == [
        (PaperKind.JPEG, 1),
        (PaperKind.PNG, 1),
        (PaperKind.PDF, 3),
    ]


@pytest.mark.parametrize("content", WHOLE)
@pytest.mark.parametrize("kept", [0.3, 0.6, 0.9])
def test_a_file_that_breaks_off_is_torn(content, kept):
    with pytest.raises(PaperTorn):
        check_paper(content[: int(len(content) * kept)])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<!doctype html><script>alert(1)</script>",
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        b"PK\x03\x04 an office document",
        b"\xd0\xcf\x11\xe0 an older one",
        b"GIF89a a moving picture",
        b"MZ a program",
        b" " + WHOLE[2],
    ],
)
def test_whatever_else_it_is_it_is_refused(content):
    with pytest.raises(PaperTypeUnknown):
        check_paper(content)


def test_a_small_file_of_400_million_pixels_is_refused_before_it_is_opened():
    content = scans.bomb()
    assert len(content) < 100_000
    with pytest.raises(PictureTooLarge):
        check_paper(content)


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (scans.pdf_with_script(), PaperActive),
        (scans.pdf_with_script(indirect=True), PaperActive),
        (scans.pdf_with_file(), PaperActive),
        (scans.pdf_with_password(), PaperLocked),
        (scans.pdf(101), PaperTooLong),
        (scans.pdf(0), PaperTorn),
        (scans.picture() + bytes(LARGEST_BYTES), PaperTooLarge),
    ],
)
def test_what_acts_by_itself_cannot_be_read_or_is_too_much_is_refused(content, refusal):
    with pytest.raises(refusal):
        check_paper(content)
