"""Who is signed in (phiên làm việc): the cookie holds a token, the table only its hash."""

from datetime import datetime, timedelta
from hashlib import sha256

from veban.store.accounts.tables import SessionRecord

LONGEST = timedelta(hours=12)
IDLE = timedelta(hours=2)
NOTED_EVERY = timedelta(minutes=5)
"""A page view writes nothing unless the last note is this old."""


def begin_session(alias: str, officer: str, token: str, now: datetime) -> None:
    """Note that whoever shows ``token`` is the officer; ended sessions are swept."""
    known = SessionRecord._default_manager.using(alias)
    known.filter(began_at__lt=now - LONGEST).delete()
    known.create(token=_hash(token), officer=officer, began_at=now, used_at=now)


def find_session(alias: str, token: str, now: datetime) -> str | None:
    """Return the officer of a session that still lasts."""
    known = SessionRecord._default_manager.using(alias).filter(token=_hash(token))
    found = known.values_list("officer", "began_at", "used_at").first()
    if found is None:
        return None
    officer, began_at, used_at = found
    if not (now - LONGEST < began_at and now - IDLE < used_at):
        return None
    if now - used_at > NOTED_EVERY:
        known.update(used_at=now)
    return str(officer)


def end_session(alias: str, token: str) -> None:
    """Forget a session; no error where there is none."""
    SessionRecord._default_manager.using(alias).filter(token=_hash(token)).delete()


def end_sessions_of(alias: str, officer: str) -> None:
    """Forget every session of an officer, as after a new password."""
    SessionRecord._default_manager.using(alias).filter(officer=officer).delete()


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
