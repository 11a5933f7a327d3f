"""Read the QR codes of a photograph (đọc mã QR từ ảnh); the picture is not kept."""

import io

import zxingcpp
from PIL import Image, ImageOps, UnidentifiedImageError

LONGEST_SIDE = 2400
"""Pixels: what a phone takes is larger than a QR needs, and slow to search."""
Image.MAX_IMAGE_PIXELS = 80_000_000


class NoPicture(ValueError):
    """The bytes are no picture that can be read."""


def read_codes(picture: bytes) -> list[str]:
    """Return the texts of all codes in a photograph.

    Raises:
        NoPicture: it is no picture, or one of absurd size.
    """
    try:
        with Image.open(io.BytesIO(picture)) as opened:
            upright = ImageOps.exif_transpose(opened).convert("L")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as problem:
        raise NoPicture(str(problem)) from problem
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return [found.text for found in zxingcpp.read_barcodes(upright) if found.text]
