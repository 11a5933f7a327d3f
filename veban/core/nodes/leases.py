"""Leases of numbers given to devices (cấp dải số): the event and the row it makes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from veban.core.journal.history import Placed


@dataclass(frozen=True, slots=True)
class LaneLeased:
    """A node may give these serials on these days; signed by the centre, it is a certificate.

    Args:
        to_serial: None for a desk's own lane, which has no upper end.
        signature: The centre's Ed25519 signature over the lease, hex.
    """

    TYPE: ClassVar[str] = "LaneLeased"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Cấp dải số"

    unit: str
    agency: str
    node: str
    node_key: str
    first_day: date
    last_day: date
    from_serial: int
    to_serial: int | None
    given_at: datetime
    numbers: str
    signature: str


@dataclass(frozen=True, slots=True)
class LeaseRow:
    """A lease as it stands; ``part`` numbers the leases of one node."""

    stream: str
    part: str
    unit: str
    agency: str
    node: str
    node_key: str
    first_day: date
    last_day: date
    from_serial: int
    to_serial: int | None
    given_at: datetime
    numbers: str
    signature: str


def lane_stream(node: str) -> str:
    """Return the stream of the leases of a node."""
    return f"lane/{node}"


def lease_rows(stream: str, history: Sequence[Placed]) -> tuple[LeaseRow, ...]:
    """Fold the leases of a node; all stay, since old receipts are judged by them."""
    leased = [step.event for step in history if isinstance(step.event, LaneLeased)]
    return tuple(
        LeaseRow(
            stream, str(n), event.unit, event.agency, event.node, event.node_key,
            event.first_day, event.last_day, event.from_serial, event.to_serial,
            event.given_at, event.numbers, event.signature,
        )
        for n, event in enumerate(leased)
    )
