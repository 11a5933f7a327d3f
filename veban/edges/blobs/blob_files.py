"""Files by the SHA-256 of their content (kho tệp), on a field node encrypted with its node key.

A laptop keeps a scan that only its centre may still read beside the others, under the same name
with ``.sealed`` behind it. What lies there was sealed to the centre and then encrypted like every
file, so that the laptop can tell whether it is whole without being able to read it.
"""

import hashlib
import hmac
import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from veban.edges.folder.whole_files import write_whole

NONCE_BYTES, TAG_BYTES = 12, 16
SEALED = ".sealed"


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
        """Return a file's path in the folder as it is kept now, with slashes."""
        return self._kept(digest).relative_to(self._folder).as_posix()

    def put(self, content: bytes) -> str:
        digest = hashlib.sha256(content).hexdigest()
        if not self.is_whole(digest):
            write_whole(self._path(digest), self._closed(_plain(digest), content), private=True)
        else:
            # It counts as young again, so that no sweep takes it before an entry names it.
            self._kept(digest).touch()
        return digest

    def get(self, digest: str) -> bytes:
        try:
            kept = self._path(digest).read_bytes()
            content = self._opened(_plain(digest), kept)
        except (FileNotFoundError, InvalidTag) as problem:
            raise KeyError(digest) from problem
        if hashlib.sha256(content).hexdigest() != digest:
            raise KeyError(digest)
        return content

    def sealed(self, digest: str) -> bytes:
        try:
            kept = self._sealed_path(digest).read_bytes()
            return self._opened(_sealed(digest), kept)
        except (FileNotFoundError, InvalidTag) as problem:
            raise KeyError(digest) from problem

    def put_sealed(self, digest: str, sealed: bytes) -> None:
        write_whole(self._sealed_path(digest), self._closed(_sealed(digest), sealed), private=True)

    def drop_plain(self, digest: str) -> None:
        """Remove the readable form of a file that is sealed.

        It is written over first: on a disk that writes in place, nothing of it is left to dig out.
        Where Windows has it open for somebody, it stays until the next call.
        """
        path = self._path(digest)
        with suppress(FileNotFoundError, PermissionError):
            if self._sealed_path(digest).is_file():
                _write_over(path)
                path.unlink()

    def has(self, digest: str) -> bool:
        """Tell whether the file is here; it was written whole or not at all."""
        return self._kept(digest).is_file()

    def is_readable(self, digest: str) -> bool:
        return self._path(digest).is_file()

    def is_whole(self, digest: str) -> bool:
        for read in (self.get, self.sealed):
            with suppress(KeyError):
                read(digest)
                return True
        return False

    def size(self, digest: str) -> int:
        path = self._kept(digest)
        closed = 0 if self._cipher is None else NONCE_BYTES + TAG_BYTES
        return max(0, path.stat().st_size - closed) if path.is_file() else 0

    def remove(self, digest: str) -> None:
        self._path(digest).unlink(missing_ok=True)
        self._sealed_path(digest).unlink(missing_ok=True)

    def sweep(self, wanted: Iterable[str], before: datetime) -> int:
        """Remove what belongs to no wanted file and was last written before an instant.

        That is a picture chosen for a reception that nobody finished, and what a power cut left
        half written.

        Args:
            wanted: Read after the folder was, so that what is named meanwhile stays.
            before: Aware.

        Returns:
            How many were removed.
        """
        old = {path for path in self._folder.rglob("*") if _is_older(path, before.timestamp())}
        for digest in wanted:
            old -= {self._path(digest), self._sealed_path(digest)}
        for path in old:
            path.unlink(missing_ok=True)
        return len(old)

    def _kept(self, digest: str) -> Path:
        sealed = self._sealed_path(digest)
        return sealed if sealed.is_file() else self._path(digest)

    def _sealed_path(self, digest: str) -> Path:
        path = self._path(digest)
        return path.with_name(path.name + SEALED)

    def _path(self, digest: str) -> Path:
        if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
            raise KeyError(digest)
        name = digest if self._names is None else self._hidden(self._names, digest)
        return self._folder / name[:2] / name[2:]

    @staticmethod
    def _hidden(key: bytes, digest: str) -> str:
        """Return a name from which nobody can tell whether a known file is among ours."""
        return hmac.new(key, digest.encode(), hashlib.sha256).hexdigest()

    def _closed(self, about: bytes, content: bytes) -> bytes:
        if self._cipher is None:
            return content
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, content, about)

    def _opened(self, about: bytes, kept: bytes) -> bytes:
        if self._cipher is None:
            return kept
        nonce, closed = kept[:NONCE_BYTES], kept[NONCE_BYTES:]
        if len(nonce) < NONCE_BYTES:
            raise InvalidTag
        return self._cipher.decrypt(nonce, closed, about)


def _plain(digest: str) -> bytes:
    return bytes.fromhex(digest)


def _sealed(digest: str) -> bytes:
    return b"sealed" + bytes.fromhex(digest)


def _is_older(path: Path, than: float) -> bool:
    try:
        return path.is_file() and path.stat().st_mtime < than
    except FileNotFoundError:
        return False


def _write_over(path: Path) -> None:
    with path.open("rb+") as file:
        file.write(bytes(path.stat().st_size))
        file.flush()
        os.fsync(file.fileno())
