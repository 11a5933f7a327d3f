"""How often tracking may be asked (giới hạn tra cứu): for each address, and in all.

A bucket empties by one with each question and fills again with time. It lives in the process:
a guess costs time everywhere, and a restart forgives everybody.
"""

import threading
import time
from dataclasses import dataclass, field

from veban.core.shared.refused import Refused

MOST_ADDRESSES = 20_000


class TrackingBusy(Refused):
    """Too many questions; ``seconds`` says when the next one may come."""

    code = "track.wait"


@dataclass(slots=True)
class Buckets:
    """Buckets by name, all of one size.

    Args:
        size: Questions at once.
        per_second: How fast it fills again.
    """

    size: int
    per_second: float
    _left: dict[str, tuple[float, float]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, name: str, now_s: float) -> float:
        """Take one; return 0, or the seconds to wait."""
        with self._lock:
            if len(self._left) >= MOST_ADDRESSES:
                self._left.clear()
            left, at_s = self._left.get(name, (float(self.size), now_s))
            left = min(float(self.size), left + (now_s - at_s) * self.per_second)
            if left < 1:
                self._left[name] = (left, now_s)
                return (1 - left) / self.per_second
            self._left[name] = (left - 1, now_s)
            return 0.0


ADDRESSES = Buckets(120, 1.0)
ALL = Buckets(1200, 20.0)


def ask(address: str) -> None:
    """Count a question.

    Raises:
        TrackingBusy: the address, or everybody together, asked too often.
    """
    now_s = time.monotonic()
    wait_s = ADDRESSES.take(address, now_s) or ALL.take("all", now_s)
    if wait_s:
        raise TrackingBusy(seconds=int(wait_s) + 1)
