"""Invite an officer (mời công chức): one word, good once, with which a password is set."""

from dataclasses import replace
from datetime import datetime, timedelta

from veban.actions.people.accounts import Account, SignInDesk
from veban.actions.ports import Randomness
from veban.core.numbers.tracking import tracking_chars

INVITE_BYTES = 16


def invite_officer(desk: SignInDesk, random: Randomness, officer: str, now: datetime) -> str:
    """Return a new invite for an officer; an earlier one no longer works.

    The password set before stays good until the new invite is used. Laptops hear of it at
    their next exchange.

    Args:
        desk: Accounts and hash of this node.
        random: Gives bytes nobody can guess.
        officer: The officer's code.
        now: The node's time; an invite counts as later than the one before, whatever it says.

    Returns:
        The invite as it is read out or written down, such as ``2K7M-AC9X-4HQT-9RPD``.
    """
    chars = tracking_chars(random.token(INVITE_BYTES)) + tracking_chars(random.token(INVITE_BYTES))
    hashed = desk.hasher.hash(chars)
    with desk.accounts.changing(officer) as account:
        before = account.invited_at
        at = now if before is None else max(now, before + timedelta(seconds=1))
        desk.accounts.save(
            replace(
                account,
                invite=hashed,
                invite_used=False,
                invited_at=at,
                tries=0,
                waits_until=None,
            )
        )
    return "-".join(chars[start : start + 4] for start in range(0, len(chars), 4))


def forget_officer(desk: SignInDesk, officer: str) -> None:
    """Forget how an officer signs in here, who was let go: no password, no invite, no PIN."""
    with desk.accounts.changing(officer):
        desk.accounts.save(Account(officer))


def plain_invite(text: str) -> str:
    """Return an invite as it was made, however it was typed.

    Example:
        >>> plain_invite(" 2k7m-ac9x 4hqt-9rpd ")
        '2K7MAC9X4HQT9RPD'
    """
    return "".join(text.upper().replace("-", " ").split())
