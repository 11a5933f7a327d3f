"""What happens to a numbered bag of envelopes (các sự kiện của túi hồ sơ)."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class BagNote:
    """What was said about a difference; it may speak of people, so it is private."""

    text: str


@dataclass(frozen=True, slots=True)
class BagOpened:
    """A bag was opened at a desk (mở túi).

    Args:
        bag: Its id.
        number: What is written on it.
        unit: Whose bag.
        from_desk: Where it is packed.
        to_desk: Who gets it: ``node:ID``.
        carriage: It is a point's carriage, with a list signed by both sides.
    """

    TYPE: ClassVar[str] = "BagOpened"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Mở túi hồ sơ"

    bag: str
    number: str
    unit: str
    from_desk: str
    to_desk: str
    carriage: bool = False


@dataclass(frozen=True, slots=True)
class EnvelopePacked:
    """An envelope was laid into the bag (cho bì hồ sơ vào túi)."""

    TYPE: ClassVar[str] = "EnvelopePacked"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Cho bì hồ sơ vào túi"

    dossier: str
    code: str


@dataclass(frozen=True, slots=True)
class EnvelopeTakenOut:
    """An envelope was taken out again before the bag left (lấy bì hồ sơ ra)."""

    TYPE: ClassVar[str] = "EnvelopeTakenOut"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Lấy bì hồ sơ ra khỏi túi"

    dossier: str
    code: str


@dataclass(frozen=True, slots=True)
class BagSent:
    """The bag was closed and left with its list (đóng và gửi túi).

    Args:
        left: Codes of dossiers that were expected in the bag and stayed behind.
    """

    TYPE: ClassVar[str] = "BagSent"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Đóng và gửi túi hồ sơ"

    left: tuple[str, ...] = ()
    person: BagNote | None = None


@dataclass(frozen=True, slots=True)
class EnvelopeArrived:
    """An envelope was found in the bag at arrival (thấy bì hồ sơ trong túi)."""

    TYPE: ClassVar[str] = "EnvelopeArrived"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Quét bì hồ sơ khi nhận túi"

    dossier: str
    code: str


@dataclass(frozen=True, slots=True)
class BagReceived:
    """The bag was unpacked to its end (nhận xong túi).

    Args:
        missing: Codes on the list that were not in the bag.
        extra: Codes in the bag that were not on the list.
    """

    TYPE: ClassVar[str] = "BagReceived"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Nhận xong túi hồ sơ"

    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    person: BagNote | None = None
