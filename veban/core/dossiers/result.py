"""How a result comes about (kết quả): drafted, signed or sent back, issued; or made elsewhere.

The term ends when the result is issued, or when the official system says that it was. ``sign``
signs and issues in one act, for the desk where both are one.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from veban.core.dossiers.events import ResultPerson, Words
from veban.core.shared.refused import Refused


class NoDraft(Refused):
    """There is no draft that waits for a signature."""

    code = "dossier.no_draft"


class DraftNotSigned(Refused):
    """A result is issued after it was signed."""

    code = "dossier.draft_not_signed"


class IssuedOutside(Refused):
    """The result is said to have been issued before the reception or after it arrived."""

    code = "dossier.issued_outside"


class Stage(StrEnum):
    """How far a draft has come (dự thảo đến đâu)."""

    DRAFTED = "drafted"
    SENT_BACK = "sent_back"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class Draft:
    """The draft of a result (dự thảo kết quả).

    Args:
        result: What the result is called.
        stage: How far it has come.
        at: When it came so far; what follows is not earlier.
        person: Its number and file; None after erasure.
    """

    result: str
    stage: Stage
    at: datetime
    person: ResultPerson | None = None


@dataclass(frozen=True, slots=True)
class DraftDetails:
    """The result as the handler proposes it."""

    result: str
    number: str | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class SignDraftDetails:
    """The signed file, where there is one; the reason where the receiver signs."""

    file: str | None = None
    override_reason: str | None = None


@dataclass(frozen=True, slots=True)
class IssueDetails:
    """The number given when the result is issued (số, ký hiệu)."""

    number: str | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class ResultHereDetails:
    """A result made in another system, and when that one issued it."""

    result: str
    issued_at: datetime | None = None
    number: str | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class ResultDrafted:
    """The handler proposed a result for signature (trình dự thảo kết quả)."""

    TYPE: ClassVar[str] = "ResultDrafted"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Trình ký dự thảo kết quả"

    result: str
    scanned: bool = False
    person: ResultPerson | None = None


@dataclass(frozen=True, slots=True)
class DraftSigned:
    """The draft was signed; the result waits to be issued (ký duyệt).

    ``overridden``: whoever received the dossier signed, for a reason that a manager wrote.
    """

    TYPE: ClassVar[str] = "DraftSigned"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Ký duyệt kết quả"

    scanned: bool = False
    overridden: bool = False
    person: ResultPerson | None = None


@dataclass(frozen=True, slots=True)
class DraftSentBack:
    """The signer sent the draft back with a reason (trả lại dự thảo)."""

    TYPE: ClassVar[str] = "DraftSentBack"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Trả lại dự thảo"

    person: Words | None = None


@dataclass(frozen=True, slots=True)
class ResultIssued:
    """The signed result was issued; this is the end of the clock (phát hành kết quả)."""

    TYPE: ClassVar[str] = "ResultIssued"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Phát hành kết quả"

    result: str
    scanned: bool = False
    person: ResultPerson | None = None


@dataclass(frozen=True, slots=True)
class ResultArrived:
    """A result made in another system is here (kết quả đã về).

    Args:
        issued_at: When that system issued it, the end of the clock; None where nobody knows,
            then it ended when the result was recorded here.
    """

    TYPE: ClassVar[str] = "ResultArrived"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Kết quả đã về"

    result: str
    issued_at: datetime | None = None
    scanned: bool = False
    person: ResultPerson | None = None
