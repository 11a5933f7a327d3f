"""The village clock (đồng hồ của bản): does a term end before the team can keep it?"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from veban.core.shared.local_time import local_day


class WayOut(StrEnum):
    """What the law leaves open where an ordinary dossier would be late."""

    MOBILE_VARIANT = "mobile_variant"
    TRAVELLING_SIGNER = "travelling_signer"
    HELP_TO_FILE_ONLINE = "help_to_file_online"


class Missed(StrEnum):
    """What comes after the term has ended."""

    SIGNATURE = "signature"
    HAND_BACK = "hand_back"


@dataclass(frozen=True, slots=True)
class TeamReturns:
    """When a round brings the team where a dossier can go on.

    Args:
        back_at: When it is back at someone who may sign; a term that ends then is missed.
        returns_on: When it comes to the village again; None where that is not planned.
    """

    back_at: datetime
    returns_on: date | None = None


@dataclass(frozen=True, slots=True)
class ProcedureWays:
    """What else the procedure offers.

    Args:
        mobile_variant: Code of the mobile procedure for the same matter, None for none.
        mobile_due_at: When that one would be due if taken now; None where that is unknown.
        online: Whether the person may file it online, with help, in an own account.
    """

    mobile_variant: str | None = None
    mobile_due_at: datetime | None = None
    online: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A term ends before the team can keep it; the dossier may still be taken.

    Args:
        missed: What comes too late. A missed signature breaks the term; a missed hand-back
            leaves a result that waits at the centre.
        ways: Lawful ways out, best first.
        mobile_variant: Code of the mobile procedure, where it is one of the ways.
    """

    code: ClassVar[str] = "dossier.term_ends_before_return"

    missed: tuple[Missed, ...]
    ways: tuple[WayOut, ...]
    mobile_variant: str | None = None


def term_ends_before_return(
    due_at: datetime, team: TeamReturns, procedure: ProcedureWays
) -> Finding | None:
    """Return the finding that a term ends before the team is back, or None.

    The mobile variant is a way out unless its own term is known to miss the same.

    Args:
        due_at: When the dossier is due if taken as it is, aware.
        team: When the team is back.
        procedure: What else the procedure offers.

    Example:
        >>> from datetime import UTC
        >>> due, back = datetime(2026, 12, 7, 10, tzinfo=UTC), datetime(2026, 12, 9, tzinfo=UTC)
        >>> finding = term_ends_before_return(due, TeamReturns(back), ProcedureWays(online=True))
        >>> [way.value for way in finding.ways]
        ['travelling_signer', 'help_to_file_online']
    """
    missed = _missed(due_at, team)
    if not missed:
        return None
    mobile, mobile_due_at = procedure.mobile_variant, procedure.mobile_due_at
    if mobile_due_at is not None and not set(_missed(mobile_due_at, team)) < set(missed):
        mobile = None
    offered = {
        WayOut.MOBILE_VARIANT: mobile is not None,
        WayOut.TRAVELLING_SIGNER: Missed.SIGNATURE in missed,
        WayOut.HELP_TO_FILE_ONLINE: procedure.online,
    }
    return Finding(missed, tuple(way for way, open_ in offered.items() if open_), mobile)


def _missed(due_at: datetime, team: TeamReturns) -> tuple[Missed, ...]:
    late = {
        Missed.SIGNATURE: due_at <= team.back_at,
        Missed.HAND_BACK: team.returns_on is not None and local_day(due_at) < team.returns_on,
    }
    return tuple(what for what, is_late in late.items() if is_late)
