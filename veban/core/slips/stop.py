"""Form 05, the notice of stopping (Thông báo dừng giải quyết hồ sơ)."""

from dataclasses import dataclass
from datetime import date

from veban.core.slips.heading import Heading, Marks, heading_data
from veban.core.slips.paper import (
    PaperLine,
    ProcedureLine,
    Reason,
    paper_data,
    procedure_data,
    reason_data,
)
from veban.core.slips.party import Party, Signer, party_data
from veban.core.slips.wording import day_text


@dataclass(frozen=True, slots=True)
class StopContent:
    """Everything the notice says.

    Args:
        requested_on: Local day the citizen asked to stop; None where the body stops it.
        reached: How far the work had come, in words (tình trạng khi dừng).
        papers_back: Papers handed back with the notice; may be empty.
        fee_handling: What happens to a fee already paid; None leaves a line to fill in.
    """

    heading: Heading
    marks: Marks
    code: str
    party: Party
    procedure: ProcedureLine
    requested_on: date | None
    reasons: tuple[Reason, ...]
    reached: str
    papers_back: tuple[PaperLine, ...]
    fee_handling: str | None
    signer: Signer


def stop_data(content: StopContent) -> dict[str, object]:
    """Return the JSON-able data of the notice's template."""
    asked = content.requested_on
    return {
        "heading": heading_data(content.heading, content.marks),
        "code": content.code,
        "party": party_data(content.party),
        "procedure": procedure_data(content.procedure),
        "requested_on": day_text(asked) if asked else None,
        "reasons": reason_data(content.reasons),
        "reached": content.reached,
        "papers_back": paper_data(content.papers_back),
        "fee_handling": content.fee_handling,
        "signer_title": content.signer.title,
        "signer": content.signer.full_name,
    }
