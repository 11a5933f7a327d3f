"""An officer's own sign-in (đăng nhập của tôi): sessions, sign out everywhere, second factor."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from veban.actions.people.accounts import CodeWrong, SignInWait
from veban.actions.people.second_factor import set_up_codes
from veban.actions.people.sign_in import give_up_codes
from veban.edges.printing.qr import qr_svg
from veban.store.accounts.sessions import (
    IDLE,
    LONGEST,
    MOST,
    end_session_named,
    end_sessions_of,
    handle_of,
    list_sessions,
)
from veban.web.access import officer_required
from veban.web.entrance.forms import code_field
from veban.web.entrance.sign_in import GET_OR_POST
from veban.web.refusal_pages import PageUnknown, sentence_of, status_of
from veban.web.serving import node_of, serving_of
from veban.web.visitor import COOKIE, Visitor, real_now


class CodeForm(forms.Form):
    """The code that the officer's own application shows."""

    code = code_field(_("Mã 6 chữ số trong ứng dụng"), required=True)


@officer_required()
@require_safe
def show_own(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """List the officer's own sessions, and say whether a second factor is asked for."""
    node = node_of(request)
    account = node.desk.accounts.find(visitor.code)
    context = {
        "sessions": list_sessions(node.alias, visitor.code, real_now()),
        "here_now": handle_of(request.COOKIES.get(COOKIE, "")),
        "has_codes": bool(account and account.code_secret),
        "recovery_left": len(account.recovery.split()) if account else 0,
        "idle_hours": int(IDLE.total_seconds()) // 3600,
        "longest_hours": int(LONGEST.total_seconds()) // 3600,
        "most": MOST,
    }
    return render(request, "people/own.html", context)


@officer_required()
@require_POST
def end_own(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """End one of the officer's own sessions, or all of them."""
    node, handle = node_of(request), request.POST.get("session", "")
    if handle:
        end_session_named(node.alias, visitor.code, handle)
    else:
        end_sessions_of(node.alias, visitor.code)
    return HttpResponseRedirect("/me" if handle else "/sign-in")


@officer_required()
@require_http_methods(GET_OR_POST)
def second_factor(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Set the officer's own second factor up, or give it up; at the centre only."""
    if serving_of(request).is_field:
        raise PageUnknown()
    node = node_of(request)
    account = node.desk.accounts.find(visitor.code)
    has_codes = bool(account and account.code_secret)
    secret = request.POST.get("secret") or node.desk.codes.new_secret()
    form, status, recovery = CodeForm(request.POST or None), 200, list[str]()
    if form.is_valid():
        code = form.cleaned_data["code"]
        try:
            if has_codes:
                give_up_codes(node.desk, visitor.code, code, real_now())
                return HttpResponseRedirect("/me")
            recovery = set_up_codes(
                node.desk, node.world.random, visitor.code, (secret, code), real_now()
            )
        except (CodeWrong, SignInWait) as refusal:
            form.add_error("code", sentence_of(refusal))
            status = status_of(refusal)
    status = 422 if form.errors and status == 200 else status
    context: dict[str, Any] = {"form": form, "has_codes": has_codes, "recovery": recovery}
    if not has_codes and not recovery:
        address = node.desk.codes.address(secret, visitor.code, visitor.officer.unit)
        # The picture is made here, of letters and digits only.
        context |= {"secret": secret, "qr": mark_safe(qr_svg(address))}
    return render(request, "people/second_factor.html", context, status=status)
