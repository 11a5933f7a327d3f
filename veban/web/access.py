"""Who may open a page (quyền truy cập): every view carries exactly one of these rules.

A test walks all addresses and fails where a view has none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from veban.core.people.officers import OfficerLacksRole
from veban.core.people.roles import Role
from veban.web.doors.answers import wants_json
from veban.web.serving import serving_of
from veban.web.visitor import SignInNeeded, Visitor, find_visitor

View = Callable[..., HttpResponse]
ANYBODY = "anybody"
"""The rule of public pages."""


@dataclass(frozen=True, slots=True)
class OfficersOnly:
    """The rule of an officers' page: one of these roles, or any where there are none."""

    roles: frozenset[Role]


def public(view: View) -> View:
    """Let anybody open the page; what it shows names no person."""
    view.access = ANYBODY  # type: ignore[attr-defined]
    return view


def officer_required(*roles: Role, touches: bool = True) -> Callable[[View], View]:
    """Let officers open the page: those with one of the roles, or all where none is named.

    The view gets a :class:`Visitor` after the request.

    Args:
        roles: Any of them.
        touches: Whether the request shows that somebody is at work. One that a page repeats by
            itself does not, or a laptop left alone would never lock.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            visitor = find_visitor(request)
            if visitor is None:
                return _ask_to_sign_in(request)
            if touches:
                serving_of(request).touch()
            if roles and visitor.scope.roles.isdisjoint(roles):
                raise OfficerLacksRole(move="page", roles=sorted(role.value for role in roles))
            return view(request, visitor, *args, **kwargs)

        guarded.access = OfficersOnly(frozenset(roles))  # type: ignore[attr-defined]
        return guarded

    return decorate


def _ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    if wants_json(request):
        raise SignInNeeded()
    back = request.get_full_path() if request.method == "GET" else "/"
    return HttpResponseRedirect(f"/sign-in?next={quote(back)}")


__all__ = ["ANYBODY", "OfficersOnly", "Visitor", "officer_required", "public"]
