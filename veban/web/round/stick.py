"""The exchange by stick (trao đổi bằng USB): make a sealed file, take one, carry one for others."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST, require_safe

from veban.actions.exchange.carry import receive_file
from veban.actions.exchange.make_bundle import make_bundle
from veban.actions.ports_exchange import CarriedFile
from veban.core.nodes.events import NodeKind
from veban.core.people.roles import Role
from veban.core.shared.local_time import LOCAL
from veban.core.shared.refused import Refused
from veban.edges.folder.whole_files import write_parts
from veban.exchange.bundle import MAX_UPLOAD_BYTES
from veban.exchange.refusals import FileUnknown
from veban.store.queries.nodes import list_nodes
from veban.web.access import officer_required
from veban.web.counter.dossier import OFFICE_ROLES
from veban.web.refusal_pages import sentence_of, status_of
from veban.web.round.stick_uploads import sealed_file, sealed_uploads
from veban.web.serving import node_of
from veban.web.visitor import Visitor

PAGE = "/road/stick"
CARRIERS = (*OFFICE_ROLES, Role.ADMIN)
"""Who makes and takes sealed files: nothing in them is shown on the page."""

SEALED = "application/vnd.veban.sealed"


@dataclass(frozen=True, slots=True)
class Carried:
    """A file that is carried for others, with names that people know."""

    file: CarriedFile
    sender: str
    to: str

    @property
    def kilobytes(self) -> int:
        """Return the size, rounded up."""
        return -(-self.file.bytes // 1024)


@officer_required(*CARRIERS)
@require_safe
def show_stick(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Show what can be made and taken here."""
    return _page(request, visitor)


@officer_required(*CARRIERS)
@require_POST
def make_file(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Make a sealed file for the centre or for a laptop; the browser saves it."""
    node: Any = node_of(request)
    to = request.POST.get("to", "")
    if to not in {code for code, _name in receivers(node, visitor)}:
        return _page(request, visitor, mistake=_("Chọn máy nhận rồi bấm lại."), status=422)
    path = node.folder / "outbox" / f"{to}.veban"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_parts(path, make_bundle(node.exchange.x, to))
    at = node.world.clock.now().astimezone(LOCAL)
    return give_sealed(path, f"ve-ban {node.world.me.node} {to} {at:%Y%m%d-%H%M}.veban")


@officer_required(*CARRIERS)
@require_safe
def fetch_carried(request: HttpRequest, visitor: Visitor, name: str) -> HttpResponse:
    """Give a file that is carried for others, for the stick."""
    node: Any = node_of(request)
    path = node.box.find(name)
    if path is None:
        raise FileUnknown(name="carried")
    return give_sealed(path, f"ve-ban {name}")


@officer_required(*CARRIERS)
@require_POST
def drop_carried(request: HttpRequest, visitor: Visitor, name: str) -> HttpResponse:
    """Forget a file that was carried."""
    node: Any = node_of(request)
    node.box.drop(name)
    return HttpResponseRedirect(PAGE)


@officer_required(*CARRIERS)
@csrf_exempt
@require_POST
def take_file(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Take a sealed file: what is for us is read, what is for others is carried."""
    node: Any = node_of(request)
    with sealed_uploads(request, node.folder / "uploads"):
        return _take(request, visitor)


@csrf_protect
def _take(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    node: Any = node_of(request)
    try:
        with closing(sealed_file(request)) as file:
            received = receive_file(node.exchange.x, node.box, file)
    except Refused as refusal:
        return _page(request, visitor, mistake=sentence_of(refusal), status=status_of(refusal))
    if taken := received.taken:
        return HttpResponseRedirect(f"{PAGE}?entries={taken.entries}&files={taken.files}")
    return HttpResponseRedirect(f"{PAGE}?kept=1")


def receivers(node: Any, visitor: Visitor) -> list[tuple[str, str]]:
    """Return whom a file can be made for here: (node, name)."""
    me = node.world.me
    found = [(me.centre, _("Trung tâm"))] if me.centre else []
    if me.kind is not NodeKind.FIELD:
        found += [
            (row.node, row.name or row.node)
            for row in list_nodes(node.alias, visitor.scope)
            if row.state == "joined" and row.node != me.speaks_as and row.recipient
        ]
    return found


def _page(
    request: HttpRequest, visitor: Visitor, mistake: str = "", status: int = 200
) -> HttpResponse:
    node: Any = node_of(request)
    context = {
        "menu": "road",
        "receivers": receivers(node, visitor),
        "carried": list(_carried(node, visitor)),
        "mistake": mistake,
        "took": told_taken(request.GET),
        "kept": "kept" in request.GET,
        "largest": MAX_UPLOAD_BYTES // (1024 * 1024),
    }
    return render(request, "round/stick.html", context, status=status)


def told_taken(asked: Any) -> dict[str, int] | None:
    """Read from the address how much was new, after a file was taken."""
    entries, files = asked.get("entries", ""), asked.get("files", "")
    if not (entries.isdecimal() and files.isdecimal()):
        return None
    return {"entries": int(entries), "files": int(files)}


def _carried(node: Any, visitor: Visitor) -> Iterator[Carried]:
    me = node.world.me
    names = {row.node: row.name or row.node for row in list_nodes(node.alias, visitor.scope)}
    names[me.centre or me.speaks_as] = _("Trung tâm")
    for file in node.box.list():
        sender, to = names.get(file.sender, file.sender), names.get(file.to, file.to)
        yield Carried(file, sender, to)


def give_sealed(path: Path, name: str) -> HttpResponse:
    """Return a sealed file that the browser saves under a name."""
    response = FileResponse(path.open("rb"), as_attachment=True, filename=name)
    response.headers["Content-Type"] = SEALED
    response.headers["Content-Encoding"] = "identity"
    return response  # type: ignore[return-value]
