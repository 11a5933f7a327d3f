"""Hash passwords, PINs and invites with argon2id."""

from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError


class Argon2Hasher:
    """The hasher port on argon2-cffi, with the parameters of RFC 9106 for little memory."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)

    @cached_property
    def _nobody(self) -> str:
        """A hash that no secret has, so that an unknown officer takes as long as a known one."""
        return self._hasher.hash("nobody")

    def hash(self, secret: str) -> str:
        return self._hasher.hash(secret)

    def verify(self, hashed: str | None, secret: str) -> bool:
        try:
            self._hasher.verify(hashed or self._nobody, secret)
        except (VerificationError, InvalidHashError):
            return False
        return hashed is not None
