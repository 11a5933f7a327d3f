"""The doors of exchange (cửa trao đổi): greeting, resumable uploads (tus 1.0), downloads.

Whoever calls is a node: it signs each request. A greeting is signed and sealed itself, and
joining is proved with the token. No address holds anything about a person.
"""

import base64
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import wraps
from io import SEEK_END
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from veban.actions.exchange.desk import (
    Asked,
    ExchangeDesk,
    begin_upload,
    check_asked,
    go_on_uploading,
)
from veban.actions.exchange.down import excerpt_part
from veban.actions.exchange.greet import answer_greeting
from veban.actions.exchange.make_bundle import make_bundle
from veban.actions.exchange.neighbours import find_answer
from veban.actions.exchange.offer import find_offered
from veban.actions.nodes.join import answer_join
from veban.actions.ports_exchange import Upload
from veban.core.nodes.rows import NodeRow
from veban.edges.folder.disk import disk_faults_refused
from veban.exchange.asking import AT, NODE, SIGNATURE
from veban.exchange.bundle import READ_BYTES
from veban.exchange.excerpt import Mark
from veban.exchange.part import split_part
from veban.exchange.refusals import FileUnknown
from veban.web.doors.tus import read_number, read_piece, speaks_tus
from veban.web.serving import node_of

NODES = "nodes"
"""The access rule of these doors: a node that joined, by its signature."""

_RANGE = re.compile(r"bytes=(\d+)-")
SEALED = "application/vnd.veban.sealed"


def desk_of(request: HttpRequest) -> ExchangeDesk:
    """Return the desk of the node that this process serves."""
    return node_of(request).exchange


