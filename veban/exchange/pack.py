"""The head of a round pack (gói của đợt): what it is for, and how new a program has to be.

A pack is a bundle with this part before all others. The law is not in it: it is shipped with the
program, so the head names its digest and the laptop can tell whether its own is the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from veban.core.shared.canonical import canonical
from veban.core.shared.refused import Refused
from veban.core.shared.shape import InputUnknownKeys, InputWrong, read_shape, write_shape
from veban.exchange.refusals import BundleBroken

PACK_FORM = 1
"""The form of packs that this program makes, and the newest that it opens."""


class PackIncomplete(Refused):
    """The node cannot prove that it holds all that the round needs; ``what`` says what is wrong."""

    code = "pack.incomplete"


class PackNeedsUpdate(Refused):
    """A newer program made the pack; nothing of it was taken."""

    code = "pack.needs_update"


class PackNone(Refused):
    """The file is a bundle, but no round pack."""

    code = "pack.none"


@dataclass(frozen=True, slots=True)
class PackHead:
    """What a round pack says of itself.

    Args:
        round: The round it was made for.
        made_at: By the clock of the node that made it.
        oldest: The oldest form of packs a program must know to open it.
        law: Digest of the law shipped with the program that made it.
        people: How many stand on the round's roster.
        dossiers: How many dossiers the laptop has been given by now.
        officers: Size of the team.
        lane_until: Last day, ISO, for which the laptop has numbers.
        files: How many files stand after everything else.
    """

    round: str
    made_at: datetime
    oldest: int
    law: str
    people: int
    dossiers: int
    officers: int
    lane_until: str
    files: int

    @property
    def until(self) -> date | None:
        """Return the last day with numbers; None where the laptop has none."""
        return date.fromisoformat(self.lane_until) if self.lane_until else None


def pack_head_content(head: PackHead) -> bytes:
    """Write a head as the first part of a pack holds it."""
    return canonical(write_shape(head))


def read_pack_head(data: Mapping[str, Any]) -> PackHead:
    """Read a head; keys of a newer program are passed over.

    Raises:
        PackNeedsUpdate: this program is too old for the pack.
        BundleBroken: it is no head.
    """
    oldest = data.get("oldest")
    if isinstance(oldest, int) and oldest > PACK_FORM:
        raise PackNeedsUpdate(oldest=oldest)
    known = {key: value for key, value in data.items() if key in PackHead.__dataclass_fields__}
    try:
        return read_shape(PackHead, known)
    except (InputWrong, InputUnknownKeys) as problem:
        raise BundleBroken(why="head") from problem
