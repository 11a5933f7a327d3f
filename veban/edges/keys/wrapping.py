"""Wrap a field node's key for its officers (bọc khóa): each has an opening phrase of their own.

One random *node key* encrypts the database, the files and the node's own keys. It is kept only
wrapped: once for each officer under a key that argon2id makes of the phrase, and once sealed to
the centre, so that a forgotten phrase loses nothing.
"""

import json
import secrets
from typing import Any

import pyrage
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

LEAST_PHRASE = 12
"""Characters; with fewer, whoever has a copy of the folder guesses on."""

KEY_BYTES = 32
NONCE_BYTES = 12
COST = {"time_cost": 3, "memory_cost": 64 * 1024, "parallelism": 1}
"""argon2id: three passes over 64 MiB, what a field laptop does in a fraction of a second."""


def new_node_key() -> bytes:
    """Return a fresh node key."""
    return secrets.token_bytes(KEY_BYTES)


def wrap_for_phrase(node_key: bytes, officer: str, phrase: str) -> dict[str, Any]:
    """Return the node key wrapped for an officer, as JSON."""
    salt = secrets.token_bytes(16)
    wrapped = encrypt(_stretch(phrase, salt, COST), node_key, officer.encode())
    return {"salt": salt.hex(), "wrapped": wrapped.hex(), **COST}


def unwrap_with_phrase(wrapped: dict[str, Any], officer: str, phrase: str) -> bytes:
    """Return the node key.

    Raises:
        ValueError: the phrase is not the one it was wrapped with.
    """
    cost = {name: int(wrapped[name]) for name in COST}
    key = _stretch(phrase, bytes.fromhex(wrapped["salt"]), cost)
    return decrypt(key, bytes.fromhex(wrapped["wrapped"]), officer.encode())


def wrap_for_centre(node_key: bytes, recipient: str) -> str:
    """Return the node key sealed to the centre, hex: its way back when phrases are forgotten."""
    sealed = pyrage.encrypt(node_key, [pyrage.x25519.Recipient.from_str(recipient)])
    return bytes(sealed).hex()


def encrypt(key: bytes, content: bytes, about: bytes) -> bytes:
    """Encrypt with ChaCha20-Poly1305; ``about`` must be the same when it is opened."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, content, about)


def decrypt(key: bytes, closed: bytes, about: bytes) -> bytes:
    """Open what ``encrypt`` closed.

    Raises:
        ValueError: the key is another, or something was altered.
    """
    try:
        return ChaCha20Poly1305(key).decrypt(closed[:NONCE_BYTES], closed[NONCE_BYTES:], about)
    except (InvalidTag, ValueError) as problem:
        raise ValueError("not the key it was closed with") from problem


def _stretch(phrase: str, salt: bytes, cost: dict[str, int]) -> bytes:
    return hash_secret_raw(
        secret=phrase.encode(), salt=salt, hash_len=KEY_BYTES, type=Type.ID, **cost
    )


def dump(data: dict[str, Any]) -> bytes:
    """Write JSON for a file."""
    return json.dumps(data, indent=1, ensure_ascii=False).encode()
