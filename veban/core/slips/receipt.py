"""Form 01, the receipt (Giấy tiếp nhận hồ sơ và hẹn trả kết quả)."""

from dataclasses import dataclass
from datetime import datetime

from veban.core.slips.fee import Fee, fee_data
from veban.core.slips.heading import Heading, Marks, heading_data
from veban.core.slips.paper import PaperLine, ProcedureLine, paper_data, procedure_data
from veban.core.slips.party import (
    ComeBack,
    Contact,
    Party,
    come_back_data,
    contact_text,
    party_data,
)
from veban.core.slips.wording import instant_text

PROVISIONAL_NUMBER = (
    "Mã hồ sơ này tra cứu được lâu dài; mã chính thức của hệ thống một cửa sẽ được thông báo sau."
)
RESERVED_NUMBER = "Mã hồ sơ thuộc dải số đã dành sẵn trong hệ thống một cửa, là mã chính thức."
PLACEHOLDER_AGENCY = (
    "Đơn vị chưa khai mã định danh cơ quan, nên phần đầu của mã hồ sơ là ký hiệu tạm."
)
PROVISIONAL_CALENDAR = (
    "Ngày hẹn trả tính theo lịch tạm, vì lịch nghỉ chính thức của năm đó chưa được công bố."
)
UNCHECKED_PROCEDURE = (
    "Phần mềm chưa đối chiếu thành phần hồ sơ của thủ tục này; "
    "người tiếp nhận đã tự kiểm tra theo quy định."
)
UNKNOWN_DUE = "Phần mềm chưa có thời hạn của thủ tục này; người tiếp nhận ghi theo quy định."

RETURN_WAYS = {
    "centre": "Nhận trực tiếp tại Trung tâm",
    "village": "Tổ lưu động mang kết quả về bản",
    "point": "Nhận tại điểm tiếp nhận",
    "post": "Nhận qua bưu chính",
    "electronic": "Nhận bản điện tử",
}


@dataclass(frozen=True, slots=True)
class NumberLine:
    """The dossier's code and how anyone checks it.

    Args:
        code: Dossier code (mã hồ sơ).
        official: True where the lane is reserved in the official system, False where the
            official code follows later.
        placeholder_agency: The unit has not told its agency code yet.
        qr: Text of the signed QR; None prints none.
        tracking: The random characters that open tracking.
        paper_slip: Number of the blank slip first filled in by hand, if any.
    """

    code: str
    official: bool
    placeholder_agency: bool = False
    qr: str | None = None
    tracking: str | None = None
    paper_slip: str | None = None


@dataclass(frozen=True, slots=True)
class TermLine:
    """The statutory term (thời hạn giải quyết) and the day it ends.

    Args:
        text: The term in words, such as "03 ngày làm việc"; None where unknown.
        received_at: Aware instant of reception.
        due_at: Aware instant the result is due; None leaves a line to fill in.
        due_reason: Why there is no date, as a Vietnamese sentence.
        calendar_provisional: The count ran into a year whose days off are not announced.
    """

    text: str | None
    received_at: datetime
    due_at: datetime | None
    due_reason: str | None = None
    calendar_provisional: bool = False


@dataclass(frozen=True, slots=True)
class HandBackLine:
    """How the result reaches the person (đăng ký nhận kết quả).

    Args:
        how: "centre", "village", "point", "post" or "electronic".
        place: Where, in the officer's words.
        come_back: The team's next day in the village, printed large.
        collector: Who may collect the result instead of the applicant.
        told: Who may be told, where the applicant cannot be reached.
    """

    how: str
    place: str | None = None
    come_back: ComeBack | None = None
    collector: str | None = None
    told: Contact | None = None

    def __post_init__(self) -> None:
        if self.how not in RETURN_WAYS:
            raise ValueError(f"how must be one of {sorted(RETURN_WAYS)}, got {self.how!r}")


@dataclass(frozen=True, slots=True)
class WrittenForLine:
    """The officer wrote for the applicant, read it aloud, and a witness saw it (viết hộ)."""

    witness: str
    fingerprint: bool


@dataclass(frozen=True, slots=True)
class ReceiptContent:
    """Everything the receipt says, decided elsewhere and recorded in the event.

    Args:
        procedure_unchecked: The catalogue's papers were not checked; the slip says so.
        received_place: Where the dossier was taken, such as "bản Na Pheo".
        fingerprint: Print a box for the fingerprint (điểm chỉ) of who cannot write.
        interpreter: Name and language of the interpreter.
        written_for: Who saw that the officer wrote for somebody who cannot.
    """

    heading: Heading
    marks: Marks
    number: NumberLine
    party: Party
    procedure: ProcedureLine
    papers: tuple[PaperLine, ...]
    sets: int
    term: TermLine
    hand_back: HandBackLine
    fee: Fee
    officer: str
    received_place: str | None = None
    procedure_unchecked: bool = False
    fingerprint: bool = False
    interpreter: str | None = None
    written_for: WrittenForLine | None = None


def receipt_data(content: ReceiptContent) -> dict[str, object]:
    """Return the JSON-able data of the receipt's template."""
    number, term, back = content.number, content.term, content.hand_back
    due_why = None if term.due_at else term.due_reason or UNKNOWN_DUE
    return {
        "heading": heading_data(content.heading, content.marks),
        "code": number.code,
        "qr": number.qr,
        "tracking": number.tracking,
        "paper_slip": number.paper_slip,
        "party": party_data(content.party),
        "procedure": procedure_data(content.procedure),
        "papers": paper_data(content.papers),
        "sets": content.sets,
        "term": term.text,
        "received_at": instant_text(term.received_at),
        "received_place": content.received_place,
        "due": instant_text(term.due_at) if term.due_at else None,
        "due_why": due_why,
        "come_back": come_back_data(back.come_back),
        "return_how": RETURN_WAYS[back.how],
        "return_place": back.place,
        "collector": back.collector,
        "told": contact_text(back.told) if back.told else None,
        "fee": fee_data(content.fee),
        "interpreter": content.interpreter,
        "fingerprint": content.fingerprint,
        "written_for": _written_for(content.written_for),
        "witness": content.written_for.witness if content.written_for else None,
        "officer": content.officer,
        "notes": _notes(content),
    }


def _written_for(line: WrittenForLine | None) -> str | None:
    if line is None:
        return None
    thumb = "; đã điểm chỉ" if line.fingerprint else ""
    return f"cán bộ viết hộ, đã đọc lại cho người nộp nghe{thumb}"


def _notes(content: ReceiptContent) -> list[str]:
    """Say what the reader must know about the number, the date and the list of papers."""
    number = content.number
    spoken = (
        (True, RESERVED_NUMBER if number.official else PROVISIONAL_NUMBER),
        (number.placeholder_agency, PLACEHOLDER_AGENCY),
        (content.term.calendar_provisional, PROVISIONAL_CALENDAR),
        (content.procedure_unchecked, UNCHECKED_PROCEDURE),
    )
    return [text for said, text in spoken if said]
