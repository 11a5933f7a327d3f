"""The pack of a round (gói của đợt): made at the centre, opened on the laptop."""

from contextlib import closing
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST, require_safe

from veban.core.numbers.blanks import MOST, USUAL
from veban.core.people.roles import Role
from veban.core.people.scope import Scope
from veban.core.rounds.round import RoundRow, RoundUnknown
from veban.core.shared.local_time import LOCAL, local_day
from veban.core.shared.refused import Refused
from veban.edges.rulebook.shipped import law_digest
from veban.exchange.bundle import MAX_UPLOAD_BYTES
from veban.exchange.pack import PackIncomplete
from veban.exchange.refusals import FileUnknown
from veban.store.queries.nodes import list_nodes
from veban.store.queries.rounds import find_round, list_rounds_from
from veban.web.access import officer_required
from veban.web.counter.find_procedure import query
from veban.web.refusal_pages import PageUnknown, sentence_of, status_of
from veban.web.round.blanks import WHO
from veban.web.round.pack_words import lacking
from veban.web.round.stick import CARRIERS, give_sealed, told_taken
from veban.web.round.stick_uploads import sealed_file, sealed_uploads
from veban.web.serving import node_of, serving_of
from veban.web.visitor import Visitor
from veban.wiring.packs import (
    KeptPack,
    blanks_of_pack,
    keep_pack,
    kept_pack,
    last_pack,
    read_pack,
)

PAGE = "/road/pack"
KILOBYTE = 1024


@dataclass(frozen=True, slots=True)
class RoundSeen:
    """A round as the page shows it, with its laptop and the pack that lies ready."""

    row: RoundRow
    laptop: str
    pack: KeptPack | None

    @property
    def villages(self) -> str:
        """Return the villages, as one reads them out."""
        return self.row.villages.replace("\n", ", ")

    @property
    def kilobytes(self) -> int:
        """Return the size of the pack, rounded up."""
        return -(-self.pack.bytes // KILOBYTE) if self.pack else 0


@officer_required(*CARRIERS)
@require_safe
def show_pack(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Show what can be made here, or what was opened here."""
    if serving_of(request).is_field:
        return _opened_page(request, visitor)
    return _made_page(request, visitor)


@officer_required(*CARRIERS)
@require_POST
def make_pack_of_round(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Make a round's pack; the browser waits until its state is proved and the file is there."""
    node = _centre(request)
    row = find_round(node.alias, visitor.scope, request.POST.get("round", ""))
    wrong: dict[str, Any] = {"round": row}
    try:
        if row is None:
            raise RoundUnknown(round="")
        keep_pack(node, row.round)
    except PackIncomplete as refusal:
        what: Any = refusal.details["what"]
        wrong["lacking"] = lacking(what)
        return _made_page(request, visitor, wrong, status_of(refusal))
    except Refused as refusal:
        wrong["sentence"] = sentence_of(refusal)
        return _made_page(request, visitor, wrong, status_of(refusal))
    return HttpResponseRedirect(f"{PAGE}{query(made=row.round)}#{row.round}")


@officer_required(*CARRIERS)
@require_safe
def fetch_pack(request: HttpRequest, visitor: Visitor, round_id: str) -> HttpResponse:
    """Give the pack that lies ready, for the stick."""
    node = _centre(request)
    row = find_round(node.alias, visitor.scope, round_id)
    pack = kept_pack(node, row.round) if row else None
    if row is None or pack is None:
        raise FileUnknown(name="pack")
    at = pack.head.made_at.astimezone(LOCAL)
    return give_sealed(pack.path, f"ve-ban goi {row.node} {at:%Y%m%d-%H%M}.veban")


@officer_required(*CARRIERS)
@csrf_exempt
@require_POST
def open_pack_here(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Open the pack that was uploaded at its laptop."""
    node = _laptop(request)
    with sealed_uploads(request, node.folder / "uploads"):
        return _open(request, visitor)


@csrf_protect
def _open(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    try:
        with closing(sealed_file(request)) as file:
            taken = read_pack(_laptop(request), file).taken
    except Refused as refusal:
        return _opened_page(request, visitor, sentence_of(refusal), status_of(refusal))
    return HttpResponseRedirect(f"{PAGE}?entries={taken.entries}&files={taken.files}")


@officer_required(*WHO)
@require_POST
def print_pack_blanks(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Set numbers of the laptop's own lane aside for the round's blank slips, and print them."""
    node = _laptop(request)
    head, wanted = last_pack(node), request.POST.get("count", "")
    if head is None:
        raise PageUnknown()
    if not (wanted.isdecimal() and len(wanted) <= len(str(MOST)) and 1 <= int(wanted) <= MOST):
        mistake = _("Ghi số phiếu từ 1 đến %(most)s.") % {"most": MOST}
        return _opened_page(request, visitor, mistake, 422)
    try:
        made = blanks_of_pack(node, head, int(wanted), visitor.code)
    except Refused as refusal:
        return _opened_page(request, visitor, sentence_of(refusal), status_of(refusal))
    first, last = made["serials"][0], made["serials"][-1]
    asked = query(lane=made["node"], first=str(first), last=str(last))
    return HttpResponseRedirect(f"/road/blanks/print.pdf{asked}")


def _made_page(
    request: HttpRequest, visitor: Visitor, wrong: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    node = _centre(request)
    today = local_day(node.world.clock.now())
    names = {row.node: row.name or row.node for row in list_nodes(node.alias, visitor.scope)}
    rounds = [
        RoundSeen(row, names.get(row.node, row.node), kept_pack(node, row.round))
        for row in list_rounds_from(node.alias, visitor.scope, today)
    ]
    context = {
        "rounds": rounds,
        "wrong": wrong,
        "made": next((one for one in rounds if one.row.round == request.GET.get("made")), None),
        "may_print": visitor.has(*WHO),
        "menu": "road",
    }
    return render(request, "round/pack_make.html", context, status=status)


def _opened_page(
    request: HttpRequest, visitor: Visitor, mistake: str = "", status: int = 200
) -> HttpResponse:
    node = _laptop(request)
    head = last_pack(node)
    # The round is the laptop's own, whoever looks.
    scope = Scope(frozenset({node.world.me.unit}), frozenset())
    context = {
        "head": head,
        "round": find_round(node.alias, scope, head.round) if head else None,
        "same_law": head is not None and head.law == law_digest(),
        "took": told_taken(request.GET),
        "mistake": mistake,
        "largest": MAX_UPLOAD_BYTES // KILOBYTE**2,
        "may_print": visitor.has(*WHO),
        "may_return": visitor.has(Role.RECEIVER),
        "usual": USUAL,
        "menu": "road",
    }
    return render(request, "round/pack_open.html", context, status=status)


def _centre(request: HttpRequest) -> Any:
    if serving_of(request).is_field:
        raise PageUnknown()
    return node_of(request)


def _laptop(request: HttpRequest) -> Any:
    if not serving_of(request).is_field:
        raise PageUnknown()
    return node_of(request)
