"""Compression and encryption of what travels (nén, mã hóa): zstd inside age, Ed25519 outside."""

import pyrage
import zstandard
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

SMALL_BYTES = 512 * 1024
SMALL_LEVEL = 19
"""Entries come in parts of at most 256 KB; a millisecond a dossier buys a seventh of the line."""

LARGE_LEVEL = 3
"""Scans are compressed already."""


class AgePacking:
    """Seals with pyrage and zstandard; holds no key."""

    def seal(self, content: bytes, recipient: str) -> bytes:
        level = SMALL_LEVEL if len(content) <= SMALL_BYTES else LARGE_LEVEL
        packed = zstandard.ZstdCompressor(level=level).compress(content)
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
