"""Tell by its content what a scan is, and refuse what is unsafe (kiểm tra bản quét).

JPEG, PNG and PDF are taken, by their first bytes and by being readable to the end; nothing is
believed of a name. What is taken is kept byte for byte. A PDF is not cleaned but refused where it
is active: what an officer signs for should not be changed behind their back.
"""

import io
import warnings
from dataclasses import dataclass
from enum import StrEnum

from PIL import Image
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, IndirectObject, NameObject

from veban.core.dossiers.paper_refusals import (
    PaperActive,
    PaperLocked,
    PaperTooLarge,
    PaperTooLong,
    PaperTorn,
    PaperTypeUnknown,
    PictureTooLarge,
)

LARGEST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
"""A sheet of A4 at 600 dots an inch has 35 million."""
MOST_PAGES = 100
_HALF_SIDE = (1240, 1754)
"""A JPEG is checked at half its size: all of it is read, a quarter of the memory taken."""
_ACTIVE_KEYS = frozenset(
    {"/JS", "/JavaScript", "/AA", "/XFA", "/EmbeddedFiles", "/EF", "/RichMediaContent"}
)
_ACTIVE_ACTIONS = frozenset(
    {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition"}
)
_DAMAGE = (PyPdfError, OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError)
"""What pypdf lets through of a file that is not whole."""


class PaperKind(StrEnum):
    """What a scan is; the value is its media type."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    PDF = "application/pdf"

    @property
    def suffix(self) -> str:
        """Return the ending of a file's name."""
        return {self.JPEG: "jpg", self.PNG: "png", self.PDF: "pdf"}[self]


_BEGINNINGS = {
    b"\xff\xd8\xff": PaperKind.JPEG,
    b"\x89PNG\r\n\x1a\n": PaperKind.PNG,
    b"%PDF-": PaperKind.PDF,
}


@dataclass(frozen=True, slots=True)
class CheckedPaper:
    """A scan that may be kept: what it is and how many pages it has."""

    kind: PaperKind
    pages: int


def kind_of(content: bytes) -> PaperKind | None:
    """Return what the first bytes say; None for everything that is not taken."""
    return next((kind for mark, kind in _BEGINNINGS.items() if content.startswith(mark)), None)


def check_paper(content: bytes) -> CheckedPaper:
    """Return what a scan is.

    Args:
        content: All of it.

    Raises:
        PaperTooLarge, PaperTypeUnknown, PaperTorn, PictureTooLarge: it is not taken.
        PaperLocked, PaperTooLong, PaperActive: it is a PDF that is not taken.
    """
    if len(content) > LARGEST_BYTES:
        raise PaperTooLarge(most_mb=LARGEST_BYTES // 1024 // 1024)
    kind = kind_of(content)
    if kind is None:
        raise PaperTypeUnknown()
    if kind is PaperKind.PDF:
        return CheckedPaper(kind, _check_pdf(content))
    _check_picture(content, kind)
    return CheckedPaper(kind, 1)


def _check_picture(content: bytes, kind: PaperKind) -> None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=[kind.name]) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise PictureTooLarge(most_mp=MOST_PIXELS // 1_000_000)
                picture.draft(None, _HALF_SIDE)
                picture.load()
    except Image.DecompressionBombError as problem:
        raise PictureTooLarge(most_mp=MOST_PIXELS // 1_000_000) from problem
    except (OSError, ValueError, SyntaxError) as problem:
        raise PaperTorn() from problem


def _check_pdf(content: bytes) -> int:
    if b"%%EOF" not in content[-2048:]:
        raise PaperTorn()
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            raise PaperLocked()
        pages = len(reader.pages)
        if pages > MOST_PAGES:
            raise PaperTooLong(most_pages=MOST_PAGES)
        if any(_is_active(found) for found in _objects(reader)):
            raise PaperActive()
    except _DAMAGE as problem:
        raise PaperTorn() from problem
    if not pages:
        raise PaperTorn()
    return pages


def _objects(reader: PdfReader) -> list[object]:
    """Return every object of the file, reached from its pages or not."""
    numbers = {number for table in reader.xref.values() for number in table if number}
    numbers |= set(reader.xref_objStm)
    found: list[object] = [reader.trailer]
    for number in sorted(numbers):
        generation = next((g for g, table in reader.xref.items() if number in table), 0)
        found.append(reader.get_object(IndirectObject(number, generation, reader)))
    return found


def _is_active(value: object) -> bool:
    """Tell whether an object, or one inside it, does something by itself.

    Names are looked at wherever they stand: an action may name its kind in an object of its own.
    """
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, DictionaryObject):
            if not _ACTIVE_KEYS.isdisjoint(one):
                return True
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
        elif isinstance(one, NameObject) and one in _ACTIVE_ACTIONS:
            return True
    return False
