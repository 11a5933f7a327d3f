"""One-time codes by the clock (mã một lần, RFC 6238): six digits, half a minute."""

import base64
import binascii
import secrets
from datetime import datetime

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

DIGITS = 6
STEP_S = 30
DRIFT = (0, -1, 1)
"""Steps before and after the present one that count, since phones' clocks differ."""
SECRET_BYTES = 20


class ClockCodes:
    """One-time codes as every authenticator application makes them."""

    def new_secret(self) -> str:
        """Return a secret as applications take it: base32."""
        return base64.b32encode(secrets.token_bytes(SECRET_BYTES)).decode()

    def step_of(self, secret: str, code: str, now: datetime) -> int | None:
        """Return the half minute to which a code belongs; None where it is none.

        Example:
            >>> from datetime import UTC, datetime
            >>> secret = base64.b32encode(b"12345678901234567890").decode()
            >>> ClockCodes().step_of(secret, "287082", datetime.fromtimestamp(59, UTC))
            1
        """
        try:
            key = base64.b32decode(secret, casefold=True)
        except binascii.Error:
            return None
        if len(key) < SECRET_BYTES or len(code) != DIGITS or not code.isdecimal():
            return None
        # What applications know is SHA-1; as a keyed hash it is sound.
        totp = TOTP(key, DIGITS, SHA1(), STEP_S)
        present = int(now.timestamp()) // STEP_S
        for drift in DRIFT:
            step = present + drift
            made = totp.generate(step * STEP_S).decode()
            if secrets.compare_digest(made.encode(), code.encode()):
                return step
        return None

    def address(self, secret: str, officer: str, place: str) -> str:
        """Return what the QR for an application says; it names the officer's code only."""
        return f"otpauth://totp/Ve%20Ban:{officer}?secret={secret}&issuer=Ve%20Ban%20{place}"
