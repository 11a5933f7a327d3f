"""The word with which a laptop joins (mã kết nối): a secret, and the centre's key in short."""

import base64
import hashlib
from dataclasses import dataclass

from veban.exchange.refusals import TokenWrong

SECRET_BYTES = 10
"""80 bits, used once within a day: nobody guesses it."""

FINGERPRINT_BYTES = 10
GROUP = 4


@dataclass(frozen=True, slots=True)
class Token:
    """What ``field add`` shows and ``field join`` is given.

    Args:
        secret: Proves that the laptop was invited; it never travels.
        fingerprint: Begins the SHA-256 of the centre's public key, so that the laptop knows
            that it is our centre that answers.
    """

    secret: bytes
    fingerprint: bytes

    def __str__(self) -> str:
        text = base64.b32encode(self.secret + self.fingerprint).decode().lower()
        return "-".join(text[at : at + GROUP] for at in range(0, len(text), GROUP))

    @property
    def mark(self) -> str:
        """What names the invitation without giving the secret away."""
        return hashlib.sha256(b"veban invitation" + self.secret).hexdigest()

    def is_of(self, public_key: str) -> bool:
        """Tell whether the token was given by the centre with this key (hex)."""
        return fingerprint_of(public_key) == self.fingerprint


def fingerprint_of(public_key: str) -> bytes:
    """Return the short form of a centre's public key (hex)."""
    return hashlib.sha256(bytes.fromhex(public_key)).digest()[:FINGERPRINT_BYTES]


def read_token(text: str) -> Token:
    """Read a token as people type it: in any case, with or without dashes and spaces.

    Raises:
        TokenWrong: the text is no token.

    Example:
        >>> token = Token(b"0123456789", b"abcdefghij")
        >>> str(token)
        'gayt-emzu-gu3d-oobz-mfrg-gzdf-mztw-q2lk'
        >>> read_token(str(token).upper().replace("-", " ")) == token
        True
    """
    letters = "".join(text.replace("-", "").split()).upper()
    try:
        raw = base64.b32decode(letters)
    except ValueError as problem:
        raise TokenWrong(why="misspelt") from problem
    if len(raw) != SECRET_BYTES + FINGERPRINT_BYTES:
        raise TokenWrong(why="misspelt")
    return Token(raw[:SECRET_BYTES], raw[SECRET_BYTES:])
