"""Tell laptops which invites are open (báo lời mời cho máy lưu động).

Only the slow hash of an invite travels, in a sealed greeting from a centre to its laptop: enough
to prove an invite there, not enough to make one. The moment of an invite orders what arrives,
since a stick may bring an old greeting after a new one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from veban.actions.people.accounts import Account, Accounts

UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""When an invite was given of which nobody noted it."""


@dataclass(frozen=True, slots=True)
class ToldInvite:
    """What a laptop is told about an officer's invite.

    Args:
        hashed: Hash of the invite; empty where it was used at the centre, or none was given.
        given_at: When it was given, by the centre's clock; later with every new one.
    """

    hashed: str
    given_at: datetime


def tell_invites(accounts: Accounts, officers: Iterable[str]) -> dict[str, ToldInvite]:
    """Return what there is to tell about officers' invites.

    Args:
        accounts: Of this node, the centre.
        officers: Codes.

    Returns:
        Code → what a laptop is told; officers without an account here are left out.
    """
    found = (accounts.find(code) for code in officers)
    return {account.officer: _told(account) for account in found if account is not None}


def keep_invites(accounts: Accounts, told: Mapping[str, ToldInvite]) -> None:
    """Keep what the centre told: a new invite opens, a replaced or used one no longer does.

    An invite used on this laptop stays used, however often it is told; what is older than what
    is known is passed over.

    Args:
        accounts: Of this node, the laptop.
        told: Code → what the centre says.
    """
    for officer, one in told.items():
        account = accounts.find(officer) or Account(officer)
        if _after(account, one) == account:
            continue
        with accounts.changing(officer) as account:
            accounts.save(_after(account, one))


def _told(account: Account) -> ToldInvite:
    is_open = account.invite is not None and not account.invite_used
    return ToldInvite(account.invite or "" if is_open else "", account.invited_at or UNDATED)


def _after(account: Account, told: ToldInvite) -> Account:
    known = account.invited_at
    if known is not None and told.given_at < known:
        return account
    if not told.hashed:
        return replace(account, invite_used=True, invited_at=told.given_at)
    if known is not None and told.given_at == known:
        return account
    if told.hashed == account.invite:
        return replace(account, invited_at=told.given_at)
    return replace(
        account,
        invite=told.hashed,
        invite_used=False,
        invited_at=told.given_at,
        tries=0,
        waits_until=None,
    )
