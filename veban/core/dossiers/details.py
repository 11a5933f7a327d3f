"""The fields each move needs beside who and when (the public ``with``)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from veban.core.dossiers.codes import DossierState, OfficialCode
from veban.core.dossiers.commands import PaperHandedIn


class Proof(StrEnum):
    """How the person who took the result confirmed it (xác nhận đã nhận)."""

    SIGNATURE = "signature"
    FINGERPRINT = "fingerprint"


@dataclass(frozen=True, slots=True)
class NoDetails:
    """A move that needs nothing more."""


@dataclass(frozen=True, slots=True)
class NoteDetails:
    """A move that may carry a word (ghi chú)."""

    note: str | None = None


@dataclass(frozen=True, slots=True)
class ReasonDetails:
    """A move that needs its reason, with the legal basis where there is one (lý do)."""

    reason: str
    legal_basis: str | None = None


@dataclass(frozen=True, slots=True)
class SupplementRequestDetails:
    """What is missing, all of it at once, and why (nội dung cần bổ sung)."""

    papers: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class SupplementDetails:
    """What the citizen brought (giấy tờ bổ sung)."""

    papers: tuple[PaperHandedIn, ...]


@dataclass(frozen=True, slots=True)
class PaymentRequestDetails:
    """What is to be paid and why (nghĩa vụ tài chính)."""

    amount_vnd: int
    reason: str


@dataclass(frozen=True, slots=True)
class PaymentDetails:
    """The receipt for the money (biên lai)."""

    receipt_number: str
    online: bool = False


@dataclass(frozen=True, slots=True)
class ReappointDetails:
    """The one new date of return and its reason (hẹn lại)."""

    due_at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class SignDetails:
    """The result that was signed (ký kết quả); the reason where the receiver signs."""

    result: str
    number: str | None = None
    file: str | None = None
    override_reason: str | None = None


@dataclass(frozen=True, slots=True)
class HandOverDetails:
    """The desk that takes the paper: an officer, a room, a point, a team, a bag."""

    to: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class PassOnDetails:
    """The unit that decides, or that gives the result back (đơn vị nhận hồ sơ)."""

    to_unit: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class HandBackDetails:
    """Who took the result, and how it was confirmed (trả kết quả).

    ``read_aloud``: its content was read out before it was taken, and found right.
    """

    to: str
    relation: str | None = None
    proof: Proof = Proof.SIGNATURE
    read_aloud: bool = False


@dataclass(frozen=True, slots=True)
class ReleaseDetails:
    """The node that is to write from now on."""

    to: str


@dataclass(frozen=True, slots=True)
class OfficialCodeDetails:
    """The code another system gave (mã hồ sơ chính thức)."""

    system: str
    official: OfficialCode


@dataclass(frozen=True, slots=True)
class OfficialStateDetails:
    """What was seen elsewhere: the national record's state and dates."""

    system: str
    state: DossierState
    seen_at: datetime
    source: str
    ended_at: datetime | None = None
    returned_at: datetime | None = None
    due_at: datetime | None = None
    record: Mapping[str, Any] | None = None
