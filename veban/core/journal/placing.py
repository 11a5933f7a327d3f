"""Give places in a stream to entries that arrived (xếp thứ tự): the accepted order.

A place is (stream, version). The first accepted stays; an entry that finds its place taken, or
that continues one that found its place taken, is kept without a place and shown to a person.
Between honest nodes no two claim one place, and then the order of arrival makes no difference.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Claim:
    """An entry that wants a place in a stream.

    Args:
        stream: ``kind/id``.
        version: The place it claims.
        node: Who wrote it.
        hash: The entry's identity.
        placed: Whether it has the place already.
    """

    stream: str
    version: int
    node: str
    hash: str
    placed: bool


def newly_placed(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that get their place now, in the order of versions.

    Args:
        claims: All of one stream, in the order of arrival.

    Example:
        >>> late = Claim("dossier/a", 2, "n", "h2", placed=False)
        >>> first = Claim("dossier/a", 1, "n", "h1", placed=False)
        >>> [claim.hash for claim in newly_placed([late])]
        []
        >>> [claim.hash for claim in newly_placed([late, first])]
        ['h1', 'h2']
    """
    held: dict[int, str] = {}
    waiting: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.placed:
            held[claim.version] = claim.hash
        else:
            waiting.setdefault(claim.version, []).append(claim)
    given: list[Claim] = []
    version = len(held) + 1
    while fitting := _fitting(waiting, held, version):
        held[version] = fitting.hash
        given.append(fitting)
        version += 1
    return given


def _fitting(waiting: dict[int, list[Claim]], held: dict[int, str], version: int) -> Claim | None:
    """Return the first claim that does not continue a branch that lost its place."""
    before = held.get(version - 1)
    losers = {claim.node for claim in waiting.get(version - 1, ()) if claim.hash != before}
    for claim in waiting.get(version, ()):
        if claim.node not in losers:
            return claim
    return None
