"""Papers as a slip lists them (thành phần hồ sơ) and the procedure they belong to."""

from dataclasses import dataclass

FORM_NAMES = {
    "original": "Bản chính",
    "certified_copy": "Bản sao chứng thực",
    "copy": "Bản chụp",
    "data": "Dữ liệu điện tử",
}


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paper on a slip.

    Args:
        name: Official Vietnamese name, or what the officer wrote.
        form: "original", "certified_copy", "copy" or "data".
        count: How many of it; at least 1.
    """

    name: str
    form: str
    count: int = 1

    def __post_init__(self) -> None:
        if self.form not in FORM_NAMES:
            raise ValueError(f"form must be one of {sorted(FORM_NAMES)}, got {self.form!r}")
        if self.count < 1:
            raise ValueError(f"count must be at least 1, got {self.count}")


@dataclass(frozen=True, slots=True)
class ProcedureLine:
    """The procedure requested (nội dung yêu cầu giải quyết)."""

    name: str
    code: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is asked, refused or late: a code for figures, words for the person.

    Args:
        code: Stable reason code.
        text: A whole Vietnamese sentence.
        legal_basis: Document and article (căn cứ pháp lý), where the reason has one.
    """

    code: str
    text: str
    legal_basis: str | None = None


def paper_data(papers: tuple[PaperLine, ...]) -> list[dict[str, object]]:
    """Return the rows of the table of papers."""
    return [
        {"name": paper.name, "form": FORM_NAMES[paper.form], "count": paper.count}
        for paper in papers
    ]


def procedure_data(procedure: ProcedureLine) -> dict[str, object]:
    """Return the procedure's name and national code."""
    return {"name": procedure.name, "code": procedure.code}


def reason_data(reasons: tuple[Reason, ...]) -> list[dict[str, object]]:
    """Return reasons for print; the code goes along so that a sorter may find it."""
    return [
        {"code": reason.code, "text": reason.text, "legal_basis": reason.legal_basis}
        for reason in reasons
    ]
