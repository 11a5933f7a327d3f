"""Compression and encryption of what travels (nén, mã hóa): zstd inside age, Ed25519 outside."""

import pyrage
import zstandard
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

LEVEL = 10
"""zstd's level: entries shrink to about an eighth, at some ten megabytes a second."""


class AgePacking:
    """Seals with pyrage and zstandard; holds no key."""

    def seal(self, content: bytes, recipient: str) -> bytes:
        packed = zstandard.ZstdCompressor(level=LEVEL).compress(content)
        return bytes(pyrage.encrypt(packed, [pyrage.x25519.Recipient.from_str(recipient)]))

    def unpack(self, opened: bytes, limit: int) -> bytes:
        try:
            # One frame that says how long it is: a small part cannot fill the memory.
            if zstandard.frame_content_size(opened) > limit:
                raise ValueError(f"longer than {limit} bytes")
            return zstandard.ZstdDecompressor().decompress(opened, max_output_size=limit)
        except zstandard.ZstdError as problem:
            raise ValueError("not a zstd frame") from problem

    def genuine(self, public_key: str, message: bytes, signature: bytes) -> bool:
        try:
            key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
            key.verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True
