"""A dossier's papers and their scans (giấy tờ của hồ sơ): look at them, put one more to a paper.

Whoever may open the dossier may look; every page and every scan that is opened is a look that is
recorded. A scan that this machine cannot read is said to be sealed, gone or not here yet.
"""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from veban.actions.dossiers.do import do_move
from veban.core.dossiers.commands import DoMove
from veban.core.dossiers.events import SupplementTaken
from veban.core.dossiers.moves import MOVES
from veban.core.dossiers.paper_refusals import NoPageLeft, PaperNotThere, PaperTooLarge
from veban.core.dossiers.paper_scans import PaperScanned
from veban.core.dossiers.received import DossierReceived
from veban.core.dossiers.rows import DossierRow
from veban.core.journal.history import Placed
from veban.core.people.looks import LookAt
from veban.core.shared.local_time import LOCAL
from veban.core.shared.refused import Refused
from veban.core.shared.shape import read_shape
from veban.edges.papers.checking import LARGEST_BYTES, PaperKind, check_paper, kind_of
from veban.edges.papers.pages import small_picture
from veban.web.access import officer_required
from veban.web.counter.dossier import OFFICE_ROLES, ONLY, get_row, shares_code
from veban.web.counter.looking import note_look
from veban.web.counter.scan_choice import choices_of
from veban.web.counter.scanned import SCANNERS, get_scan, waiting_for
from veban.web.counter.scans import tell_scans
from veban.web.paper_answers import paper_answer
from veban.web.refusal_pages import sentence_of, status_of
from veban.web.serving import Node, node_of
from veban.web.visitor import Visitor

PICTURES = (PaperKind.JPEG, PaperKind.PNG)


@dataclass(slots=True)
class SeenPaper:
    """A paper and the hashes of its scans, in the order in which they came."""

    name: str
    form: str
    count: int
    files: list[str]
    scans: Sequence["SeenScan"] = ()


@dataclass(frozen=True, slots=True)
class SeenScan:
    """A scan on the page: where it is opened, or why it is not."""

    address: str
    is_picture: bool
    told: Any = ""


@officer_required(*OFFICE_ROLES)
@require_safe
def show_papers(request: HttpRequest, visitor: Visitor, code: str) -> HttpResponse:
    """Show the papers of a dossier with their scans."""
    return _page(request, visitor, _row(request, visitor, code))


@officer_required(*OFFICE_ROLES)
@require_safe
def show_paper(
    request: HttpRequest, visitor: Visitor, code: str, paper: int, scan: int
) -> HttpResponse:
    """Return one scan of one paper."""
    node, row = node_of(request), _row(request, visitor, code)
    content = _content(node, visitor, row, paper, scan)
    note_look(node, visitor, LookAt.PAPER, row.stream)
    return paper_answer(content, f"{row.code}-{paper + 1}-{scan + 1}")


@officer_required(*OFFICE_ROLES)
@require_safe
def show_small_paper(
    request: HttpRequest, visitor: Visitor, code: str, paper: int, scan: int
) -> HttpResponse:
    """Return a small picture of a scan for the page, which is a recorded look already."""
    node, row = node_of(request), _row(request, visitor, code)
    content = _content(node, visitor, row, paper, scan)
    if kind_of(content) not in PICTURES:
        raise PaperNotThere(paper=paper + 1)
    return paper_answer(small_picture(content), "small")


@officer_required(*SCANNERS)
@require_POST
def attach(request: HttpRequest, visitor: Visitor, code: str, paper: int) -> HttpResponse:
    """Put a waiting scan, or a file, to a paper; one that is there already stays once."""
    node, row = node_of(request), _row(request, visitor, code)
    papers = seen_papers(node.world.journal.history(row.stream))
    there = papers[paper].files if paper < len(papers) else []
    try:
        digest = _sent(request, node, visitor, there)
        if digest in there:
            return HttpResponseRedirect(f"/dossiers/{row.code}/papers")
        line = {
            "key": request.POST.get("key", ""),
            "code": row.code,
            "move": "attach_scan",
            "officer": visitor.code,
            "at": node.world.clock.now().astimezone(LOCAL).replace(microsecond=0).isoformat(),
            "with": {"paper": paper, "file": digest},
        }
        do_move(node.world, read_shape(DoMove, line))
    except Refused as refusal:
        return _page(request, visitor, row, [sentence_of(refusal)], status_of(refusal))
    return HttpResponseRedirect(f"/dossiers/{row.code}/papers")


