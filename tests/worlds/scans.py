"""Scans for tests: pictures and PDFs made on the spot, whole and broken, harmless and not."""

import io
import random

from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject


def picture(kind="JPEG", size=(300, 420), shade=90):
    """Return a picture of one colour; another shade is another file."""
    made = io.BytesIO()
    Image.new("RGB", size, (shade, 120, 160)).save(made, kind)
    return made.getvalue()


def noise(seed, size=(240, 240)):
    """Return a picture whose every piece is its own."""
    made = io.BytesIO()
    dots = random.Random(seed).randbytes(size[0] * size[1])
    Image.frombytes("L", size, dots).save(made, "JPEG", quality=95)
    return made.getvalue()


def pdf(pages=1, width=200):
    """Return a PDF of empty pages."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width, 300)
    return written(writer)


def pdf_with_script(indirect=False):
    """Return a PDF that runs a script when it is opened."""
    writer = PdfWriter()
    writer.add_blank_page(200, 300)
    kind = NameObject("/JavaScript")
    action = DictionaryObject({NameObject("/S"): writer._add_object(kind) if indirect else kind})
    if not indirect:
        action[NameObject("/JS")] = TextStringObject("app.alert(1)")
    writer.root_object[NameObject("/OpenAction")] = action
    return written(writer)


def pdf_with_file():
    """Return a PDF that carries another file."""
    writer = PdfWriter()
    writer.add_blank_page(200, 300)
    writer.add_attachment("macro.docm", b"anything")
    return written(writer)


def pdf_with_password():
    """Return a PDF that asks for a password."""
    writer = PdfWriter()
    writer.add_blank_page(200, 300)
    writer.encrypt("mật khẩu")
    return written(writer)


def bomb():
    """Return a small PNG of 400 million pixels."""
    made = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(made, "PNG")
    return made.getvalue()


def written(writer):
    """Return a PDF as bytes."""
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()
