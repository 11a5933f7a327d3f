"""Form 04, the apology (Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết)."""

from dataclasses import dataclass
from datetime import datetime

from veban.core.slips.heading import Heading, Marks, heading_data
from veban.core.slips.paper import ProcedureLine, Reason, procedure_data, reason_data
from veban.core.slips.party import (
    ComeBack,
    Contact,
    Party,
    Signer,
    come_back_data,
    contact_text,
)
from veban.core.slips.wording import instant_text


@dataclass(frozen=True, slots=True)
class ApologyContent:
    """Everything the apology says.

    Args:
        due_at: Aware instant first promised; None where none was written.
        new_due_at: Aware instant now promised; None leaves a line to fill in.
        reasons: Why it is late, at least one.
    """

    heading: Heading
    marks: Marks
    code: str
    party: Party
    procedure: ProcedureLine
    received_at: datetime
    due_at: datetime | None
    new_due_at: datetime | None
    reasons: tuple[Reason, ...]
    guidance: Contact
    signer: Signer
    come_back: ComeBack | None = None

    def __post_init__(self) -> None:
        if not self.reasons:
            raise ValueError("an apology gives at least one reason")


def apology_data(content: ApologyContent) -> dict[str, object]:
    """Return the JSON-able data of the apology's template."""
    due_at, new_due_at = content.due_at, content.new_due_at
    return {
        "heading": heading_data(content.heading, content.marks),
        "code": content.code,
        "to": content.party.full_name,
        "address": content.party.address,
        "procedure": procedure_data(content.procedure),
        "received_at": instant_text(content.received_at),
        "due": instant_text(due_at) if due_at else None,
        "new_due": instant_text(new_due_at) if new_due_at else None,
        "reasons": reason_data(content.reasons),
        "guidance": contact_text(content.guidance),
        "come_back": come_back_data(content.come_back),
        "signer_title": content.signer.title,
        "signer": content.signer.full_name,
    }
