"""A lease of numbers (dải số): which serials a node may give, on which days, signed."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from veban.core.numbers.dossier_code import HIGHEST_SERIAL, DossierCode, is_agency_code
from veban.core.people.unit_settings import NumberStanding
from veban.core.shared.canonical import canonical
from veban.core.shared.local_time import format_instant, local_day

DAYS_BEFORE = timedelta(days=7)
DAYS_AFTER = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Lease:
    """A lane of one node: a range of serials that is its own on each day of the lease.

    The centre signs it; it is also the certificate by which a receipt of the node is checked.

    Args:
        unit: Unit that receives.
        agency: Agency code in front of the numbers.
        node: Id of the node.
        node_key: Its Ed25519 public key, hex.
        first_day: First local day of the lane, included.
        last_day: Last local day of the lane, included.
        from_serial: First number of each day, at least 1.
        to_serial: Last number of each day, included; None for the desk's own lane, which has
            no upper end.
        given_at: When the centre gave it.
        standing: Whether the numbers are reserved in the official system.
        signature: The centre's Ed25519 signature over :meth:`payload`, hex; empty before.

    Raises:
        ValueError: days or numbers end before they begin, or the agency code is none.
    """

    unit: str
    agency: str
    node: str
    node_key: str
    first_day: date
    last_day: date
    from_serial: int
    to_serial: int | None
    given_at: datetime
    standing: NumberStanding
    signature: str = ""

    def __post_init__(self) -> None:
        if not is_agency_code(self.agency):
            raise ValueError(f"no agency code: {self.agency!r}")
        if self.last_day < self.first_day:
            raise ValueError(f"a lease from {self.first_day} cannot end on {self.last_day}")
        if not 1 <= self.from_serial <= self.highest_serial <= HIGHEST_SERIAL:
            raise ValueError(f"no lane: {self.from_serial} to {self.to_serial}")

    @property
    def highest_serial(self) -> int:
        """The last number of each day, that of the code's eight digits for an open lane."""
        return HIGHEST_SERIAL if self.to_serial is None else self.to_serial

    def covers_day(self, day: date) -> bool:
        """Tell whether the lane is the node's on that local day."""
        return self.first_day <= day <= self.last_day

    def covers(self, day: date, serial: int) -> bool:
        """Tell whether the number is the node's on that local day."""
        return self.covers_day(day) and self.from_serial <= serial <= self.highest_serial

    def covers_code(self, code: DossierCode) -> bool:
        """Tell whether the node may have given the code."""
        return code.agency == self.agency and self.covers(code.day, code.serial)

    def shares_numbers(self, other: "Lease") -> bool:
        """Tell whether some code lies in both leases, whoever holds them."""
        return (
            self.agency == other.agency
            and self.first_day <= other.last_day
            and other.first_day <= self.last_day
            and self.from_serial <= other.highest_serial
            and other.from_serial <= self.highest_serial
        )

    def payload(self) -> bytes:
        """Return the canonical bytes the centre signs: everything but the signature."""
        return canonical(
            {
                "what": "veban.lease.1",
                "unit": self.unit,
                "agency": self.agency,
                "node": self.node,
                "node_key": self.node_key,
                "first_day": self.first_day.isoformat(),
                "last_day": self.last_day.isoformat(),
                "from_serial": self.from_serial,
                "to_serial": self.to_serial,
                "given_at": format_instant(self.given_at),
                "standing": self.standing.value,
            }
        )

    def signed(self, signature: bytes) -> "Lease":
        """Return the lease with the centre's signature on it."""
        return replace(self, signature=signature.hex())


def lease_days(given_at: datetime) -> tuple[date, date]:
    """Return the first and last local day of a lease given now: 7 days before to 60 after.

    The days before are for receptions the officer states afterwards, with a paper slip.

    Example:
        >>> from veban.core.shared.local_time import parse_instant
        >>> [str(day) for day in lease_days(parse_instant("2026-11-23T09:00:00+07:00"))]
        ['2026-11-16', '2027-01-22']
    """
    given_on = local_day(given_at)
    return given_on - DAYS_BEFORE, given_on + DAYS_AFTER
