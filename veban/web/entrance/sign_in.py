"""Sign in, sign out, first use (đăng nhập, thoát, lần đầu) at the centre."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from veban.actions.people.accounts import InviteWrong, SecretTooWeak, SignInWait, SignInWrong
from veban.actions.people.sign_in import sign_in_with_password, use_invite
from veban.store.accounts.sessions import end_sessions_of
from veban.web.access import public
from veban.web.entrance.forms import FirstUseForm, PasswordForm
from veban.web.refusal_pages import sentence_of, status_of
from veban.web.serving import node_of, serving_of
from veban.web.visitor import find_visitor, leave, let_in, real_now

GET_OR_POST = ["GET", "HEAD", "POST"]


@public
def home(request: HttpRequest) -> HttpResponse:
    """Lead officers to their work and everybody else to the entrance."""
    return HttpResponseRedirect("/inbox" if find_visitor(request) else "/sign-in")


@public
@require_http_methods(GET_OR_POST)
def sign_in(request: HttpRequest) -> HttpResponse:
    """Let an officer in with code and password; a laptop has its own entrance."""
    if serving_of(request).is_field:
        return HttpResponseRedirect("/switch")
    form, status = PasswordForm(request.POST or None), 200
    if form.is_valid():
        given = form.cleaned_data
        officer = str(given["officer"]).strip()
        try:
            sign_in_with_password(
                node_of(request).desk, officer, given["password"], real_now(), given["code"]
            )
        except (SignInWrong, SignInWait) as refusal:
            form.add_error(None, sentence_of(refusal))
            status = status_of(refusal)
        else:
            response = HttpResponseRedirect(_next(request))
            let_in(request, response, officer)
            return response
    status = 422 if form.errors and status == 200 else status
    context = {"form": form, "next": _next(request)}
    return render(request, "entrance/sign_in.html", context, status=status)


@public
@require_http_methods(GET_OR_POST)
def first_use(request: HttpRequest) -> HttpResponse:
    """Set an officer's password with an invite and let the officer in."""
    form, status = FirstUseForm(request.POST or None), 200
    if form.is_valid():
        given, node = form.cleaned_data, node_of(request)
        officer = str(given["officer"]).strip()
        try:
            use_invite(node.desk, officer, given["invite"], given["password"], real_now())
        except (InviteWrong, SecretTooWeak, SignInWait) as refusal:
            field = "password" if isinstance(refusal, SecretTooWeak) else "invite"
            form.add_error(field, sentence_of(refusal))
            status = status_of(refusal)
        else:
            end_sessions_of(node.alias, officer)
            response = HttpResponseRedirect("/inbox")
            let_in(request, response, officer)
            return response
    status = 422 if form.errors and status == 200 else status
    return render(request, "entrance/first_use.html", {"form": form}, status=status)


@public
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    response = HttpResponseRedirect("/")
    leave(request, response)
    return response


def _next(request: HttpRequest) -> str:
    asked = request.POST.get("next") or request.GET.get("next") or "/inbox"
    return asked if url_has_allowed_host_and_scheme(asked, allowed_hosts=None) else "/inbox"
