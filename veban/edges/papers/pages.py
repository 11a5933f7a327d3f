"""Several pages into one PDF (ghép nhiều trang thành một tệp): turned, in order, some left out.

A photograph becomes a page of A4 at most 300 dots an inch; its place and camera are not taken
along. Pages of a PDF are taken over as they are.
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass

from PIL import Image, ImageOps
from pypdf import PdfReader, PdfWriter

from veban.core.dossiers.paper_refusals import NoPageLeft
from veban.edges.papers.checking import PaperKind, kind_of

LONGEST_SIDE = 3508
"""Pixels: the long side of A4 at 300 dots an inch."""
LONG_SIDE_INCHES = 11.69
QUALITY = 82
SMALL_SIDE = 320


@dataclass(frozen=True, slots=True)
class Piece:
    """One scan of those that become a file.

    Args:
        content: A JPEG, PNG or PDF that was checked.
        turn: Degrees clockwise: 0, 90, 180 or 270.
        without: Numbers of pages that are left out, from 1.
    """

    content: bytes
    turn: int = 0
    without: frozenset[int] = frozenset()


def join_pages(pieces: Iterable[Piece]) -> bytes:
    """Return one PDF of all pieces, in the order given.

    Raises:
        NoPageLeft: no page is left.
    """
    writer = PdfWriter()
    for piece in pieces:
        is_pdf = kind_of(piece.content) is PaperKind.PDF
        made = piece.content if is_pdf else _page_of(piece.content)
        for number, page in enumerate(PdfReader(io.BytesIO(made)).pages, 1):
            if number not in piece.without:
                writer.add_page(page).rotate(piece.turn)
    if not len(writer.pages):
        raise NoPageLeft()
    writer.metadata = None
    joined = io.BytesIO()
    writer.write(joined)
    return joined.getvalue()


def small_picture(content: bytes) -> bytes:
    """Return a picture small enough for a list, as JPEG."""
    picture = _upright(content, SMALL_SIDE)
    made = io.BytesIO()
    picture.save(made, "JPEG", quality=70)
    return made.getvalue()


def _page_of(content: bytes) -> bytes:
    picture = _upright(content, LONGEST_SIDE)
    made = io.BytesIO()
    dots = max(picture.size) / LONG_SIDE_INCHES
    picture.save(made, "PDF", resolution=dots, quality=QUALITY)
    return made.getvalue()


def _upright(content: bytes, longest: int) -> Image.Image:
    kind = kind_of(content)
    with Image.open(io.BytesIO(content), formats=[kind.name if kind else "JPEG"]) as opened:
        opened.draft(None, (longest, longest))
        upright = ImageOps.exif_transpose(opened)
        if "A" in upright.getbands() or "transparency" in upright.info:
            under = Image.new("RGB", upright.size, "white")
            seen = upright.convert("RGBA")
            under.paste(seen, mask=seen.getchannel("A"))
            upright = under
    picture = upright if upright.mode in ("RGB", "L") else upright.convert("RGB")
    picture.thumbnail((longest, longest))
    return picture
