"""The upload protocol tus 1.0 at the doors (tải lên nối tiếp): core, creation, checksum."""

import base64
import hashlib
import hmac
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from veban.core.shared.refused import Refused
from veban.core.shared.shape import InputWrong
from veban.exchange.bundle import MAX_UPLOAD_BYTES
from veban.exchange.refusals import (
    ChecksumUnknown,
    PieceDamaged,
    PieceKindWrong,
    TusVersionUnknown,
    UploadTooLarge,
)
from veban.web.refusal_pages import refusal_response

VERSION = "1.0.0"
EXTENSIONS = "creation,creation-with-upload,checksum"
ALGORITHMS = {"sha256": hashlib.sha256, "sha1": hashlib.sha1}
"""Ours is SHA-256; tus demands that a server with checksums also takes SHA-1."""

MAX_SIZE = MAX_UPLOAD_BYTES
PIECE_KIND = "application/offset+octet-stream"
PIECE_BYTES = 64 * 1024
"""No request brings more; our own client sends at most 32 KB, less on a bad line."""

View = Callable[..., HttpResponse]


def speaks_tus(view: View) -> View:
    """Announce what is spoken on OPTIONS, ask for the version, and say it on every answer."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "OPTIONS":
            return _announce()
        try:
            if request.headers.get("Tus-Resumable") != VERSION:
                raise TusVersionUnknown()
            response = view(request, *args, **kwargs)
        except Refused as refusal:
            response = refusal_response(request, refusal)
            if isinstance(refusal, TusVersionUnknown):
                response.headers["Tus-Version"] = VERSION
        response.headers["Tus-Resumable"] = VERSION
        return response

    return guarded


def read_piece(request: HttpRequest) -> bytes:
    """Return the piece that a request brings.

    Raises:
        PieceKindWrong: its content type is another one.
        UploadTooLarge: it is larger than a piece may be.
        ChecksumUnknown: its checksum cannot be read.
        PieceDamaged: it has another checksum.
    """
    if request.content_type != PIECE_KIND:
        raise PieceKindWrong(kind=request.content_type)
    piece = request.body
    if len(piece) > PIECE_BYTES:
        raise UploadTooLarge(length=len(piece))
    if given := request.headers.get("Upload-Checksum"):
        _check(piece, given)
    return piece


def read_number(request: HttpRequest, header: str) -> int:
    """Return the whole number in a header.

    Raises:
        InputWrong: there is none.
    """
    text = request.headers.get(header, "")
    if not (text.isascii() and text.isdecimal()) or len(text) > 12:
        raise InputWrong("number", header)
    return int(text)


def _check(piece: bytes, given: str) -> None:
    name, _, packed = given.partition(" ")
    try:
        wanted = base64.b64decode(packed, validate=True)
        found = ALGORITHMS[name](piece).digest()
    except (ValueError, KeyError) as problem:
        raise ChecksumUnknown(kind=name) from problem
    if not hmac.compare_digest(found, wanted):
        raise PieceDamaged()


def _announce() -> HttpResponse:
    response = HttpResponse(status=204)
    response.headers["Tus-Resumable"] = VERSION
    response.headers["Tus-Version"] = VERSION
    response.headers["Tus-Extension"] = EXTENSIONS
    response.headers["Tus-Checksum-Algorithm"] = ",".join(ALGORITHMS)
    response.headers["Tus-Max-Size"] = str(MAX_SIZE)
    return response
