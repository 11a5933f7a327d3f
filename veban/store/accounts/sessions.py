"""Who is signed in (phiên làm việc): the cookie holds a token, the table only its hash."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from django.db.models import Q

from veban.store.accounts.tables import SessionRecord
from veban.store.journal.reading import fetch

LONGEST = timedelta(hours=12)
IDLE = timedelta(hours=2)
MOST = 5
"""Sessions of one officer at a time; the one unused for longest ends when another begins."""
NOTED_EVERY = timedelta(minutes=5)
"""A page view writes nothing unless the last note is this old."""

HANDLE = 16


@dataclass(frozen=True, slots=True)
class Session:
    """A session that lasts; ``handle`` names it and opens nothing."""

    handle: str
    officer: str
    began_at: datetime
    used_at: datetime


# Asked at every request, so without Django's making of the statement: that is a tenth of one.
_FIND = "SELECT officer, began_at, used_at FROM account_session WHERE token = %s"


def begin_session(alias: str, officer: str, token: str, now: datetime) -> None:
    """Note that whoever shows ``token`` is the officer; ended sessions are swept."""
    known = SessionRecord._default_manager.using(alias)
    known.filter(began_at__lt=now - LONGEST).delete()
    theirs = known.filter(officer=officer).order_by("-used_at", "-began_at")
    unwanted = list(theirs.values_list("token", flat=True)[MOST - 1 :])
    known.filter(token__in=unwanted).delete()
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


def list_sessions(alias: str, officer: str, now: datetime) -> list[Session]:
    """Return an officer's sessions that still last, the last used first."""
    return [one for one in _lasting(alias, now) if one.officer == officer]


def count_sessions(alias: str, now: datetime) -> Counter[str]:
    """Return how many sessions of each officer still last."""
    return Counter(one.officer for one in _lasting(alias, now))


def end_session_named(alias: str, officer: str, handle: str) -> None:
    """Forget one of an officer's own sessions; no error where there is none."""
    theirs = SessionRecord._default_manager.using(alias).filter(officer=officer)
    theirs.filter(token__startswith=handle).delete()


def handle_of(token: str) -> str:
    """Return what names a session in lists."""
    return _hash(token)[:HANDLE]


def end_all_sessions(alias: str) -> None:
    """Forget every session, as when a locked laptop is opened anew."""
    SessionRecord._default_manager.using(alias).all().delete()


def sweep_sessions(alias: str, now: datetime) -> int:
    """Forget the sessions that have run out; return how many there were."""
    over = Q(began_at__lte=now - LONGEST) | Q(used_at__lte=now - IDLE)
    return int(SessionRecord._default_manager.using(alias).filter(over).delete()[0])


def _lasting(alias: str, now: datetime) -> list[Session]:
    lasting = Q(began_at__gt=now - LONGEST) & Q(used_at__gt=now - IDLE)
    known = SessionRecord._default_manager.using(alias).filter(lasting).order_by("-used_at")
    values = known.values_list("token", "officer", "began_at", "used_at")
    return [Session(token[:HANDLE], *rest) for token, *rest in values]


def _instant(stored: datetime | str) -> datetime:
    """Read what the database gives: SQLite keeps an instant in UTC without saying so."""
    instant = datetime.fromisoformat(stored) if isinstance(stored, str) else stored
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
