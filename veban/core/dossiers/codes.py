"""The fixed words of a dossier (các mã): states, channels, places, papers, ways of return."""

from enum import IntEnum, StrEnum


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
