"""Public tracking (tra cứu hồ sơ): a code alone shows unit, state and date, and no person.

The receipt's eight characters show the procedure and the next step too. An unknown code gets
the same page after the same work, so that nobody learns which codes exist by asking.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from veban.core.dossiers.codes import CLOSED, DossierState
from veban.core.dossiers.rows import DossierRow
from veban.core.numbers.dossier_code import DossierCode
from veban.core.numbers.judge_receipt import Verdict, judge_receipt
from veban.core.numbers.receipt_seal import ReceiptUnreadable, parse_receipt
from veban.core.numbers.tracking import read_tracking
from veban.core.people.scope import Scope
from veban.store.queries.dossiers import track
from veban.store.queries.nodes import revoked_keys
from veban.web import words
from veban.web.access import public
from veban.web.citizen.throttle import ask
from veban.web.counter.dossier import is_late
from veban.web.counter.procedure_names import procedure_name
from veban.web.serving import Node, node_of
from veban.web.visitor import find_visitor


@dataclass(frozen=True, slots=True)
class TrackPage:
    """What the public is told of a code; all None where nothing is known."""

    code: str
    found: bool
    unit: str | None = None
    state: int | None = None
    due_at: datetime | None = None
    back_on: Any = None
    returned_at: datetime | None = None
    procedure: str | None = None
    next_step: Any = None
    late: bool = False
    verdict: str | None = None
    doubled: bool = False


@public
@require_safe
def show_tracking(request: HttpRequest, tracking: str | None = None) -> HttpResponse:
    """Show the form, or what is known of the code asked for."""
    code = request.GET.get("c", request.GET.get("code", "")).strip()
    if not code:
        return render(request, "citizen/track.html", {"page": None, "tracking": tracking})
    page = find_tracked(request, code, tracking or request.GET.get("t"))
    return render(request, "citizen/track.html", {"page": page, "tracking": tracking})


def find_tracked(request: HttpRequest, typed: str, tracking: str | None) -> TrackPage:
    """Return what may be told of a code.

    Raises:
        TrackingBusy: asked too often; officers who are signed in are not counted.
    """
    if find_visitor(request) is None:
        ask(request.META.get("REMOTE_ADDR", ""))
    node = node_of(request)
    rules = node.rules
    scope = Scope(frozenset(unit.code for unit in rules.units()), frozenset())
    code = plain_code(typed)
    found = track(node.alias, scope, code, read_tracking(tracking or ""))
    verdict = _verdict(request, node, scope, known=found is not None)
    if found is None:
        return TrackPage(code, found=False, verdict=verdict)
    if found.doubled:
        return TrackPage(code, found=True, verdict=verdict, doubled=True)
    row = found.row
    state = DossierState(row.state)
    return TrackPage(
        code=code,
        found=True,
        unit=rules.unit(row.unit).full_name,
        state=row.state,
        due_at=None if state in CLOSED else row.due_at,
        back_on=None if state in CLOSED else row.back_on,
        returned_at=row.returned_at,
        procedure=procedure_name(rules, row.procedure) if found.proven else None,
        next_step=_next_step(row) if found.proven else None,
        late=is_late(row, node.world.clock.now()),
        verdict=verdict,
    )


def _next_step(row: DossierRow) -> Any:
    state = DossierState(row.state)
    way = words.way_of(row.place_kind, row.return_how)
    return words.NEXT_BY_WAY.get((state, way), words.NEXT_STEPS[state])


def plain_code(typed: str) -> str:
    """Return a code as it is stored, where it is one of ours; others stay as typed.

    Example:
        >>> plain_code(" h18.03.172-261123-1 ")
        'h18.03.172-261123-1'
        >>> plain_code("h18.03.172-261123-0001")
        'H18.03.172-261123-0001'
    """
    try:
        return str(DossierCode.from_text(typed.strip().upper()))
    except ValueError:
        return typed.strip()


def _verdict(request: HttpRequest, node: Node, scope: Scope, known: bool) -> str | None:
    """Judge the receipt in the address, where there is one."""
    if "s" not in request.GET:
        return None
    try:
        receipt = parse_receipt(request.get_full_path())
    except ReceiptUnreadable:
        return Verdict.FALSE.value
    leases = node.world.work.leases(receipt.claim.code.agency)
    revoked = revoked_keys(node.alias, scope)
    here = known if node.world.me.centre is None else None
    return judge_receipt(receipt, leases, revoked, node.verify, here).value
