"""Uploads of laptops on bad lines, as their signed requests (tải lên chậm)."""

import base64
import hashlib
import os
from collections.abc import Sequence

from bench.office import RECEIVER
from veban.actions.nodes.invite import invite_node
from veban.actions.nodes.join import answer_join
from veban.core.journal.entry import stamp
from veban.edges.keys.node_keys import NodeKeys
from veban.edges.transport.calls import DOORS
from veban.edges.transport.http_line import TUS
from veban.exchange.asking import AT, NODE, SIGNATURE, asking_message
from veban.exchange.join import make_request
from veban.exchange.pieces import LARGEST_BYTES
from veban.exchange.token import read_token
from veban.wiring.node import Node

PIECES = 40
"""At 8 KB/s some two and a half minutes: longer than any round."""


def slow_uploads(centre: Node, clients: int) -> list[Sequence[bytes]]:
    """Let that many laptops join and return what each sends, piece by piece.

    No upload comes to its end within a round: what it would hold does not matter here.
    """
    return [_pieces(centre, number) for number in range(clients)]


def _pieces(centre: Node, number: int) -> list[bytes]:
    keys = NodeKeys.generate()
    world, invitations = centre.world, centre.exchange.invitations
    invited = invite_node(world, invitations, f"Máy {number}", [RECEIVER])
    request = make_request(read_token(invited["token"]), keys.public_key, keys.recipient)
    answer_join(world, invitations, request, centre.exchange.invites)
    signer, digest = (invited["node"], keys), hashlib.sha256(os.urandom(32)).hexdigest()
    begin = {
        "Upload-Length": str((PIECES + 1) * LARGEST_BYTES),
        "Upload-Metadata": f"digest {base64.b64encode(digest.encode()).decode()}",
    }
    found = [_signed(centre, signer, ("POST", f"{DOORS}/uploads"), begin, b"")]
    for piece in range(PIECES):
        asked = ("PATCH", f"{DOORS}/uploads/{digest}")
        headers = {"Upload-Offset": str(piece * LARGEST_BYTES)}
        found.append(_signed(centre, signer, asked, headers, os.urandom(LARGEST_BYTES)))
    return found


def _signed(
    centre: Node,
    signer: tuple[str, NodeKeys],
    asked: tuple[str, str],
    headers: dict[str, str],
    body: bytes,
) -> bytes:
    node, keys = signer
    at = stamp(centre.world.clock.now())
    signature = keys.sign(asking_message(*asked, at, body)).hex()
    sent = {
        "Host": "127.0.0.1",
        **TUS,
        **headers,
        NODE: node,
        AT: at,
        SIGNATURE: signature,
        "Content-Length": str(len(body)),
    }
    lines = [" ".join(asked) + " HTTP/1.1", *(f"{name}: {text}" for name, text in sent.items())]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body
