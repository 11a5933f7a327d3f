"""Who looks at a page (người đang xem), from the session's cookie or the door's password."""

import secrets
from base64 import b64decode
from binascii import Error as Base64Error
from dataclasses import dataclass
from datetime import UTC, datetime
from ipaddress import IPv6Address, ip_address

from django.http import HttpRequest, HttpResponse

from veban.actions.people.sign_in import sign_in_with_password
from veban.core.people.officers import OfficerRow, officer_rows, officer_stream
from veban.core.people.roles import Role
from veban.core.people.scope import Scope
from veban.core.shared.refused import Refused
from veban.store.accounts.sessions import begin_session, end_session, find_session
from veban.web.serving import Node, node_of, serving_of

COOKIE = "session"
_SEES_PERSONS = frozenset({Role.RECEIVER, Role.HANDLER, Role.SIGNER, Role.MANAGER})
_KNOWN = "veban.visitor"


class SignInNeeded(Refused):
    """A door was knocked at without signing in."""

    code = "sign_in.needed"


@dataclass(frozen=True, slots=True)
class Visitor:
    """An officer who is signed in, and what they may see."""

    officer: OfficerRow
    scope: Scope

    @property
    def code(self) -> str:
        """Return the officer's code, the actor of whatever they do."""
        return self.officer.officer

    @property
    def can_receive(self) -> bool:
        """Tell whether the officer may take dossiers in."""
        return self.has(Role.RECEIVER)

    @property
    def can_enter_law(self) -> bool:
        """Tell whether the officer may enter values of the law."""
        return self.has(Role.ADMIN)

    @property
    def can_keep(self) -> bool:
        """Tell whether the officer answers for personal data and for who works here."""
        return self.has(Role.ADMIN, Role.MANAGER)

    def has(self, *roles: Role) -> bool:
        """Tell whether the officer has one of the roles."""
        return self.officer.has(*roles)


def real_now() -> datetime:
    """Return the machine's own time: sessions and waits do not follow a practice clock."""
    return datetime.now(UTC)


def is_here(request: HttpRequest) -> bool:
    """Tell whether the browser runs on this machine itself, not somewhere in the network."""
    try:
        address = ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return False
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (mapped or address).is_loopback


def find_visitor(request: HttpRequest) -> Visitor | None:
    """Return who is signed in, looked up once a request."""
    if _KNOWN not in request.META:
        request.META[_KNOWN] = _look_up(request)
    return request.META[_KNOWN]


def make_visitor(officer: OfficerRow) -> Visitor:
    """Return an officer with the scope that follows from unit and roles."""
    roles = frozenset(Role(role) for role in officer.roles.split())
    persons = not roles.isdisjoint(_SEES_PERSONS)
    return Visitor(officer, Scope(frozenset({officer.unit}), roles, persons))


def let_in(request: HttpRequest, response: HttpResponse, officer: str) -> None:
    """Begin a session; the one before on this browser ends."""
    _forget(request)
    token = secrets.token_urlsafe(32)
    begin_session(node_of(request).alias, officer, token, real_now())
    response.set_cookie(COOKIE, token, httponly=True, samesite="Strict")


def leave(request: HttpRequest, response: HttpResponse) -> None:
    """End the browser's session."""
    _forget(request)
    response.delete_cookie(COOKIE, samesite="Strict")


def _forget(request: HttpRequest) -> None:
    if token := request.COOKIES.get(COOKIE):
        end_session(node_of(request).alias, token)


def get_officer_row(node: Node, officer: str) -> OfficerRow | None:
    """Return the officer as the journal knows them now."""
    stream = officer_stream(officer)
    return next(iter(officer_rows(stream, node.world.journal.history(stream))), None)


def is_gone(node: Node, officer: str) -> bool:
    """Tell whether an officer was let go."""
    row = get_officer_row(node, officer)
    return row is not None and row.is_gone


def _look_up(request: HttpRequest) -> Visitor | None:
    node = serving_of(request).node
    if node is None:
        return None
    officer = _of_session(request, node) or _of_password(request, node)
    row = get_officer_row(node, officer) if officer else None
    return None if row is None or row.is_gone else make_visitor(row)


def _of_session(request: HttpRequest, node: Node) -> str | None:
    token = request.COOKIES.get(COOKIE)
    return find_session(node.alias, token, real_now()) if token else None


def _of_password(request: HttpRequest, node: Node) -> str | None:
    """Read HTTP Basic, which machines may use at a centre's doors and nowhere else."""
    kind, _, packed = request.headers.get("Authorization", "").partition(" ")
    is_door = request.path.startswith("/doors/") and not serving_of(request).is_field
    if kind.lower() != "basic" or not is_door:
        return None
    try:
        officer, _, password = b64decode(packed, validate=True).decode().partition(":")
    except (Base64Error, UnicodeDecodeError):
        return None
    sign_in_with_password(node.desk, officer, password, real_now())
    return officer
