"""The node that this process serves, as pages see it (máy đang phục vụ).

``veban.wiring`` makes it; it travels with each request, so nothing global holds a node and a
test may serve several.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

from django.http import HttpRequest

from veban.actions.exchange.desk import ExchangeDesk
from veban.actions.people.accounts import SignInDesk
from veban.actions.ports import World
from veban.core.numbers.judge_receipt import Verify
from veban.edges.papers.scanner_folder import ScannerFolder
from veban.edges.rulebook.law import UnitLaw
from veban.edges.rulebook.layered import LayeredRules
from veban.exchange.run import Position

SERVING = "veban.serving"
"""Where a request's environment holds the node."""


class Node(Protocol):
    """An open node."""

    @property
    def world(self) -> World:
        """Return everything a use case may reach."""
        ...

    @property
    def alias(self) -> str:
        """Return the name under which Django knows the database."""
        ...

    @property
    def folder(self) -> Path:
        """Return the data folder."""
        ...

    @property
    def rules(self) -> LayeredRules:
        """Return the law of the node's own unit."""
        ...

    @property
    def law(self) -> UnitLaw:
        """Return the law of every unit."""
        ...

    @property
    def desk(self) -> SignInDesk:
        """Return accounts and the slow hash."""
        ...

    @property
    def verify(self) -> Verify:
        """Return the check of an Ed25519 signature."""
        ...

    def check_writes(self) -> None:
        """See that the folder's disk takes a day of reception."""
        ...

    def slip(self, stream: str, kind: str) -> bytes:
        """Return the slip of a dossier's stream as PDF."""
        ...

    def declaration(self, data: Mapping[str, object]) -> bytes:
        """Return a declaration, filled in or not, as PDF."""
        ...

    def visit_slip(self, visit: str) -> bytes:
        """Return the slip of a visit, 02 or 03, as PDF."""
        ...

    def sweep_files(self) -> int:
        """Remove the files that no entry names any more, as after an erasure."""
        ...

    @property
    def exchange(self) -> ExchangeDesk:
        """Return what the node exchanges with."""
        ...

    @property
    def scanner(self) -> ScannerFolder | None:
        """Return the folder into which this machine's scanner saves; None where there is none."""
        ...

    def lost_report(self, node: str) -> bytes:
        """Return the list of whose data was on a laptop as PDF."""
        ...

    def envelope_labels(self, streams: Iterable[str]) -> bytes:
        """Return a sheet of labels for the envelopes of dossiers' streams as PDF."""
        ...

    def bag_list(self, bag: str) -> bytes:
        """Return the list of a bag, in two copies, as PDF."""
        ...

    def centre_has(self) -> Position | None:
        """Return how far the centre held this node's chain when it last greeted."""
        ...


class Serving(Protocol):
    """The data folder that this process serves, open or still locked."""

    @property
    def is_field(self) -> bool:
        """Tell whether it is a laptop's."""
        ...

    @property
    def practice(self) -> bool:
        """Tell whether it is for practice, for ever."""
        ...

    @property
    def node(self) -> Node | None:
        """Return the open node; None while the folder is locked."""
        ...

    def open(self, officer: str, phrase: str, *, from_afar: bool | None = None) -> None:
        """Open the folder with an officer's opening phrase; raises ``Refused``."""
        ...

    def touch(self) -> None:
        """Note that a signed-in officer is at work."""
        ...

    def lock(self) -> None:
        """Lock a laptop; nothing happens to a centre."""
        ...

    def add_phrase(self, officer: str, phrase: str) -> None:
        """Let one more officer open the laptop, while it is open; raises ``Refused``."""
        ...


def serving_of(request: HttpRequest) -> Serving:
    """Return what this process serves."""
    return request.META[SERVING]


def node_of(request: HttpRequest) -> Node:
    """Return the open node; the locked gate lets no request come so far without one.

    Raises:
        ValueError: the folder is locked.
    """
    node = serving_of(request).node
    if node is None:
        raise ValueError("the folder is locked; only open pages may be reached")
    return node
