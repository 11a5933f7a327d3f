"""Form 02, the request to supplement (Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ)."""

from dataclasses import dataclass

from veban.core.slips.heading import Heading, Marks, heading_data
from veban.core.slips.paper import ProcedureLine, Reason, procedure_data
from veban.core.slips.party import (
    ComeBack,
    Contact,
    Party,
    come_back_data,
    contact_text,
    party_data,
)

CLOCK_PAUSED = (
    "Thời hạn giải quyết tạm dừng từ ngày ghi trên phiếu này "
    "cho đến khi cơ quan nhận đủ nội dung bổ sung."
)
NO_CODE_YET = "Hồ sơ chưa được tiếp nhận nên chưa có mã."


@dataclass(frozen=True, slots=True)
class Lacking:
    """One thing to bring or to correct, and why."""

    what: str
    why: Reason


@dataclass(frozen=True, slots=True)
class SupplementContent:
    """Everything the request says; all that is missing is listed at once.

    Args:
        code: Dossier code; None when the person was sent home at the table.
        clock_paused: The term stands still until the papers come.
        guidance: Whom to ask while completing the dossier.
        come_back: The team's next day in the village, printed large.
    """

    heading: Heading
    marks: Marks
    code: str | None
    party: Party
    procedure: ProcedureLine
    lacking: tuple[Lacking, ...]
    guidance: Contact
    officer: str
    clock_paused: bool = False
    come_back: ComeBack | None = None

    def __post_init__(self) -> None:
        if not self.lacking:
            raise ValueError("a request to supplement names at least one thing")


def supplement_data(content: SupplementContent) -> dict[str, object]:
    """Return the JSON-able data of the request's template."""
    return {
        "heading": heading_data(content.heading, content.marks),
        "code": content.code,
        "no_code": None if content.code else NO_CODE_YET,
        "party": party_data(content.party),
        "procedure": procedure_data(content.procedure),
        "lacking": [
            {"what": item.what, "why": item.why.text, "legal_basis": item.why.legal_basis}
            for item in content.lacking
        ],
        "guidance": contact_text(content.guidance),
        "clock": CLOCK_PAUSED if content.clock_paused else None,
        "come_back": come_back_data(content.come_back),
        "officer": content.officer,
    }