def open_to_nodes(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let the view check by itself who calls."""
    view.access = NODES  # type: ignore[attr-defined]
    return csrf_exempt(view)


def node_required(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let in a node that signed its request; the view gets it after the desk."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        desk = desk_of(request)
        asked = Asked(
            node=request.headers.get(NODE, ""),
            at=request.headers.get(AT, ""),
            signature=request.headers.get(SIGNATURE, ""),
            method=request.method or "",
            path=request.path,
            body=request.body if request.method in ("POST", "PATCH") else b"",
        )
        return view(request, desk, check_asked(desk.x, asked), *args, **kwargs)

    return open_to_nodes(guarded)


@open_to_nodes
@require_POST
def join(request: HttpRequest) -> HttpResponse:
    """Let an invited laptop in."""
    desk = desk_of(request)
    answer = answer_join(desk.x.world, desk.invitations, request.body, desk.invites)
    return _bytes(answer, "application/json")


@open_to_nodes
@require_POST
def greeting(request: HttpRequest) -> HttpResponse:
    """Answer a greeting."""
    return _bytes(answer_greeting(desk_of(request).x, request.body))


@open_to_nodes
@speaks_tus
@node_required
@require_POST
def uploads(request: HttpRequest, desk: ExchangeDesk, peer: NodeRow) -> HttpResponse:
    """Begin an upload, with its first piece, or say how far an earlier one has come.

    These are tus's *creation* and *creation-with-upload*: a small part is one request.
    """
    piece = read_piece(request) if request.body else b""
    upload = begin_upload(desk, peer.node, _digest(request), read_number(request, "Upload-Length"))
    if upload.offset == upload.length:
        # All of it was here, and the program ended before it was taken.
        upload, _ = go_on_uploading(desk, upload, upload.offset, b"")
    elif piece and not upload.offset:
        upload, _ = go_on_uploading(desk, upload, 0, piece)
    response = _tus(HttpResponse(status=201), upload)
    response.headers["Location"] = f"{request.path}/{upload.digest}"
    return response


@open_to_nodes
@speaks_tus
@node_required
@require_http_methods(["HEAD", "PATCH"])
def upload(request: HttpRequest, desk: ExchangeDesk, peer: NodeRow, digest: str) -> HttpResponse:
    """Say how far an upload has come, or take its next piece (tus core)."""
    found = desk.uploads.find(peer.node, digest)
    if found is None:
        raise FileUnknown(name="upload")
    if request.method == "HEAD":
        response = _tus(HttpResponse(), found)
        response.headers["Cache-Control"] = "no-store"
        return response
    offset, piece = read_number(request, "Upload-Offset"), read_piece(request)
    stored, _ = go_on_uploading(desk, found, offset, piece)
    return _tus(HttpResponse(status=204), stored)


@node_required
@require_safe
def excerpt(
    request: HttpRequest, desk: ExchangeDesk, peer: NodeRow, count: int, digest: str
) -> HttpResponse:
    """Give the part of the excerpt behind a mark; 204 where there is no more."""
    found = excerpt_part(desk.x, peer, Mark(count, digest))
    return _ranged(request, found.path.read_bytes()) if found else HttpResponse(status=204)


@node_required
@require_safe
def file(request: HttpRequest, desk: ExchangeDesk, peer: NodeRow, name: str) -> HttpResponse:
    """Give the sealed part of a file that was offered."""
    return _ranged(request, find_offered(desk.x, peer.node, name).read_bytes())


@node_required
@require_safe
def bundle(request: HttpRequest, desk: ExchangeDesk, peer: NodeRow, node: str) -> HttpResponse:
    """Give a bundle for another laptop, which the caller carries there unread.

    A laptop makes none: it gives what it carries for the caller itself.
    """
    if desk.carrying is not None:
        kept = find_answer(desk.carrying, peer.node).open("rb")
        headers = {"Content-Type": SEALED, "Content-Encoding": "identity"}
        return FileResponse(kept, headers=headers)  # type: ignore[return-value]
    serving: Any = node_of(request)
    made = _kept(serving.folder, make_bundle(desk.x, node))
    headers = {"Content-Encoding": "identity", "Content-Length": str(made.seek(0, SEEK_END))}
    return StreamingHttpResponse(  # type: ignore[return-value]
        _pieces(made), content_type=SEALED, headers=headers
    )


def _digest(request: HttpRequest) -> str:
    """Read the part's SHA-256 from ``Upload-Metadata: digest <base64>``."""
    for pair in request.headers.get("Upload-Metadata", "").split(","):
        key, _, value = pair.strip().partition(" ")
        if key == "digest":
            try:
                return base64.b64decode(value, validate=True).decode("ascii")
            except ValueError as problem:
                raise FileUnknown(name="upload") from problem
    raise FileUnknown(name="upload")


def _tus(response: HttpResponse, upload: Upload) -> HttpResponse:
    response.headers["Upload-Offset"] = str(upload.offset)
    response.headers["Upload-Length"] = str(upload.length)
    return response


def _ranged(request: HttpRequest, part: bytes) -> HttpResponse:
    """Answer from where the caller stands: ``Range: bytes=N-``.

    With ``If-Range`` only where it is still the same part: one that was sealed again has other
    bytes under the same name.
    """
    tag = f'"{split_part(part)[0].digest}"'
    asked = _RANGE.fullmatch(request.headers.get("Range", ""))
    start = int(asked[1]) if asked and request.headers.get("If-Range", tag) == tag else 0
    if 0 < start < len(part):
        response = _bytes(part[start:], status=206)
        response.headers["Content-Range"] = f"bytes {start}-{len(part) - 1}/{len(part)}"
    else:
        response = _bytes(part)
    response.headers["ETag"] = tag
    return response


def _kept(folder: Path, parts: Iterator[bytes]) -> IO[bytes]:
    """Return a bundle as a file without a name, which goes with the answer.

    It may hold the scans of a whole unit; and half an answer must not look like one.
    """
    with ExitStack() as unless_made, disk_faults_refused():
        file = unless_made.enter_context(TemporaryFile(dir=folder))
        file.writelines(parts)
        unless_made.pop_all()
    return file


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        file.seek(0)
        yield from iter(lambda: file.read(READ_BYTES), b"")


def _bytes(content: bytes, kind: str = SEALED, status: int = 200) -> HttpResponse:
    response = HttpResponse(content, content_type=kind, status=status)
    response.headers["Accept-Ranges"] = "bytes"
    # What is sealed cannot be packed any more.
    response.headers["Content-Encoding"] = "identity"
    return response
