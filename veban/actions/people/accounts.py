"""What signing in needs of the world (tài khoản): accounts of this node, and a slow hash.

Accounts are local to a node and no part of its journal: neither a password nor a PIN ever
travels. A laptop is told the hashes of its officers' open invites (``told_invites``) and
nothing else of the centre's secrets.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from veban.core.shared.refused import Refused


class SignInWrong(Refused):
    """Officer and secret do not belong together; which of them is wrong is not said."""

    code = "sign_in.wrong"


class SignInWait(Refused):
    """Too many wrong tries; ``minutes`` says how long to wait."""

    code = "sign_in.wait"


class InviteWrong(Refused):
    """The invite is not the officer's, or was used before."""

    code = "sign_in.invite_wrong"


class SecretTooWeak(Refused):
    """The new password is too short; ``least`` is the least length."""

    code = "sign_in.secret_too_weak"


class PinNotSixDigits(Refused):
    """A PIN is so many ``digits`` and nothing else."""

    code = "sign_in.pin_not_digits"


class PinTooPlain(Refused):
    """The new PIN is among the first that anybody tries."""

    code = "sign_in.pin_too_plain"


class CodeWrong(Refused):
    """The one-time code is not the one that this machine expects, or was used before."""

    code = "sign_in.code_wrong"


@dataclass(frozen=True, slots=True)
class Account:
    """How one officer signs in on this node.

    Args:
        officer: The officer's code.
        password: Hash of the password; None until the invite was used.
        invite: Hash of the invite last given.
        invite_used: Whether that invite was used.
        invited_at: When that invite was given, by the centre's clock; None: not noted.
        pin: Hash of the PIN that switches people on an open laptop.
        tries: Wrong tries since the last right one.
        waits_until: Until when nothing is tried; None: no wait.
        code_secret: What one-time codes are made of; None: none is asked for.
        code_step: The half minute of the code used last, so that no code is used twice.
        recovery: Digests of the recovery codes that are left, one a line.
    """

    officer: str
    password: str | None = None
    invite: str | None = None
    invite_used: bool = False
    pin: str | None = None
    tries: int = 0
    waits_until: datetime | None = None
    invited_at: datetime | None = None
    code_secret: str | None = None
    code_step: int = 0
    recovery: str = ""


class Accounts(Protocol):
    """The accounts of this node."""

    def find(self, officer: str) -> Account | None:
        """Return an officer's account."""
        ...

    def changing(self, officer: str) -> AbstractContextManager[Account]:
        """Open a transaction on one account, made where it is missing; nobody else changes it."""
        ...

    def save(self, account: Account) -> None:
        """Store an account; inside ``changing`` of the same officer."""
        ...

    def with_pin(self) -> Sequence[str]:
        """Return the officers who have set a PIN here."""
        ...


class Hasher(Protocol):
    """A slow hash of secrets (argon2id)."""

    def hash(self, secret: str) -> str:
        """Return a salted hash."""
        ...

    def verify(self, hashed: str | None, secret: str) -> bool:
        """Tell whether the secret is the hashed one; as slow where ``hashed`` is None."""
        ...


class OneTimeCodes(Protocol):
    """One-time codes by the clock (mã một lần)."""

    def new_secret(self) -> str:
        """Return a secret as applications take it."""
        ...

    def step_of(self, secret: str, code: str, now: datetime) -> int | None:
        """Return the half minute to which a code belongs; None where it is none."""
        ...

    def address(self, secret: str, officer: str, place: str) -> str:
        """Return what a QR for an application says."""
        ...


@dataclass(frozen=True, slots=True)
class SignInDesk:
    """Accounts, hash and one-time codes together, as the use cases of signing in take them."""

    accounts: Accounts
    hasher: Hasher
    codes: OneTimeCodes
