"""The second factor of an officer (xác thực hai lớp): set up, and its codes used up."""

from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from veban.actions.people.accounts import Account, CodeWrong, SignInDesk
from veban.actions.ports import Randomness
from veban.core.numbers.tracking import read_tracking, tracking_chars

RECOVERY = 10
"""How many recovery codes there are, each good once."""
_BYTES = 16


def set_up_codes(
    desk: SignInDesk, random: Randomness, officer: str, shown: tuple[str, str], now: datetime
) -> list[str]:
    """Ask for a one-time code at every sign-in from now on.

    Args:
        desk: Accounts, hash and one-time codes of this node.
        random: Gives bytes nobody can guess.
        officer: Whose second factor it is; nobody sets it up for another.
        shown: The secret that the page showed, and the code the officer's application made of it.
        now: The machine's time.

    Returns:
        The recovery codes, to be kept on paper.

    Raises:
        CodeWrong: the application and this machine do not agree.
    """
    secret, code = shown
    step = desk.codes.step_of(secret, plain_code(code), now)
    if step is None:
        raise CodeWrong()
    recovery = [tracking_chars(random.token(_BYTES)) for _ in range(RECOVERY)]
    with desk.accounts.changing(officer) as account:
        kept = "\n".join(map(_digest, recovery))
        desk.accounts.save(replace(account, code_secret=secret, code_step=step, recovery=kept))
    return [f"{one[:4]}-{one[4:]}" for one in recovery]


def spent(desk: SignInDesk, account: Account, code: str, now: datetime) -> Account | None:
    """Return the account after a code was used; None where it is wrong or was used before."""
    if account.code_secret is None:
        return account
    step = desk.codes.step_of(account.code_secret, plain_code(code), now)
    if step is not None:
        return replace(account, code_step=step) if step > account.code_step else None
    typed, left = read_tracking(code), account.recovery.split()
    if typed is None or _digest(typed) not in left:
        return None
    left.remove(_digest(typed))
    return replace(account, recovery="\n".join(left))


def without_codes(account: Account) -> Account:
    """Return the account as one that is asked for no one-time code."""
    return replace(account, code_secret=None, code_step=0, recovery="")


def plain_code(code: str) -> str:
    """Return a one-time code as applications count it, however it was typed.

    Example:
        >>> plain_code(" 287 082 ")
        '287082'
    """
    return "".join(code.split())


def _digest(code: str) -> str:
    """Return the hash that is kept of a recovery code: it is chance already, and tried rarely."""
    return sha256(code.encode()).hexdigest()
