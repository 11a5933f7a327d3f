"""A laptop's entrance (mở máy lưu động): opening phrase, PIN, quick switch."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from veban.actions.people.accounts import (
    InviteWrong,
    PinNotSixDigits,
    PinTooPlain,
    SignInWait,
    SignInWrong,
)
from veban.actions.people.sign_in import redeem_invite, set_pin, sign_in_with_pin
from veban.core.people.officers import OfficerGone
from veban.core.people.roles import Role
from veban.core.people.scope import Scope
from veban.core.shared.refused import Refused
from veban.store.accounts.sessions import end_all_sessions
from veban.store.queries.people import list_officers, officer_names
from veban.web.access import officer_required, public
from veban.web.entrance.forms import FirstPhraseForm, NewPinForm, PhraseForm, PinForm
from veban.web.entrance.sign_in import GET_OR_POST
from veban.web.refusal_pages import sentence_of, status_of
from veban.web.serving import Node, node_of, serving_of
from veban.web.visitor import COOKIE, Visitor, is_gone, is_here, let_in, real_now


@public
@require_http_methods(GET_OR_POST)
def open_folder(request: HttpRequest) -> HttpResponse:
    """Open the laptop with an officer's phrase and let that officer in."""
    serving = serving_of(request)
    if not serving.is_field:
        return HttpResponseRedirect("/sign-in")
    form, status = PhraseForm(request.POST or None), 200
    if form.is_valid():
        officer, was_locked = str(form.cleaned_data["officer"]).strip(), serving.node is None
        try:
            serving.open(officer, form.cleaned_data["phrase"], from_afar=not is_here(request))
        except Refused as refusal:
            form.add_error("phrase", sentence_of(refusal))
            status = status_of(refusal)
        else:
            if was_locked:
                # Whoever was signed in before the laptop was locked shows who they are anew.
                end_all_sessions(node_of(request).alias)
            if is_gone(node_of(request), officer):
                form.add_error("officer", sentence_of(OfficerGone(officer=officer)))
                return render(request, "entrance/open.html", {"form": form}, status=403)
            has_pin = officer in node_of(request).desk.accounts.with_pin()
            response = HttpResponseRedirect("/inbox" if has_pin else "/pin")
            let_in(request, response, officer)
            return response
    status = 422 if form.errors and status == 200 else status
    context = {"form": form, "locked": serving.node is None}
    return render(request, "entrance/open.html", context, status=status)


@public
@require_http_methods(GET_OR_POST)
def switch(request: HttpRequest) -> HttpResponse:
    """Change to another officer of an open laptop by PIN."""
    if not serving_of(request).is_field:
        return HttpResponseRedirect("/sign-in")
    node = node_of(request)
    people = _people(node)
    if not people:
        return HttpResponseRedirect("/open")
    alone = {"officer": people[0][0]} if len(people) == 1 else {}
    form, status = PinForm(request.POST or None, officers=people, initial=alone), 200
    if form.is_valid():
        officer = form.cleaned_data["officer"]
        try:
            sign_in_with_pin(node.desk, officer, form.cleaned_data["pin"], real_now())
        except SignInWrong as refusal:
            form.add_error("pin", _("Mã PIN không đúng. Nhập lại, hoặc vào bằng cụm từ mở máy."))
            status = status_of(refusal)
        except SignInWait as refusal:
            form.add_error("pin", sentence_of(refusal))
            status = status_of(refusal)
        else:
            response = HttpResponseRedirect("/inbox")
            let_in(request, response, officer)
            return response
    status = 422 if form.errors and status == 200 else status
    return render(request, "entrance/switch.html", {"form": form}, status=status)


@public
@require_http_methods(GET_OR_POST)
def first_phrase(request: HttpRequest) -> HttpResponse:
    """Let an invited officer set an opening phrase while a colleague has the laptop open."""
    serving = serving_of(request)
    if not serving.is_field:
        return HttpResponseRedirect("/first-use")
    form, status = FirstPhraseForm(request.POST or None), 200
    if form.is_valid():
        given = form.cleaned_data
        officer = str(given["officer"]).strip()
        try:
            redeem_invite(node_of(request).desk, officer, given["invite"], real_now())
            serving.add_phrase(officer, given["phrase"])
        except (InviteWrong, SignInWait) as refusal:
            form.add_error("invite", sentence_of(refusal))
            status = status_of(refusal)
        else:
            response = HttpResponseRedirect("/pin")
            let_in(request, response, officer)
            return response
    status = 422 if form.errors and status == 200 else status
    return render(request, "entrance/first_phrase.html", {"form": form}, status=status)


@officer_required()
@require_http_methods(GET_OR_POST)
def choose_pin(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Set the PIN of the officer who is signed in on a laptop."""
    if not serving_of(request).is_field:
        return HttpResponseRedirect("/inbox")
    form, status = NewPinForm(request.POST or None), 200
    if form.is_valid():
        try:
            set_pin(node_of(request).desk, visitor.code, form.cleaned_data["pin"])
        except (PinNotSixDigits, PinTooPlain) as refusal:
            form.add_error("pin", sentence_of(refusal))
            status = status_of(refusal)
        else:
            return HttpResponseRedirect("/inbox")
    status = 422 if form.errors and status == 200 else status
    return render(request, "entrance/pin.html", {"form": form}, status=status)


@officer_required()
@require_POST
def lock_now(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Lock the laptop at once; everybody needs an opening phrase afterwards."""
    serving = serving_of(request)
    if not serving.is_field:
        return HttpResponseRedirect("/inbox")
    serving.lock()
    response = HttpResponseRedirect("/open", status=303)
    response.delete_cookie(COOKIE, samesite="Strict")
    return response


def _people(node: Node) -> list[tuple[str, str]]:
    codes = node.desk.accounts.with_pin()
    scope = Scope(frozenset({node.world.me.unit}), frozenset({Role.RECEIVER}))
    gone = {row.officer for row in list_officers(node.alias, scope) if row.is_gone}
    return list(officer_names(node.alias, scope, set(codes) - gone).items())
