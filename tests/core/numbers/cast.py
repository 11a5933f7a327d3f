"""Leases of an invented agency, and a toy signature that depends on key and content."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from hashlib import sha512

from veban.core.numbers.lane import Lease, lease_days
from veban.core.people.unit_settings import NumberStanding
from veban.core.shared.local_time import parse_instant

GIVEN_AT = parse_instant("2026-11-23T09:00:00+07:00")
DAY = date(2026, 11, 23)
AGENCY = "H18.03.172"
LAPTOP_KEY, OTHER_KEY, CENTRE_KEY = "a1" * 32, "b2" * 32, "c3" * 32


def lease(
    node: str = "laptop-1",
    node_key: str = LAPTOP_KEY,
    lane: tuple[int, int | None] = (1, 500),
    given_at: datetime = GIVEN_AT,
    agency: str = AGENCY,
) -> Lease:
    first_day, last_day = lease_days(given_at)
    return Lease(
        unit="03172",
        agency=agency,
        node=node,
        node_key=node_key,
        first_day=first_day,
        last_day=last_day,
        from_serial=lane[0],
        to_serial=lane[1],
        given_at=given_at,
        standing=NumberStanding.PROVISIONAL,
    )


def days_later(days: int) -> datetime:
    return GIVEN_AT + timedelta(days=days)


def sign_with(key: str) -> Callable[[bytes], bytes]:
    """Return 64 bytes that only this key and this content give."""
    return lambda content: sha512(bytes.fromhex(key) + content).digest()


def verify(key: str, content: bytes, signature: bytes) -> bool:
    return sign_with(key)(content) == signature
