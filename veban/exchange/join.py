"""A laptop joins its centre (kết nối máy lưu động): what it asks, what it is answered.

The secret of the token never travels: the request carries a proof made with it, and the answer
is signed by the key whose fingerprint the token carries. Nothing in either is about a person.
"""

import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from veban.core.journal.entry import Entry
from veban.core.nodes.events import NodeKind
from veban.core.shared.canonical import canonical
from veban.core.shared.refused import Refused
from veban.core.shared.shape import read_shape, write_shape
from veban.exchange.refusals import TokenWrong
from veban.exchange.token import Token
from veban.exchange.wire import Link, pack_entry, read_json, unpack_entry

Genuine = Callable[[str, bytes, bytes], bool]
"""(public key hex, message, signature) → whether the key made it."""


@dataclass(frozen=True, slots=True)
class JoinRequest:
    """What a laptop asks.

    Args:
        mark: Which invitation.
        public_key: The laptop's new Ed25519 key, hex.
        recipient: Its age recipient.
        officer: Who sits at it, looked at before the token is used up; empty: not said.
        proof: HMAC-SHA-256 over the rest with the token's secret, hex.
    """

    mark: str
    public_key: str
    recipient: str
    officer: str = ""
    proof: str = ""

    def message(self) -> bytes:
        """Return what is proved."""
        return b"veban join 1\n" + canonical(
            [self.mark, self.public_key, self.recipient, self.officer]
        )


@dataclass(frozen=True, slots=True)
class JoinAnswer:
    """What the centre answers.

    Args:
        node: The laptop's id.
        unit: Its unit.
        practice: The centre is one for practice, and so is the laptop from now on.
        centre: The centre's id.
        centre_key: The centre's Ed25519 key, hex.
        centre_recipient: The centre's age recipient.
        officers: Officer's code → digest of an invite not used yet, or empty.
        entries: The entries of both devices' streams: rows with their links.
        answers: The mark of the invitation.
        kind: What was invited; the folder becomes that and nothing else.
    """

    node: str
    unit: str
    practice: bool
    centre: str
    centre_key: str
    centre_recipient: str
    answers: str
    officers: Mapping[str, Any] = field(default_factory=dict)
    entries: Mapping[str, Any] = field(default_factory=dict)
    kind: NodeKind = NodeKind.FIELD


def make_request(token: Token, public_key: str, recipient: str, officer: str = "") -> bytes:
    """Return a request with its proof, as it travels."""
    bare = JoinRequest(token.mark, public_key, recipient, officer)
    return canonical(write_shape(replace(bare, proof=prove(token.secret, bare))))


def prove(secret: bytes, request: JoinRequest) -> str:
    """Return the proof of a request."""
    return hmac.new(secret, request.message(), hashlib.sha256).hexdigest()


def read_request(document: bytes) -> JoinRequest:
    """Read a request; its proof is checked by whoever knows the secret.

    Raises:
        TokenWrong: it is no request.
    """
    try:
        request = read_shape(JoinRequest, read_json(document))
        bytes.fromhex(request.public_key)
    except (Refused, ValueError) as problem:
        raise TokenWrong(why="request") from problem
    return request


def is_proved(secret: bytes, request: JoinRequest) -> bool:
    """Tell whether the request was made with the secret."""
    return hmac.compare_digest(prove(secret, request), request.proof)


def make_answer(answer: JoinAnswer, sign: Callable[[bytes], bytes]) -> bytes:
    """Return a signed answer, as it travels."""
    text = canonical(write_shape(answer)).decode()
    return canonical({"text": text, "signature": sign(_signed(text)).hex()})


def read_answer(document: bytes, token: Token, genuine: Genuine) -> JoinAnswer:
    """Read the answer to a request made with ``token``.

    Raises:
        TokenWrong: it is none, or does not come from the centre that gave the token.
    """
    try:
        data = read_json(document)
        text, signature = str(data["text"]), bytes.fromhex(data["signature"])
        answer = read_shape(JoinAnswer, read_json(text.encode()))
        ours = token.is_of(answer.centre_key) and answer.answers == token.mark
    except (Refused, KeyError, TypeError, ValueError) as problem:
        raise TokenWrong(why="answer") from problem
    if not ours or not genuine(answer.centre_key, _signed(text), signature):
        raise TokenWrong(why="centre")
    return answer


def pack_entries(entries: list[Entry]) -> dict[str, Any]:
    """Write entries with their links into an answer."""
    return {
        "links": [[e.header.node, e.header.seq, e.prev_hash] for e in entries],
        "rows": [pack_entry(entry).decode() for entry in entries],
    }


def read_entries(packed: Mapping[str, Any]) -> list[Entry]:
    """Read the entries of an answer.

    Raises:
        BundleBroken: one is none.
    """
    links = [Link(str(node), int(seq), str(prev)) for node, seq, prev in packed["links"]]
    rows = [json.loads(row) for row in packed["rows"]]
    return [unpack_entry(row, link) for row, link in zip(rows, links, strict=True)]


def _signed(text: str) -> bytes:
    return b"veban join answer 1\n" + text.encode()
