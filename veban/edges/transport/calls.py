"""Signed requests to another node (gọi máy khác), with the standard library only.

A broken connection, a time-out and a server's trouble are ``LineCut``; an answer that no node
of ours gives is ``exchange.not_our_centre``.
"""

import http.client
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from veban.actions.ports import Clock, Keys
from veban.actions.ports_exchange import LineCut
from veban.core.journal.entry import stamp
from veban.core.shared.refused import Refused
from veban.exchange import refusals
from veban.exchange.asking import AT, NODE, SIGNATURE, asking_message
from veban.exchange.refusals import CentreRefused, NotOurCentre

TIMEOUT_S = 30
"""How long one answer may take on a bad line."""

MAX_ANSWER_BYTES = 128 * 1024 * 1024
READ_BYTES = 16 * 1024
"""How much of a download is kept at a time."""

DOORS = "/doors/exchange"

KNOWN: dict[str, type[Refused]] = {
    kind.code: kind
    for kind in vars(refusals).values()
    if isinstance(kind, type) and issubclass(kind, Refused) and "code" in vars(kind)
}
"""What the other node may refuse with, by code."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who calls.

    Args:
        node: Our id.
        keys: Our keys.
        clock: Our clock.
    """

    node: str
    keys: Keys
    clock: Clock


@dataclass(frozen=True, slots=True)
class Reply:
    """What was answered; header names in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Incoming:
    """An answer that is still coming; its pieces must be read to the end.

    Args:
        status: HTTP status.
        pieces: The body as it comes; raises ``LineCut`` where the line breaks.
    """

    status: int
    pieces: Iterator[bytes]


class Calls:
    """Keeps one connection to a node and calls its doors of exchange.

    Args:
        url: ``http://host:port`` or ``https://…``; a path before the doors is kept.
        signer: Who calls; None where nothing is signed yet, as when joining.
    """

    def __init__(self, url: str, signer: Signer | None = None) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise NotOurCentre(url=url)
        kind = (
            http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        )
        self._connection = kind(parts.hostname, parts.port, timeout=TIMEOUT_S)
        self._before = parts.path.rstrip("/")
        self._signer = signer

    def call(
        self, method: str, door: str, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> Reply:
        """Ask and return the answer.

        Args:
            method: HTTP method.
            door: Path below ``/doors/exchange``.
            body: What is sent.
            headers: Further headers.

        Raises:
            LineCut: nobody answered, or the server is in trouble.
            Refused: what the other node said no with.
            NotOurCentre: the answer is none of a node of ours.
        """
        return self._whole(self._ask(method, door, body, headers or {}))

    def fetch(self, door: str, headers: Mapping[str, str]) -> Incoming:
        """Ask for something large and return it as it comes.

        Raises:
            LineCut, Refused, NotOurCentre: as in ``call``.
        """
        response = self._ask("GET", door, b"", headers)
        if response.status not in (200, 206):
            return Incoming(self._whole(response).status, iter(()))
        return Incoming(response.status, self._pieces(response))

    def _ask(
        self, method: str, door: str, body: bytes, headers: Mapping[str, str]
    ) -> http.client.HTTPResponse:
        path = f"{DOORS}{door}"
        sent = {**headers, **self._signed(method, path, body)}
        try:
            self._connection.request(method, f"{self._before}{path}", body or None, sent)
            return self._connection.getresponse()
        except (OSError, http.client.HTTPException) as problem:
            self._connection.close()
            raise LineCut from problem

    def _whole(self, response: http.client.HTTPResponse) -> Reply:
        reply = _read(response)
        if not reply.whole or reply.headers.get("connection", "").lower() == "close":
            self._connection.close()
        _check(reply)
        return reply

    def _pieces(self, response: http.client.HTTPResponse) -> Iterator[bytes]:
        came = 0
        while came <= MAX_ANSWER_BYTES:
            try:
                piece = response.read1(READ_BYTES)
            except (OSError, http.client.HTTPException) as problem:
                self._connection.close()
                raise LineCut("download") from problem
            if not piece:
                break
            came += len(piece)
            yield piece
        if response.length:
            self._connection.close()
            raise LineCut("download")

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    def _signed(self, method: str, path: str, body: bytes) -> dict[str, str]:
        if self._signer is None:
            return {}
        at = stamp(self._signer.clock.now())
        signature = self._signer.keys.sign(asking_message(method, path, at, body))
        return {NODE: self._signer.node, AT: at, SIGNATURE: signature.hex()}


def _read(response: http.client.HTTPResponse) -> Reply:
    headers = {name.lower(): value for name, value in response.getheaders()}
    try:
        body, whole = response.read(MAX_ANSWER_BYTES), True
    except http.client.IncompleteRead as cut:
        body, whole = cut.partial, False
    except OSError:
        body, whole = b"", False
    return Reply(response.status, headers, body, whole)


def _check(reply: Reply) -> None:
    if reply.status < 300:
        return
    code, details = _refusal(reply)
    if code is None:
        if reply.status >= 500 and reply.status != 511:
            raise LineCut(str(reply.status))
        raise NotOurCentre(status=reply.status)
    if code == "page.failed":
        raise LineCut(code)
    if code in KNOWN:
        raise KNOWN[code](**details)
    raise CentreRefused(why=code)


def _refusal(reply: Reply) -> tuple[str | None, dict[str, object]]:
    try:
        data = json.loads(reply.body)
        details = data.get("details")
        return str(data["refused"]), details if isinstance(details, dict) else {}
    except (ValueError, KeyError, TypeError, AttributeError):
        return None, {}
