"""Wrong opening phrases are counted (đếm lần nhập sai cụm từ mở máy) while the database is locked.

A small file beside the wrapped keys, written whole. Tries from other machines in the network are
counted apart from those at the laptop itself, and each officer's apart from the others': nobody
in the network can keep the team from opening its laptop. Where the disk takes no bytes a try is
not counted, since a full laptop must open too. Whoever holds the folder itself is kept out by the
slow key alone, not by this file.
"""

import json
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from veban.actions.people.sign_in import minutes_left, wait_after
from veban.core.shared.refused import Refused
from veban.edges.folder.refusals import PhraseWait
from veban.edges.folder.whole_files import write_whole

TRIES = "keys/tries.json"
NOBODY = "?"
"""Under which codes are counted together that open nothing here."""

_one_at_a_time = threading.Lock()


def machine_now() -> datetime:
    """Return the machine's own time: waiting follows no practice clock."""
    return datetime.now(UTC)


class PhraseTries:
    """The tries at one laptop's folder.

    Args:
        folder: The folder.
        from_afar: Over the network, not at the laptop itself.
        now: The machine's time.
    """

    def __init__(
        self, folder: Path, *, from_afar: bool, now: Callable[[], datetime] = machine_now
    ) -> None:
        self._path = folder / TRIES
        self._place = "network" if from_afar else "here"
        self._now = now

    def count(self, officer: str) -> None:
        """Count a try before it is looked at: tries at the same moment are tries all the same.

        Raises:
            PhraseWait: too many were wrong; ``minutes`` says how long to wait.
        """
        with _one_at_a_time:
            known, now = self._read(), self._now()
            tries, since = _line(known.get(self._place, {}).get(officer))
            left = _left(tries, since, now)
            if left > timedelta():
                if since is not None and since > now:
                    # The clock was set back: the wait begins anew, it does not last till then.
                    self._keep(known, officer, tries, now)
                raise PhraseWait(minutes=minutes_left(left))
            self._keep(known, officer, tries + 1, now)

    def forget(self, officer: str) -> None:
        """Forget the wrong tries of an officer whose phrase was right."""
        with _one_at_a_time:
            known = self._read()
            if known.get(self._place, {}).pop(officer, None) is not None:
                self._write(known)

    def _keep(self, known: dict[str, Any], officer: str, tries: int, now: datetime) -> None:
        line = {"tries": tries, "since": now.isoformat()}
        known.setdefault(self._place, {})[officer] = line
        self._write(known)

    def _write(self, known: dict[str, Any]) -> None:
        with suppress(Refused, OSError):
            write_whole(self._path, json.dumps(known).encode(), private=True)

    def _read(self) -> dict[str, Any]:
        try:
            known = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        places = known.items() if isinstance(known, dict) else ()
        return {place: lines for place, lines in places if isinstance(lines, dict)}


def _line(found: Any) -> tuple[int, datetime | None]:
    """Read how many tries there were and when the last was; a damaged line counts for nothing."""
    try:
        return int(found["tries"]), datetime.fromisoformat(found["since"]).astimezone(UTC)
    except (KeyError, TypeError, ValueError):
        return 0, None


def _left(tries: int, since: datetime | None, now: datetime) -> timedelta:
    wait = wait_after(tries)
    if wait is None or since is None:
        return timedelta()
    return wait - max(now - since, timedelta())
