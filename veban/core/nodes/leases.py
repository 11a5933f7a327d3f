"""Leases of numbers given to devices (cấp dải số): the event and the row it makes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from veban.core.journal.history import Placed
from veban.core.numbers.lane import Lease
from veban.core.people.unit_settings import NumberStanding


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
    RENEWED_RECLAIMS: ClassVar[bool] = True
    """A restored centre's lease stands where its old self gave one that the backup lacks."""

    unit: str
    agency: str
    node: str
    node_key: str
    first_day: date
    last_day: date
    from_serial: int
    given_at: datetime
    numbers: NumberStanding
    signature: str
    to_serial: int | None = None


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

    def lease(self) -> Lease:
        """Return the lease, with which numbers are given and receipts judged."""
        return Lease(
            unit=self.unit,
            agency=self.agency,
            node=self.node,
            node_key=self.node_key,
            first_day=self.first_day,
            last_day=self.last_day,
            from_serial=self.from_serial,
            to_serial=self.to_serial,
            given_at=self.given_at,
            standing=NumberStanding(self.numbers),
            signature=self.signature,
        )


def lane_stream(node: str) -> str:
    """Return the stream of the leases of a node."""
    return f"lane/{node}"


def leased(lease: Lease) -> LaneLeased:
    """Return the event that gives a signed lease."""
    return LaneLeased(
        unit=lease.unit,
        agency=lease.agency,
        node=lease.node,
        node_key=lease.node_key,
        first_day=lease.first_day,
        last_day=lease.last_day,
        from_serial=lease.from_serial,
        given_at=lease.given_at,
        numbers=lease.standing,
        signature=lease.signature,
        to_serial=lease.to_serial,
    )


def lease_rows(stream: str, history: Sequence[Placed]) -> tuple[LeaseRow, ...]:
    """Fold the leases of a node; all stay, since old receipts are judged by them."""
    given = [step.event for step in history if isinstance(step.event, LaneLeased)]
    return tuple(
        LeaseRow(
            stream=stream,
            part=str(n),
            unit=event.unit,
            agency=event.agency,
            node=event.node,
            node_key=event.node_key,
            first_day=event.first_day,
            last_day=event.last_day,
            from_serial=event.from_serial,
            to_serial=event.to_serial,
            given_at=event.given_at,
            numbers=event.numbers.value,
            signature=event.signature,
        )
        for n, event in enumerate(given)
    )
