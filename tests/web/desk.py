"""A centre at Na Sang for tests of pages: real journal, real law, a browser without a window."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from veban.store import ready  # isort: skip  # noqa: F401  # Django is set up first.
from django.test import Client

from tests.worlds.memory import NA_SANG, STAFF
from veban.actions.nodes.found import Founding
from veban.actions.people.add_officer import add_officer
from veban.actions.people.invite import invite_officer
from veban.actions.people.sign_in import use_invite
from veban.core.nodes.events import NodeKind
from veban.core.people.roles import Role
from veban.core.people.unit_settings import Mode
from veban.store.accounts.sessions import begin_session
from veban.web.serving import SERVING
from veban.web.visitor import COOKIE
from veban.wiring.founding import NewCentre, found_node
from veban.wiring.node import Node

PASSWORD = "nương ngô chín vàng"


@dataclass(slots=True)
class OpenServing:
    """A folder that is open from the start."""

    node: Node
    is_field: bool = False
    practice: bool = True

    def open(self, officer: str, phrase: str, *, from_afar: bool | None = None) -> None:
        raise AssertionError("a centre has no opening phrase")

    def touch(self) -> None:
        """A centre does not lock itself."""

    def lock(self) -> None:
        """A centre does not lock itself."""

    def add_phrase(self, officer: str, phrase: str) -> None:
        raise AssertionError("a centre has no opening phrase")


@dataclass(slots=True)
class ClockFile:
    """The practice clock of the node under test."""

    path: Path

    def move_to(self, text: str) -> None:
        self.path.write_text(text, encoding="utf-8")


def make_centre(folder: Path, mode: Mode = Mode.FULL) -> OpenServing:
    """Return Na Sang's centre with one officer of each role; three have used their invites."""
    node = found_node(folder, NewCentre(NA_SANG, NodeKind.CENTRE, Founding(mode), practice=True))
    for code, name, role in (*STAFF, ("vien", "Đỗ Thị Viên", Role.SUPERVISOR)):
        add_officer(node.world, code, name, [role], NA_SANG)
    for code in ("lan", "vien", "admin"):
        invite = invite_officer(node.desk, node.world.random, code, node.world.clock.now())
        use_invite(node.desk, code, invite, PASSWORD, datetime.now(UTC))
    return OpenServing(node)


def browser(serving: Any, officer: str | None = None, **options: Any) -> Client:
    """Return a browser, with a session where an officer is named: argon2id costs each time."""
    client = Client(**{SERVING: serving}, **options)
    if officer:
        token = secrets.token_urlsafe(32)
        begin_session(serving.node.alias, officer, token, datetime.now(UTC))
        client.cookies[COOKIE] = token
    return client
