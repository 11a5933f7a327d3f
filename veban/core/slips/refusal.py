"""Form 03, the refusal (Phiếu từ chối tiếp nhận giải quyết hồ sơ)."""

from dataclasses import dataclass

from veban.core.slips.heading import Heading, Marks, heading_data
from veban.core.slips.paper import ProcedureLine, Reason, procedure_data, reason_data
from veban.core.slips.party import Contact, Party, contact_text, party_data


@dataclass(frozen=True, slots=True)
class RefusalContent:
    """Everything the refusal says.

    Args:
        code: Dossier code; None when nothing was received at the table.
        reasons: At least one, each with its legal basis where it has one.
        instead: Where or how the person can get what they came for.
        fingerprint: Print a box for the fingerprint of who cannot write.
    """

    heading: Heading
    marks: Marks
    code: str | None
    party: Party
    procedure: ProcedureLine
    reasons: tuple[Reason, ...]
    guidance: Contact
    officer: str
    instead: str | None = None
    fingerprint: bool = False

    def __post_init__(self) -> None:
        if not self.reasons:
            raise ValueError("a refusal gives at least one reason")


def refusal_data(content: RefusalContent) -> dict[str, object]:
    """Return the JSON-able data of the refusal's template."""
    return {
        "heading": heading_data(content.heading, content.marks),
        "code": content.code,
        "party": party_data(content.party),
        "procedure": procedure_data(content.procedure),
        "reasons": reason_data(content.reasons),
        "instead": content.instead,
        "guidance": contact_text(content.guidance),
        "fingerprint": content.fingerprint,
        "officer": content.officer,
    }
