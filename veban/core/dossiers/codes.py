"""The fixed words of a dossier (các mã): states, channels, places, papers, ways of return."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import ClassVar, Self


class DossierState(IntEnum):
    """The national record's ten states (trạng thái hồ sơ)."""

    NEW = 1
    RECEIVED = 2
    NOT_ACCEPTED = 3
    PROCESSING = 4
    SUPPLEMENT_REQUESTED = 5
    PAYMENT_REQUESTED = 6
    WITHDRAWN = 7
    DISCONTINUED = 8
    DONE = 9
    RETURNED = 10


PAUSED = frozenset({DossierState.SUPPLEMENT_REQUESTED, DossierState.PAYMENT_REQUESTED})
"""While waiting for the citizen the clock stands still."""

CLOSED = frozenset(
    {
        DossierState.NOT_ACCEPTED,
        DossierState.WITHDRAWN,
        DossierState.DISCONTINUED,
        DossierState.RETURNED,
    }
)
"""Nothing more happens to the dossier."""


class Channel(IntEnum):
    """The national record's channels (kênh thực hiện)."""

    DIRECT = 1
    ONLINE = 2
    POSTAL = 3


class PlaceKind(StrEnum):
    """Where the dossier was taken in (nơi tiếp nhận)."""

    CENTRE = "centre"
    POINT = "point"
    VILLAGE = "village"
    HOME = "home"


class ReturnHow(StrEnum):
    """How the result goes back (hình thức trả kết quả)."""

    CENTRE = "centre"
    VILLAGE = "village"
    POST = "post"
    ELECTRONIC = "electronic"


class Sex(StrEnum):
    """Sex as civil-status papers record it (giới tính)."""

    MALE = "M"
    FEMALE = "F"


PORTAL = "portal"
"""The system of a code that a national record names."""

OURS = "veban"
"""The system of a code that this program gave, here or on another node."""


@dataclass(frozen=True, slots=True)
class OfficialCode:
    """A code that another system gave (mã hồ sơ chính thức): short enough for an index.

    Example:
        >>> str(OfficialCode.from_text("H18.3-261123-0042"))
        'H18.3-261123-0042'
    """

    EXPECTED: ClassVar[str] = "text of 1 to 200 characters without blanks around it"
    LONGEST: ClassVar[int] = 200

    text: str

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Read a code.

        Raises:
            ValueError: it is empty, too long, or has blanks around it or unprintable parts.
        """
        if not text.isprintable() or text.strip() != text or not 0 < len(text) <= cls.LONGEST:
            raise ValueError(f"a code is {cls.EXPECTED}")
        return cls(text)

    def __str__(self) -> str:
        return self.text
