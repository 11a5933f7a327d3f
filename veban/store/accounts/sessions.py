"""Who is signed in (phiên làm việc): the cookie holds a token, the table only its hash."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256

from django.db.models import Q

from veban.store.accounts.tables import SessionRecord
from veban.store.journal.reading import fetch

LONGEST = timedelta(hours=12)
IDLE = timedelta(hours=2)
NOTED_EVERY = timedelta(minutes=5)
"""A page view writes nothing unless the last note is this old."""

# Asked at every request, so without Django's making of the statement: that is a tenth of one.
_FIND = "SELECT officer, began_at, used_at FROM account_session WHERE token = %s"


def begin_session(alias: str, officer: str, token: str, now: datetime) -> None:
    """Note that whoever shows ``token`` is the officer; ended sessions are swept."""
    known = SessionRecord._default_manager.using(alias)
    known.filter(began_at__lt=now - LONGEST).delete()
    known.create(token=_hash(token), officer=officer, began_at=now, used_at=now)


def find_session(alias: str, token: str, now: datetime) -> str | None:
    """Return the officer of a session that still lasts."""
    found = fetch(alias, _FIND, [_hash(token)])
    if not found:
        return None
    officer, began_at, used_at = found[0][0], _instant(found[0][1]), _instant(found[0][2])
    if not (now - LONGEST < began_at and now - IDLE < used_at):
        return None
    if now - used_at > NOTED_EVERY:
        known = SessionRecord._default_manager.using(alias).filter(token=_hash(token))
        known.update(used_at=now)
    return str(officer)


def end_session(alias: str, token: str) -> None:
    """Forget a session; no error where there is none."""
    SessionRecord._default_manager.using(alias).filter(token=_hash(token)).delete()


def end_sessions_of(alias: str, officer: str) -> None:
    """Forget every session of an officer, as after a new password."""
    SessionRecord._default_manager.using(alias).filter(officer=officer).delete()


def end_all_sessions(alias: str) -> None:
    """Forget every session, as when a locked laptop is opened anew."""
    SessionRecord._default_manager.using(alias).all().delete()


def sweep_sessions(alias: str, now: datetime) -> int:
    """Forget the sessions that have run out; return how many there were."""
    over = Q(began_at__lte=now - LONGEST) | Q(used_at__lte=now - IDLE)
    return int(SessionRecord._default_manager.using(alias).filter(over).delete()[0])


def _instant(stored: datetime | str) -> datetime:
    """Read what the database gives: SQLite keeps an instant in UTC without saying so."""
    instant = datetime.fromisoformat(stored) if isinstance(stored, str) else stored
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
