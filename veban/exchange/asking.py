"""What a node signs when it asks over HTTP (yêu cầu có chữ ký): no cookie, no password."""

import hashlib

NODE, AT, SIGNATURE = "Veban-Node", "Veban-At", "Veban-Signature"
"""Names of the three headers."""


def asking_message(method: str, path: str, at: str, body: bytes) -> bytes:
    """Return what the signature covers.

    ``at`` makes two requests differ; it is not compared with a clock, since a laptop's may be
    wrong for weeks. To ask again what was asked before does no harm: answers are sealed to the
    node, an upload's offset moves on, and what was taken is not taken twice.

    Args:
        method: ``GET``, ``HEAD``, ``POST`` or ``PATCH``.
        path: From the first slash on, without host.
        at: The asking node's clock, ISO 8601.
        body: What is sent.
    """
    return "\n".join(["veban asks 1", method, path, at, hashlib.sha256(body).hexdigest()]).encode()
