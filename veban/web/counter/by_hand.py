"""A receipt written by hand, on its way into the reception form (phiếu viết tay)."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from veban.core.shared.local_time import LOCAL


@dataclass(frozen=True, slots=True)
class ByHand:
    """What the slip says: its number, and when the dossier was taken in.

    Args:
        serial: The number printed on it.
        at: The true local day and hour, aware.
    """

    serial: int
    at: datetime

    def text(self) -> str:
        """Write it for an address.

        Example:
            >>> ByHand(401, datetime(2026, 11, 23, 9, 30, tzinfo=LOCAL)).text()
            '401@2026-11-23T09:30'
        """
        return f"{self.serial}@{self.at.astimezone(LOCAL):%Y-%m-%dT%H:%M}"


def slip_of(request: HttpRequest) -> str:
    """Return what the address says of a slip; empty where nothing readable stands there."""
    text = request.GET.get("slip", "").strip()
    return text if read_by_hand(text) else ""


def read_by_hand(text: str) -> ByHand | None:
    """Read what :meth:`ByHand.text` wrote; None for anything else.

    Example:
        >>> read_by_hand("401@2026-11-23T09:30").serial
        401
        >>> read_by_hand("401@gio") is None
        True
    """
    serial, _, at = text.partition("@")
    try:
        return ByHand(int(serial), datetime.strptime(at, "%Y-%m-%dT%H:%M").replace(tzinfo=LOCAL))
    except ValueError:
        return None
