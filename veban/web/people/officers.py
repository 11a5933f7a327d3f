"""The officers of a unit (công chức của đơn vị): list, add, change, let go, invite anew."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from veban.actions.people.accounts import Account
from veban.actions.people.invite import forget_officer, invite_officer
from veban.actions.people.keep_officers import OfficerWanted, keep_officer, let_go_officer
from veban.core.people.officers import OfficerExists, OfficerGone, OfficerRow, OfficerUnknown
from veban.core.people.roles import Role
from veban.core.shared.refused import Refused
from veban.store.accounts.accounts import accounts_of
from veban.store.accounts.sessions import count_sessions, end_sessions_of
from veban.store.queries.people import list_officers
from veban.web.access import officer_required
from veban.web.entrance.sign_in import GET_OR_POST
from veban.web.people.officer_forms import OfficerForm
from veban.web.refusal_pages import PageUnknown, sentence_of, status_of
from veban.web.serving import Node, node_of, serving_of
from veban.web.visitor import Visitor, get_officer_row, real_now


@dataclass(frozen=True, slots=True)
class OfficerLine:
    """An officer with how they sign in here.

    Args:
        row: Who it is.
        roles: Codes of the roles.
        has_password: Whether a password was set.
        has_codes: Whether a one-time code is asked for as well.
        waits_until: Until when nothing is tried after wrong passwords; None: no wait.
        sessions: How many sessions last.
    """

    row: OfficerRow
    roles: list[str]
    has_password: bool
    has_codes: bool
    waits_until: datetime | None
    sessions: int


@officer_required(Role.ADMIN)
@require_safe
def show_officers(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """List who works in the unit, and who did."""
    node = _centre(request)
    lines = _lines(node, list_officers(node.alias, visitor.scope))
    context = {
        "lines": [line for line in lines if not line.row.is_gone],
        "gone": [line for line in lines if line.row.is_gone],
        "menu": "officers",
    }
    return render(request, "people/officers.html", context)


@officer_required(Role.ADMIN)
@require_http_methods(GET_OR_POST)
def add_one(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Add an officer, and show the invite to hand over."""
    node = _centre(request)
    form, status = OfficerForm(request.POST or None, known=False), 200
    if form.is_valid():
        code = form.cleaned_data["officer"]
        try:
            _check_free(node, code, request.POST.get("key", ""))
            _keep(request, visitor, code, form)
            return _invited(request, node, code)
        except Refused as refusal:
            form.add_error("officer", sentence_of(refusal))
            status = status_of(refusal)
    status = 422 if form.errors and status == 200 else status
    return _form(request, form, None, status)


@officer_required(Role.ADMIN)
@require_http_methods(GET_OR_POST)
def change_one(request: HttpRequest, visitor: Visitor, officer: str) -> HttpResponse:
    """Show an officer, change name and roles; who was let go comes back with a role."""
    row = _row(request, visitor, officer)
    begin = {"name": row.name, "roles": row.roles.split()}
    form, status = OfficerForm(request.POST or None, initial=begin, known=True), 200
    if form.is_valid():
        try:
            _keep(request, visitor, row.officer, form)
            return HttpResponseRedirect(f"/officers/{row.officer}?saved=1")
        except Refused as refusal:
            form.add_error("roles", sentence_of(refusal))
            status = status_of(refusal)
    status = 422 if form.errors and status == 200 else status
    return _form(request, form, _lines(_centre(request), [row])[0], status)


@officer_required(Role.ADMIN)
@require_POST
def let_one_go(request: HttpRequest, visitor: Visitor, officer: str) -> HttpResponse:
    """Let an officer go: an entry that travels, no way to sign in, no session."""
    node, row = _centre(request), _row(request, visitor, officer)
    let_go_officer(node.world, request.POST.get("key", ""), row.officer, visitor.code)
    forget_officer(node.desk, row.officer)
    end_sessions_of(node.alias, row.officer)
    return HttpResponseRedirect("/officers")


@officer_required(Role.ADMIN)
@require_POST
def invite_anew(request: HttpRequest, visitor: Visitor, officer: str) -> HttpResponse:
    """Give a new invite, shown once to be printed; the one before opens nothing."""
    row = _row(request, visitor, officer)
    if row.is_gone:
        raise OfficerGone(officer=row.officer)
    return _invited(request, _centre(request), row.officer)


@officer_required(Role.ADMIN)
@require_POST
def end_sessions(request: HttpRequest, visitor: Visitor, officer: str) -> HttpResponse:
    """End every session of an officer on this machine."""
    row = _row(request, visitor, officer)
    end_sessions_of(_centre(request).alias, row.officer)
    return HttpResponseRedirect(f"/officers/{row.officer}")


def _centre(request: HttpRequest) -> Node:
    if serving_of(request).is_field:
        raise PageUnknown()
    return node_of(request)


def _row(request: HttpRequest, visitor: Visitor, officer: str) -> OfficerRow:
    row = get_officer_row(_centre(request), officer)
    if row is None or not visitor.scope.covers(row.unit):
        raise OfficerUnknown(officer=officer)
    return row


def _lines(node: Node, rows: Sequence[OfficerRow]) -> list[OfficerLine]:
    now, sessions = real_now(), count_sessions(node.alias, real_now())
    accounts = accounts_of(node.alias, [row.officer for row in rows])
    lines = []
    for row in rows:
        account = accounts.get(row.officer) or Account(row.officer)
        waits = account.waits_until
        lines.append(
            OfficerLine(
                row=row,
                roles=row.roles.split(),
                has_password=account.password is not None,
                has_codes=account.code_secret is not None,
                waits_until=waits if waits and waits > now else None,
                sessions=sessions[row.officer],
            )
        )
    return lines


def _check_free(node: Node, code: str, key: str) -> None:
    """Refuse a code that is taken; a form sent twice finds its own first answer."""
    known = get_officer_row(node, code)
    with node.world.journal.writing() as writing:
        sent_before = writing.answer(key) is not None
    if known is not None and not sent_before:
        raise OfficerExists(officer=code)


def _keep(request: HttpRequest, visitor: Visitor, code: str, form: OfficerForm) -> None:
    wanted = OfficerWanted(
        request.POST.get("key", ""),
        code,
        form.cleaned_data["name"].strip(),
        form.wanted_roles(),
        visitor.officer.unit,
        visitor.code,
    )
    keep_officer(node_of(request).world, wanted)


def _invited(request: HttpRequest, node: Node, officer: str) -> HttpResponse:
    invite = invite_officer(node.desk, node.world.random, officer, node.world.clock.now())
    row = get_officer_row(node, officer)
    context = {"row": row, "invite": invite, "menu": "officers"}
    return render(request, "people/invite.html", context)


def _form(
    request: HttpRequest, form: OfficerForm, line: OfficerLine | None, status: int
) -> HttpResponse:
    context = {
        "form": form,
        "line": line,
        "saved": request.GET.get("saved", ""),
        "key": request.POST.get("key") or secrets.token_hex(16),
        "menu": "officers",
    }
    return render(request, "people/officer.html", context, status=status)
