"""The pages of what was just scanned (trang giấy vừa quét): look, turn, order, join, drop."""

from collections.abc import Iterator
from functools import partial

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from veban.core.dossiers.paper_refusals import NoPageLeft, PaperNotThere, PaperTooLarge
from veban.core.dossiers.waiting_scan import WaitingScan
from veban.core.shared.refused import Refused
from veban.edges.papers.checking import LARGEST_BYTES, PaperKind, kind_of
from veban.edges.papers.pages import Piece, join_pages, small_picture
from veban.store.scans.scans import drop_scans, replace_scans
from veban.web.access import officer_required
from veban.web.counter.scanned import (
    SCANNERS,
    add_file,
    get_scan,
    make_scan,
    read_scan,
    waiting_for,
)
from veban.web.paper_answers import paper_answer
from veban.web.refusal_pages import sentence_of, status_of
from veban.web.serving import node_of
from veban.web.visitor import Visitor, is_here

PAGE = "/scans"
TURNS = (0, 90, 180, 270)
MOST_JOINED = 40


@officer_required(*SCANNERS)
@require_safe
def show_scans(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Show what waits for a paper, and the folder's files that are not taken."""
    return _page(request, visitor)


@officer_required(*SCANNERS, touches=False)
@require_safe
def poll_scans(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Return the list alone, or that it is as it was."""
    waiting = waiting_for(request, node_of(request), visitor)
    if request.headers.get("If-None-Match") == waiting.mark:
        return HttpResponseNotModified()
    context = {"waiting": waiting.scans, "left": waiting.left}
    response = render(request, "counter/waiting.html", context)
    response.headers["ETag"] = waiting.mark
    return response


@officer_required(*SCANNERS)
@require_safe
def show_scan(request: HttpRequest, visitor: Visitor, digest: str) -> HttpResponse:
    """Return one of the officer's own scans."""
    return paper_answer(read_scan(node_of(request), visitor, digest), "scan")


@officer_required(*SCANNERS)
@require_safe
def show_small(request: HttpRequest, visitor: Visitor, digest: str) -> HttpResponse:
    """Return a small picture of one of the officer's own scans; a PDF has none."""
    content = read_scan(node_of(request), visitor, digest)
    if kind_of(content) is PaperKind.PDF:
        raise PaperNotThere()
    return paper_answer(small_picture(content), "scan")


@officer_required(*SCANNERS)
@require_POST
def add_scans(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Keep photographs and files that the page sent; of several, those that can be kept."""
    node, refused = node_of(request), []
    for file in request.FILES.getlist("files"):
        try:
            if (file.size or 0) > LARGEST_BYTES:
                raise PaperTooLarge(most_mb=LARGEST_BYTES // 1024 // 1024)
            add_file(node, visitor, file.read())
        except Refused as refusal:
            refused.append((file.name or "", refusal))
    if refused:
        told = [f"{name}: {sentence_of(refusal)}" for name, refusal in refused]
        return _page(request, visitor, told, status_of(refused[0][1]))
    return HttpResponseRedirect(PAGE)


@officer_required(*SCANNERS)
@require_POST
def join_scans(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Make one PDF of the scans that were ticked, turned and in order; it takes their place."""
    node = node_of(request)
    try:
        chosen = list(_chosen(request, visitor))
        if not chosen:
            raise NoPageLeft()
        read = [read_scan(node, visitor, scan.digest) for scan in chosen]
        made = join_pages(map(partial(_piece, request), chosen, read))
        new = make_scan(node, visitor, made)
    except Refused as refusal:
        return _page(request, visitor, [sentence_of(refusal)], status_of(refusal))
    replace_scans(node.alias, (scan.digest for scan in chosen), new)
    return HttpResponseRedirect(PAGE)


@officer_required(*SCANNERS)
@require_POST
def drop_scan(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Take a scan out of the list, or a file that is not taken out of the folder."""
    node = node_of(request)
    if left := request.POST.get("left"):
        if node.scanner is not None and is_here(request):
            node.scanner.remove(left)
    else:
        drop_scans(node.alias, visitor.code, [request.POST.get("scan", "")])
    return HttpResponseRedirect(PAGE)


def _chosen(request: HttpRequest, visitor: Visitor) -> Iterator[WaitingScan]:
    """Yield the scans that were ticked by the numbers beside them, then as they were scanned."""
    node = node_of(request)
    ticked = request.POST.getlist("take")[:MOST_JOINED]
    scans = sorted((get_scan(node, visitor, digest) for digest in ticked), key=lambda s: s.at)
    yield from sorted(scans, key=lambda s: _number(request.POST.get(f"order-{s.digest}")))


def _piece(request: HttpRequest, scan: WaitingScan, content: bytes) -> Piece:
    turn = _number(request.POST.get(f"turn-{scan.digest}"))
    without = request.POST.get(f"without-{scan.digest}", "").replace(",", " ").split()
    left_out = frozenset(int(word) for word in without if word.isdecimal())
    return Piece(content, turn if turn in TURNS else 0, left_out)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0


def _page(
    request: HttpRequest, visitor: Visitor, mistakes: list[str] | None = None, status: int = 200
) -> HttpResponse:
    waiting = waiting_for(request, node_of(request), visitor)
    context = {
        "menu": "receive",
        "waiting": waiting.scans,
        "oldest_first": list(reversed(waiting.scans)),
        "left": waiting.left,
        "watched": waiting.watched,
        "mistakes": mistakes or [],
        "turns": [(0, _("Để nguyên")), (90, "90° ↻"), (180, "180°"), (270, "90° ↺")],
    }
    return render(request, "counter/scans.html", context, status=status)
