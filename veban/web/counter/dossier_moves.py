"""What can be done with a dossier on its page (thao tác trên trang hồ sơ), and printed."""

from collections.abc import Sequence

from django.http import HttpRequest

from veban.core.declarations.kept import read_kept
from veban.core.dossiers.codes import DossierState
from veban.core.dossiers.events import DossierEnded, DossierReappointed, SupplementRequested
from veban.core.dossiers.move import Move
from veban.core.dossiers.offer import moves_offered
from veban.core.dossiers.received import DossierPerson
from veban.core.dossiers.rows import DossierRow
from veban.core.dossiers.state import fold
from veban.core.journal.history import Placed
from veban.core.people.roles import Role
from veban.core.people.unit_settings import Mode
from veban.web.serving import node_of, serving_of
from veban.web.visitor import Visitor

FIELD_MOVES = frozenset(
    {
        "hand_back",
        "find_fault",
        "not_handed_back",
        "take_supplement",
        "withdraw",
        "hand_over",
        "give_opinion",
        "collect_fee",
    }
)
"""What a laptop offers beside reception: whatever else is decided at the centre."""
FIRST = frozenset(
    {
        "sign",
        "draft",
        "sign_draft",
        "issue",
        "result_here",
        "hand_back",
        "transfer",
        "take_supplement",
        "confirm_payment",
        "accept",
        "give_opinion",
    }
)
"""Moves that usually come next; their buttons are full."""


def offered_moves(
    request: HttpRequest,
    visitor: Visitor,
    row: DossierRow,
    history: Sequence[Placed],
    mode: Mode,
) -> list[Move]:
    """Return the moves that the page offers this officer on this machine."""
    dossier, node = fold(history), node_of(request)
    if dossier is None:
        return []
    held, is_field = row.holder == node.world.me.node, serving_of(request).is_field
    here = {"keep": is_field and held and not row.kept, "let_go": is_field and held and row.kept}
    here["reclaim"] = not is_field and not held
    # Its place is the page of the papers, where one sees which paper.
    here["attach_scan"] = False
    if row.received_by == visitor.code and not visitor.has(Role.MANAGER):
        here |= dict.fromkeys(("sign", "sign_draft", "correct"), False)
    return [
        move
        for move in moves_offered(dossier, visitor.scope.roles, mode)
        if here.get(move.name, not is_field or move.name in FIELD_MOVES)
    ]


def printable_slips(history: Sequence[Placed], person: DossierPerson | None) -> list[str]:
    """Return the kinds of slips for which something happened, in order; none after erasure."""
    if person is None:
        return []
    found = ["receipt"]
    if read_kept(person.declaration):
        found.append("declaration")
    for step in history:
        match step.event:
            case SupplementRequested():
                found.append("supplement")
            case DossierReappointed():
                found.append("apology")
            case DossierEnded(state=state):
                found.append("refusal" if state is DossierState.NOT_ACCEPTED else "stop")
    return [*dict.fromkeys(found), "control"]
