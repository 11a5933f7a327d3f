"""What came too late (việc đến muộn): both sides on one page, and a leader decides."""

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from veban.actions.dossiers.decide_late import LateDecision, decide_late
from veban.core.catalogue import EVENTS
from veban.core.dossiers.late import LateUnknown
from veban.core.dossiers.messages import MessageSent
from veban.core.dossiers.moves import MOVES
from veban.core.dossiers.repeat_late import move_of
from veban.core.journal.history import placed
from veban.core.people.looks import LookAt
from veban.core.people.roles import Role
from veban.core.shared.refused import Refused
from veban.edges.rulebook.layered import LayeredRules
from veban.store.queries.late import Late, list_late
from veban.store.queries.people import officer_names
from veban.web.access import officer_required
from veban.web.counter.looking import note_look
from veban.web.counter.procedure_names import procedure_name
from veban.web.counter.telling import Told, tell
from veban.web.entrance.sign_in import GET_OR_POST
from veban.web.refusal_pages import sentence_of, sentence_of_code, status_of
from veban.web.serving import Node, node_of
from veban.web.visitor import Visitor


@dataclass(frozen=True, slots=True)
class LateItem:
    """Something that waits, as the page tells it.

    Args:
        subject: Its hash, which names it.
        code: The dossier's code.
        name: Whose dossier it is.
        procedure: Name of the procedure.
        told: What was done, by whom, when.
        why: Why it did not count, in words.
        since: What the accepted history says, the latest first; empty in a list.
        repeatable: Whether it can be taken over.
    """

    subject: str
    code: str
    name: str | None
    procedure: str
    told: Told
    why: Any
    since: list[Told]
    repeatable: bool


@officer_required(Role.MANAGER)
@require_safe
def list_late_items(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """List what waits for a leader."""
    node = node_of(request)
    waiting = list_late(node.alias, visitor.scope)
    names = officer_names(
        node.alias, visitor.scope, {who for late in waiting for who in _who(late)}
    )
    rules = node.law.for_unit(visitor.officer.unit)
    items = [_item(rules, visitor, late, names) for late in waiting]
    note_look(node, visitor, LookAt.LIST, "late", len(items))
    return render(request, "laptops/late.html", {"items": items, "menu": "road"})


@officer_required(Role.MANAGER)
@require_http_methods(GET_OR_POST)
def decide_late_item(request: HttpRequest, visitor: Visitor, subject: str) -> HttpResponse:
    """Show both sides of one, and take the decision."""
    node = node_of(request)
    found = {late.entry.hash: late for late in list_late(node.alias, visitor.scope)}
    if subject not in found:
        raise LateUnknown()
    problem, status = "", 200
    if request.method == "POST":
        given = request.POST
        decision = LateDecision(
            given.get("key", ""),
            subject,
            visitor.code,
            given.get("decision") == "take",
            given.get("reason", "").strip(),
        )
        try:
            decide_late(node.world, decision)
            return HttpResponseRedirect("/late")
        except Refused as refusal:
            problem, status = sentence_of(refusal), status_of(refusal)
    note_look(node, visitor, LookAt.DOSSIER, found[subject].dossier.stream)
    context = {
        "item": _whole_item(node, visitor, found[subject]),
        "problem": problem,
        "reason": request.POST.get("reason", ""),
        "key": request.POST.get("key") or secrets.token_hex(16),
        "menu": "road",
    }
    return render(request, "laptops/late_item.html", context, status=status)


def _whole_item(node: Node, visitor: Visitor, late: Late) -> LateItem:
    """Return one with the other side, that is its dossier's accepted history."""
    history, persons = node.world.journal.history(late.dossier.stream), visitor.scope.persons
    actors = {step.header.actor for step in history} | _who(late)
    names = officer_names(node.alias, visitor.scope, actors)
    rules = node.law.for_unit(visitor.officer.unit)
    return replace(_item(rules, visitor, late, names), since=tell(history, names, persons))


def _item(rules: LayeredRules, visitor: Visitor, late: Late, names: Mapping[str, str]) -> LateItem:
    row, event = late.dossier, EVENTS.read(late.entry)
    return LateItem(
        subject=late.entry.hash,
        code=row.code,
        name=row.full_name,
        procedure=procedure_name(rules, row.procedure),
        told=_told(late, names, visitor.scope.persons),
        why=late.refused and sentence_of_code(late.refused, {}),
        since=[],
        repeatable=isinstance(event, MessageSent) or move_of(event) is not None,
    )


def _who(late: Late) -> set[str]:
    """Return the codes of the officers who are named with something that waits."""
    return {late.entry.header.actor, *([late.message.officer] if late.message else [])}


def _told(late: Late, names: Mapping[str, str], persons: bool) -> Told:
    if (message := late.message) is not None:
        who = names.get(message.officer, message.officer)
        lines = tuple(_said(EVENTS.read(late.entry))) if persons else ()
        return Told(_(MOVES[message.move].title), message.at, None, who, lines)
    (told,) = tell([placed(late.entry, EVENTS.read(late.entry))], names, persons)
    return told


def _said(event: object) -> Iterator[str]:
    """Yield the words that came with a message: to whom, why, what else."""
    person = event.person if isinstance(event, MessageSent) else None
    for value in person.details.values() if person else ():
        if isinstance(value, str) and value:
            yield value
