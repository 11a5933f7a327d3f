"""Bytes that nobody can guess, from the operating system (số ngẫu nhiên)."""

import secrets


class SystemRandomness:
    """The randomness port."""

    def token(self, count: int) -> bytes:
        return secrets.token_bytes(count)
