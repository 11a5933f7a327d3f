"""What happens to a dossier after it was received (các sự kiện của hồ sơ)."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from veban.core.dossiers.codes import DossierState
from veban.core.dossiers.details import Proof
from veban.core.dossiers.received import PaperFact, PaperKept


@dataclass(frozen=True, slots=True)
class Words:
    """Free text of a move; it may speak of people, so it is private."""

    text: str
    legal_basis: str | None = None
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SupplementPerson:
    """The private side of a supplement."""

    papers: tuple[PaperKept, ...]


@dataclass(frozen=True, slots=True)
class ResultPerson:
    """The private side of a result: its number and the hash of its scan.

    ``override``: why whoever received the dossier signed, as a manager wrote it.
    """

    number: str | None = None
    file: str | None = None
    override: str | None = None


@dataclass(frozen=True, slots=True)
class HandBackPerson:
    """Who took the result."""

    to: str
    relation: str | None = None


@dataclass(frozen=True, slots=True)
class DossierAccepted:
    """A dossier filed online was taken in by the unit (tiếp nhận hồ sơ trực tuyến)."""

    TYPE: ClassVar[str] = "DossierAccepted"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Tiếp nhận hồ sơ trực tuyến"

    person: Words | None = None


@dataclass(frozen=True, slots=True)
class DossierTransferred:
    """The dossier went to the body that handles it (chuyển xử lý)."""

    TYPE: ClassVar[str] = "DossierTransferred"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Chuyển xử lý"

    person: Words | None = None


@dataclass(frozen=True, slots=True)
class SupplementRequested:
    """Papers are missing; the clock stands (yêu cầu bổ sung, slip 02)."""

    TYPE: ClassVar[str] = "SupplementRequested"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Yêu cầu bổ sung hồ sơ"

    ordinal: int
    person: Words | None = None


@dataclass(frozen=True, slots=True)
class SupplementTaken:
    """The citizen brought what was missing; the clock runs to a new due date."""

    TYPE: ClassVar[str] = "SupplementTaken"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Nhận giấy tờ bổ sung"

    papers: tuple[PaperFact, ...]
    due_at: datetime | None = None
    person: SupplementPerson | None = None


@dataclass(frozen=True, slots=True)
class PaymentRequested:
    """A financial obligation is to be met; the clock stands."""

    TYPE: ClassVar[str] = "PaymentRequested"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Yêu cầu nghĩa vụ tài chính"

    amount_vnd: int
    person: Words | None = None


@dataclass(frozen=True, slots=True)
class PaymentConfirmed:
    """The obligation was met; the clock runs to a new due date."""

    TYPE: ClassVar[str] = "PaymentConfirmed"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Đã thực hiện nghĩa vụ tài chính"

    receipt_number: str
    online: bool
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DossierReappointed:
    """The one apology with a new date (xin lỗi và hẹn lại, slip 04)."""

    TYPE: ClassVar[str] = "DossierReappointed"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Xin lỗi và hẹn lại ngày trả"

    due_at: datetime
    person: Words | None = None


@dataclass(frozen=True, slots=True)
class DossierEnded:
    """The dossier ended without a result: not accepted, withdrawn or discontinued."""

    TYPE: ClassVar[str] = "DossierEnded"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Kết thúc, không có kết quả"

    state: DossierState
    person: Words | None = None


@dataclass(frozen=True, slots=True)
class ResultSigned:
    """The result was signed by hand; this is the end of the clock (ký kết quả)."""

    TYPE: ClassVar[str] = "ResultSigned"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Ký kết quả"

    result: str
    scanned: bool = False
    overridden: bool = False
    person: ResultPerson | None = None


@dataclass(frozen=True, slots=True)
class ResultHandedBack:
    """The result is with the person (trả kết quả)."""

    TYPE: ClassVar[str] = "ResultHandedBack"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Trả kết quả"

    proof: Proof
    read_aloud: bool = False
    person: HandBackPerson | None = None


@dataclass(frozen=True, slots=True)
class DossierHandedOver:
    """The paper went from desk to desk (bàn giao, a row of slip 06)."""

    TYPE: ClassVar[str] = "DossierHandedOver"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Bàn giao hồ sơ giấy"

    from_desk: str
    to_desk: str
    person: Words | None = None


@dataclass(frozen=True, slots=True)
class DossierKept:
    """The laptop keeps the dossier past the next exchange, or lets it go again."""

    TYPE: ClassVar[str] = "DossierKept"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Giữ lại trên máy"

    kept: bool


@dataclass(frozen=True, slots=True)
class HolderReleased:
    """The holder lets go; nobody writes until the taker accepts (chuyển nơi xử lý)."""

    TYPE: ClassVar[str] = "HolderReleased"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Chuyển nơi xử lý"

    to: str


@dataclass(frozen=True, slots=True)
class HolderAccepted:
    """The taker holds the dossier from now on (nhận nơi xử lý)."""

    TYPE: ClassVar[str] = "HolderAccepted"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Nhận xử lý"


@dataclass(frozen=True, slots=True)
class HolderReclaimed:
    """A leader takes the dossier back from a device that is lost or silent (thu hồi)."""

    TYPE: ClassVar[str] = "HolderReclaimed"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Thu hồi nơi xử lý"
    RECLAIMS: ClassVar[bool] = True

    person: Words | None = None


@dataclass(frozen=True, slots=True)
class MessageSettled:
    """A message was looked at: what came of it stands beside, or why nothing did."""

    TYPE: ClassVar[str] = "MessageSettled"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Xử lý tin báo"

    message: str
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class DossierErased:
    """Everything about people in this dossier is erased, everywhere (xóa dữ liệu cá nhân)."""

    TYPE: ClassVar[str] = "DossierErased"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Xóa dữ liệu cá nhân"
    ERASES: ClassVar[bool] = True

    legal_basis: str