def _sent(request: HttpRequest, node: Node, visitor: Visitor, there: Sequence[str]) -> str:
    file = request.FILES.get("file")
    if file is None:
        if not (digest := request.POST.get("scan", "")):
            raise NoPageLeft()
        return digest if digest in there else get_scan(node, visitor, digest).digest
    if (file.size or 0) > LARGEST_BYTES:
        raise PaperTooLarge(most_mb=LARGEST_BYTES // 1024 // 1024)
    content = file.read()
    check_paper(content)
    return node.world.blobs.put(content)


def _row(request: HttpRequest, visitor: Visitor, code: str) -> DossierRow:
    return get_row(node_of(request), visitor, code, request.GET.get(ONLY, ""))


def _content(node: Node, visitor: Visitor, row: DossierRow, paper: int, scan: int) -> bytes:
    """Return a scan; of somebody who sees no persons, or erased, there is none."""
    history = node.world.journal.history(row.stream) if visitor.scope.persons else ()
    try:
        return node.world.blobs.get(seen_papers(history)[paper].files[scan])
    except (IndexError, KeyError) as problem:
        raise PaperNotThere(paper=paper + 1) from problem


def seen_papers(history: Iterable[Placed]) -> list[SeenPaper]:
    """Return a dossier's papers as its history makes them, with every scan."""
    found: list[SeenPaper] = []
    for step in history:
        match step.event:
            case (
                DossierReceived(papers=facts, person=person)
                | SupplementTaken(papers=facts, person=person)
            ):
                kept = person.papers if person else (None,) * len(facts)
                for fact, one in zip(facts, kept, strict=True):
                    files = [one.file] if one and one.file else []
                    name = one.name if one else str(_("Đã xóa dữ liệu cá nhân"))
                    found.append(SeenPaper(name, fact.form.value, fact.count, files))
            case PaperScanned(paper=paper, person=person) if person and paper < len(found):
                found[paper].files.append(person.file)
    return found


def _seen(node: Node, row: DossierRow, papers: list[SeenPaper], told: Any) -> None:
    """Say of every scan where it is opened, or why it is not."""
    blobs = node.world.blobs
    for number, paper in enumerate(papers):
        paper.scans = [
            SeenScan(
                f"/dossiers/{row.code}/papers/{number}/{n}",
                kind_of(blobs.get(file)) in PICTURES,
            )
            if blobs.is_readable(file)
            else SeenScan("", False, told or _("Bản quét chưa có ở máy này, hoặc đã xóa."))
            for n, file in enumerate(paper.files)
        ]


def _page(
    request: HttpRequest,
    visitor: Visitor,
    row: DossierRow,
    mistakes: list[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    node = node_of(request)
    note_look(node, visitor, LookAt.PAPER, row.stream)
    history = node.world.journal.history(row.stream)
    received = next((s.event for s in history if isinstance(s.event, DossierReceived)), None)
    told = tell_scans(node, row, received.person if received else None)
    papers = seen_papers(history) if visitor.scope.persons else []
    only = f"?{request.GET.urlencode()}" if ONLY in request.GET else ""
    _seen(node, row, papers, told)
    attaches = (
        bool(visitor.scope.roles & set(SCANNERS))
        and row.state in {int(state) for state in MOVES["attach_scan"].sources}
        and not shares_code(node, visitor, row)
        and not row.erased
    )
    waiting = waiting_for(request, node, visitor) if attaches else None
    context = {
        "menu": "dossiers",
        "row": row,
        "papers": papers,
        "told": told,
        "only": only,
        "attaches": attaches,
        "waiting": waiting.scans if waiting else (),
        "left": waiting.left if waiting else (),
        "choices": choices_of(waiting.scans) if waiting else (),
        "key": secrets.token_hex(16),
        "mistakes": mistakes or [],
    }
    return render(request, "counter/dossier_papers.html", context, status=status)
