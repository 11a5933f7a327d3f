"""Opinions of other bodies and rooms (lấy ý kiến): asked, due, given. The term goes on running."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from veban.core.dossiers.events import Words
from veban.core.shared.refused import Refused


class OpinionNotAsked(Refused):
    """No such opinion is waited for: it was never asked for, or was given."""

    code = "dossier.opinion_not_asked"


class OpinionDuePast(Refused):
    """The day by which an opinion is wanted lies before today."""

    code = "dossier.opinion_due_past"


class Answer(StrEnum):
    """What the body that was asked says (ý kiến)."""

    AGREE = "agree"
    AGREE_IF = "agree_if"
    DISAGREE = "disagree"


@dataclass(frozen=True, slots=True)
class AskOpinionDetails:
    """Who is asked, what, and by when an answer is wanted (cơ quan, phòng được hỏi ý kiến)."""

    of: str
    question: str
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class GiveOpinionDetails:
    """Which of the opinions asked for it is, and what it says."""

    ordinal: int
    answer: Answer
    opinion: str | None = None


@dataclass(frozen=True, slots=True)
class OpinionPerson:
    """The private side: who is asked, and what."""

    of: str
    question: str


@dataclass(frozen=True, slots=True)
class OpinionAsked:
    """Another body or room was asked for its opinion (lấy ý kiến)."""

    TYPE: ClassVar[str] = "OpinionAsked"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Lấy ý kiến"

    ordinal: int
    due_on: date | None = None
    person: OpinionPerson | None = None


@dataclass(frozen=True, slots=True)
class OpinionGiven:
    """The opinion came (trả lời lấy ý kiến)."""

    TYPE: ClassVar[str] = "OpinionGiven"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Trả lời lấy ý kiến"

    ordinal: int
    answer: Answer
    person: Words | None = None
