"""Files by the SHA-256 of their content (kho tệp), on a field node encrypted with its node key."""

import hashlib
import hmac
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from veban.edges.folder.whole_files import write_whole

NONCE_BYTES, TAG_BYTES = 12, 16


class BlobFiles:
    """Keeps files in ``folder``, two levels deep; writes are whole or not at all.

    Args:
        folder: Made where it is missing.
        key: 32 bytes that encrypt every file; None keeps them as they are.
    """

    def __init__(self, folder: Path, key: bytes | None = None) -> None:
        self._folder = folder
        self._cipher = None if key is None else ChaCha20Poly1305(key)
        self._names = None if key is None else hashlib.sha256(b"veban file names" + key).digest()

    def at(self, folder: Path) -> "BlobFiles":
        """Return a store of the same key in another folder, as a backup has it."""
        other = BlobFiles(folder)
        other._cipher, other._names = self._cipher, self._names
        return other

    def name(self, digest: str) -> str:
        """Return a file's path in the folder, with slashes."""
        return self._path(digest).relative_to(self._folder).as_posix()

    def put(self, content: bytes) -> str:
        digest = hashlib.sha256(content).hexdigest()
        try:
            self.get(digest)
        except KeyError:
            write_whole(self._path(digest), self._closed(digest, content), private=True)
        return digest

    def get(self, digest: str) -> bytes:
        try:
            content = self._opened(digest, self._path(digest).read_bytes())
        except (FileNotFoundError, InvalidTag) as problem:
            raise KeyError(digest) from problem
        if hashlib.sha256(content).hexdigest() != digest:
            raise KeyError(digest)
        return content

    def has(self, digest: str) -> bool:
        """Tell whether the file is here; it was written whole or not at all."""
        return self._path(digest).is_file()

    def size(self, digest: str) -> int:
        path = self._path(digest)
        closed = 0 if self._cipher is None else NONCE_BYTES + TAG_BYTES
        return max(0, path.stat().st_size - closed) if path.is_file() else 0

    def remove(self, digest: str) -> None:
        self._path(digest).unlink(missing_ok=True)

    def _path(self, digest: str) -> Path:
        if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
            raise KeyError(digest)
        name = digest if self._names is None else self._hidden(self._names, digest)
        return self._folder / name[:2] / name[2:]

    @staticmethod
    def _hidden(key: bytes, digest: str) -> str:
        """Return a name from which nobody can tell whether a known file is among ours."""
        return hmac.new(key, digest.encode(), hashlib.sha256).hexdigest()

    def _closed(self, digest: str, content: bytes) -> bytes:
        if self._cipher is None:
            return content
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, content, bytes.fromhex(digest))

    def _opened(self, digest: str, kept: bytes) -> bytes:
        if self._cipher is None:
            return kept
        nonce, closed = kept[:NONCE_BYTES], kept[NONCE_BYTES:]
        if len(nonce) < NONCE_BYTES:
            raise KeyError(digest)
        return self._cipher.decrypt(nonce, closed, bytes.fromhex(digest))
