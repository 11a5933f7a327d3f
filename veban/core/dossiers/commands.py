"""What officers type: the commands of dossiers, which are also their public input formats."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, ClassVar, Self

from veban.core.dossiers.codes import PlaceKind, ReturnHow, Sex
from veban.core.procedures.papers import PaperForm


@dataclass(frozen=True, slots=True)
class BirthDate:
    """A birth date as far as it is known (ngày sinh); a year alone is lawful.

    Example:
        >>> str(BirthDate.from_text("1988-05"))
        '1988-05'
    """

    EXPECTED: ClassVar[str] = "YYYY | YYYY-MM | YYYY-MM-DD"

    text: str

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Read a date of four, seven or ten characters.

        Raises:
            ValueError: no such day, or another form.
        """
        if len(text) not in (4, 7, 10):
            raise ValueError(f"a birth date is {cls.EXPECTED}, got {len(text)} characters")
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
        return cls(text)

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Place:
    """Where the dossier is taken in; ``village`` is free text."""

    kind: PlaceKind
    village: str | None = None
    witness: str | None = None


@dataclass(frozen=True, slots=True)
class Applicant:
    """Whose dossier it is (chủ hồ sơ)."""

    full_name: str
    personal_id: str | None = None
    birth_date: BirthDate | None = None
    sex: Sex | None = None
    ethnicity: str | None = None
    phone: str | None = None
    unit: str | None = None
    village: str | None = None


@dataclass(frozen=True, slots=True)
class PaperHandedIn:
    """One paper on the table (giấy tờ nộp): by its id in the law, by name, or both."""

    paper: str | None = None
    name: str | None = None
    form: PaperForm = PaperForm.ORIGINAL
    count: int = 1
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Return:
    """How and where the result goes back."""

    how: ReturnHow = ReturnHow.CENTRE
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """Who can be reached for somebody without a phone (người liên hệ)."""

    full_name: str
    relation: str | None = None
    phone: str | None = None
    may_be_told: bool = False


@dataclass(frozen=True, slots=True)
class Collector:
    """Who may collect the result (người nhận thay)."""

    full_name: str
    personal_id: str | None = None


@dataclass(frozen=True, slots=True)
class Interpreter:
    """Who interprets at the table (người phiên dịch)."""

    full_name: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class WrittenFor:
    """The officer wrote for an applicant who cannot write (viết hộ người không viết được).

    Args:
        witness: Who saw it (người làm chứng).
        read_aloud: What was written was read to the applicant, who said it was right.
        fingerprint: The applicant's fingerprint stands on the paper (điểm chỉ); none is kept here.
    """

    witness: str
    read_aloud: bool = False
    fingerprint: bool = False


@dataclass(frozen=True, slots=True)
class ReceiveDossier:
    """Take in a dossier (tiếp nhận hồ sơ); one line of ``veban dossiers receive``.

    Args:
        key: Made where it was typed; a repeat returns the first answer.
        procedure: Code in the catalogue.
        received_at: When, as the officer says.
        officer: The receiving officer's code.
        channel: 1 direct or 3 postal; 2 is refused.
        visit: The sitting (lượt đến) at which a family hands in several dossiers.
        written_for: Where the officer wrote for the applicant.
        explained: Process, date, rights and fee were explained at the table.
        file names in ``papers`` are hashes of stored files once the command is parsed.
    """

    key: str
    procedure: str
    received_at: datetime
    officer: str
    channel: int
    place: Place
    applicant: Applicant
    papers: tuple[PaperHandedIn, ...]
    case: str | None = None
    copies: int = 1
    declaration: Mapping[str, Any] = field(default_factory=dict)
    return_to: Return = field(default=Return(), metadata={"key": "return"})
    reasons: tuple[str, ...] = ()
    contact: Contact | None = None
    collector: Collector | None = None
    interpreter: Interpreter | None = None
    visit: str | None = None
    round: str | None = None
    paper_slip: str | None = None
    written_for: WrittenFor | None = None
    explained: bool = False


@dataclass(frozen=True, slots=True)
class DoMove:
    """Make a move with a dossier; one line of ``veban dossiers do``.

    Args:
        key: Made where it was typed.
        code: Any code of the dossier.
        move: A name of ``MOVES``.
        officer: Who does it.
        at: When it happened.
        details: The move's own fields (``with``).
    """

    key: str
    code: str
    move: str
    officer: str
    at: datetime
    details: Mapping[str, Any] = field(default_factory=dict, metadata={"key": "with"})
