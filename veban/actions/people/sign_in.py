"""Sign in (đăng nhập): password at the centre, PIN on an open laptop; five tries, then wait."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

from veban.actions.people.accounts import (
    Account,
    CodeWrong,
    InviteWrong,
    PinNotSixDigits,
    PinTooPlain,
    SecretTooWeak,
    SignInDesk,
    SignInWait,
    SignInWrong,
)
from veban.actions.people.invite import plain_invite
from veban.actions.people.second_factor import spent, without_codes

TRIES = 5
FIRST_WAIT = timedelta(minutes=5)
LONGEST_WAIT = timedelta(hours=1)
LEAST_PASSWORD = 10
PIN_DIGITS = 6


def sign_in_with_password(
    desk: SignInDesk, officer: str, password: str, now: datetime, code: str = ""
) -> None:
    """Let an officer in at the centre; who has a second factor shows a code as well.

    Raises:
        SignInWrong: officer, password and code do not belong together.
        SignInWait: too many wrong tries.
    """

    def is_right(account: Account) -> bool:
        is_password = desk.hasher.verify(account.password, password)
        return is_password and spent(desk, account, code, now) is not None

    _try(desk, officer, now, is_right)
    with desk.accounts.changing(officer) as account:
        # Looked at again under the lock: of two that show one code at once, one comes in.
        used = spent(desk, account, code, now)
        if used is None:
            raise SignInWrong()
        desk.accounts.save(used)


def give_up_codes(desk: SignInDesk, officer: str, code: str, now: datetime) -> None:
    """Ask for no one-time code any more, after one last one; wrong ones count as tries.

    Raises:
        CodeWrong: the code is none.
        SignInWait: too many wrong tries.
    """
    try:
        _try(desk, officer, now, lambda account: spent(desk, account, code, now) is not None)
    except SignInWrong as wrong:
        raise CodeWrong() from wrong
    with desk.accounts.changing(officer) as account:
        desk.accounts.save(without_codes(account))


def sign_in_with_pin(desk: SignInDesk, officer: str, pin: str, now: datetime) -> None:
    """Switch to an officer on a laptop whose folder is open.

    Raises:
        SignInWrong: officer and PIN do not belong together.
        SignInWait: too many wrong tries.
    """
    _try(desk, officer, now, lambda account: desk.hasher.verify(account.pin, pin))


def use_invite(desk: SignInDesk, officer: str, invite: str, password: str, now: datetime) -> None:
    """Set an officer's password with an invite, which is used up by it.

    Raises:
        SecretTooWeak: the password is too short.
        InviteWrong: the invite is not the officer's, or was used before.
        SignInWait: too many wrong tries.
    """
    if len(password) < LEAST_PASSWORD:
        raise SecretTooWeak(least=LEAST_PASSWORD)
    hashed = desk.hasher.hash(password)
    redeem_invite(desk, officer, invite, now, hashed)


def redeem_invite(
    desk: SignInDesk, officer: str, invite: str, now: datetime, password: str | None = None
) -> None:
    """Use an invite up: at the centre for a password, on a laptop for an opening phrase.

    Args:
        desk: Accounts and hash of this node.
        officer: The officer's code.
        invite: As it was typed.
        now: The machine's time.
        password: Hash of the new password; None leaves what was.

    Raises:
        InviteWrong: the invite is not the officer's, or was used before.
        SignInWait: too many wrong tries.
    """

    def is_right(account: Account) -> bool:
        given = None if account.invite_used else account.invite
        return desk.hasher.verify(given, plain_invite(invite))

    try:
        _try(desk, officer, now, is_right)
    except SignInWrong as wrong:
        raise InviteWrong() from wrong
    with desk.accounts.changing(officer) as account:
        if account.invite_used:
            raise InviteWrong()
        changed = replace(account, password=password or account.password, invite_used=True)
        if password is not None:
            # Who lost password or phone begins anew: the invite was handed over in person.
            changed = without_codes(changed)
        desk.accounts.save(changed)


def set_pin(desk: SignInDesk, officer: str, pin: str) -> None:
    """Set the PIN of an officer who has just shown the opening phrase.

    Raises:
        PinNotSixDigits: it is something else than six digits.
        PinTooPlain: it is among the first that anybody tries.
    """
    if len(pin) != PIN_DIGITS or not (pin.isascii() and pin.isdecimal()):
        raise PinNotSixDigits(digits=PIN_DIGITS)
    if is_plain_pin(pin):
        raise PinTooPlain()
    hashed = desk.hasher.hash(pin)
    with desk.accounts.changing(officer) as account:
        desk.accounts.save(replace(account, pin=hashed, tries=0, waits_until=None))


def is_plain_pin(pin: str) -> bool:
    """Tell whether a PIN counts up or down, or repeats one, two or three digits.

    Example:
        >>> [is_plain_pin(pin) for pin in ("123456", "098765", "777777", "121212", "274819")]
        [True, True, True, True, False]
    """
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    repeats = any(pin == pin[:size] * (len(pin) // size) for size in (2, 3))
    return repeats or steps in ({0}, {1}, {9})


def wait_after(tries: int) -> timedelta | None:
    """Return how long nothing is tried after so many wrong tries; None: go on at once.

    Example:
        >>> [str(wait_after(tries)) for tries in (0, 4, 5, 6, 10)]
        ['None', 'None', '0:05:00', 'None', '0:10:00']
    """
    if not tries or tries % TRIES:
        return None
    doubled: timedelta = FIRST_WAIT * 2 ** min(tries // TRIES - 1, 10)
    return min(doubled, LONGEST_WAIT)


def minutes_left(left: timedelta) -> int:
    """Return how many minutes to wait, rounded up, at least one."""
    return max(1, -(-int(left.total_seconds()) // 60))


def _try(
    desk: SignInDesk, officer: str, now: datetime, is_right: Callable[[Account], bool]
) -> None:
    account = desk.accounts.find(officer)
    if account is None:
        # As slow as a known officer, so that nobody learns who works here.
        is_right(Account(officer))
        raise SignInWrong()
    with desk.accounts.changing(officer) as account:
        # Counted before it is looked at: tries at the same moment are tries all the same.
        if account.waits_until is not None and account.waits_until > now:
            raise SignInWait(minutes=minutes_left(account.waits_until - now))
        tries = account.tries + 1
        wait = wait_after(tries)
        desk.accounts.save(replace(account, tries=tries, waits_until=now + wait if wait else None))
    if not is_right(account):
        raise SignInWrong()
    with desk.accounts.changing(officer) as account:
        desk.accounts.save(replace(account, tries=0, waits_until=None))
