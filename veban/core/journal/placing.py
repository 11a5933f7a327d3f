"""Give places in a stream to entries that arrived (xếp thứ tự): the accepted order.

A place is (stream, version). The first accepted stays; an entry that finds its place taken, or
that continues one that found its place taken, is kept without a place and shown to a person.
Between honest nodes no two claim one place, and then the order of arrival makes no difference.

One entry does not wait: a *reclaim*, which a leader's node writes without being the holder. Where
the former holder wrote something else in its place, that and what follows loses its place on the
former holder's node too, so that both agree on who holds from then on. The same goes for a lease
of numbers that a centre gives under a new writer's name: its old self may have given one there.
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
        reclaims: Whether it takes the place from whatever another node wrote there.
    """

    stream: str
    version: int
    node: str
    hash: str
    placed: bool
    reclaims: bool = False


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
    placed: dict[int, Claim] = {}
    waiting: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.placed:
            placed[claim.version] = claim
        else:
            waiting.setdefault(claim.version, []).append(claim)
    given = _reclaimed(waiting, placed)
    held = {version: claim.hash for version, claim in placed.items()}
    version = len(held) + 1
    while fitting := _fitting(waiting, held, version):
        held[version] = fitting.hash
        given.append(fitting)
        version += 1
    return given


def _reclaimed(waiting: dict[int, list[Claim]], placed: dict[int, Claim]) -> list[Claim]:
    """Let the first reclaim that finds its place taken by another node have it.

    What stood there and after it waits from now on.
    """
    for version in sorted(waiting):
        there = placed.get(version)
        for claim in waiting[version]:
            if there and claim.reclaims and not there.reclaims and claim.node != there.node:
                waiting[version].remove(claim)
                for lost in [v for v in placed if v >= version]:
                    waiting.setdefault(lost, []).append(placed.pop(lost))
                placed[version] = claim
                return [claim]
    return []


def _fitting(waiting: dict[int, list[Claim]], held: dict[int, str], version: int) -> Claim | None:
    """Return the first claim that does not continue a branch that lost its place."""
    before = held.get(version - 1)
    losers = {claim.node for claim in waiting.get(version - 1, ()) if claim.hash != before}
    for claim in waiting.get(version, ()):
        if claim.node not in losers:
            return claim
    return None
