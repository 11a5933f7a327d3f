"""The papers of a dossier and the cases that need them (thành phần hồ sơ)."""

from dataclasses import dataclass
from enum import StrEnum


class PaperForm(StrEnum):
    """In what form a paper comes; the words are those of a reception line."""

    ORIGINAL = "original"
    CERTIFIED_COPY = "certified_copy"
    COPY = "copy"
    DATA = "data"


class Handing(StrEnum):
    """Whether a paper stays with the dossier (nộp) or is only shown (xuất trình)."""

    SUBMIT = "submit"
    PRESENT = "present"


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that a procedure may ask for (giấy tờ).

    Args:
        id: Name of the paper among those of its procedure, such as ``birth-notice``.
        name: Official Vietnamese name.
        form: Form in which it is asked for.
        count: Copies asked for.
        submit: Handed in, or only shown.
    """

    id: str
    name: str
    form: PaperForm
    count: int
    submit: Handing


@dataclass(frozen=True, slots=True)
class CasePaper:
    """A paper as one case asks for it."""

    paper: Paper
    required: bool


@dataclass(frozen=True, slots=True)
class Case:
    """One situation in which a procedure is used (trường hợp); the first is the default."""

    case: str
    name: str
    papers: tuple[CasePaper, ...]

    def required(self) -> tuple[Paper, ...]:
        """Return the papers without which the dossier is not complete."""
        return tuple(asked.paper for asked in self.papers if asked.required)
