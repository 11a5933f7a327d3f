"""Handing a result back is a check (trả kết quả có đối chiếu): right, wrong, or nobody there.

A fault that the applicant finds sends the result back to be corrected without a fee. The dossier
stays *done*: the term ended when the result was issued, and the promised day is a promise of
ours, not a new term.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from veban.core.dossiers.events import ResultPerson, Words
from veban.core.shared.refused import Refused


class ResultFaulty(Refused):
    """The result is being corrected; it is handed back when the right one is here."""

    code = "dossier.result_faulty"


class ResultNotFaulty(Refused):
    """Nobody found a fault in the result, so there is nothing to correct."""

    code = "dossier.result_not_faulty"


class PromiseTooEarly(Refused):
    """The day promised for the right result lies before today."""

    code = "dossier.promise_too_early"


class NotHandedBackWhy(StrEnum):
    """Why a result could not be handed back (lý do chưa trả được)."""

    ABSENT = "absent"
    REFUSED = "refused"
    MOVED = "moved"
    DIED = "died"


@dataclass(frozen=True, slots=True)
class FaultDetails:
    """What is wrong, as the applicant showed it, and the day promised for the right result."""

    reason: str
    promised_on: date


@dataclass(frozen=True, slots=True)
class NotHandedBackDetails:
    """Why nobody took the result."""

    why: NotHandedBackWhy
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ResultFaultFound:
    """The result has a fault; it goes back to be corrected without a fee (kết quả có sai sót)."""

    TYPE: ClassVar[str] = "ResultFaultFound"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Kết quả có sai sót, sửa lại không thu phí"

    promised_on: date
    person: Words | None = None


@dataclass(frozen=True, slots=True)
class ResultCorrected:
    """The right result is here (đã có kết quả sửa lại)."""

    TYPE: ClassVar[str] = "ResultCorrected"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Đã có kết quả sửa lại"

    result: str
    scanned: bool = False
    overridden: bool = False
    person: ResultPerson | None = None


@dataclass(frozen=True, slots=True)
class HandBackTried:
    """The result was brought, and nobody took it (chưa trả được kết quả)."""

    TYPE: ClassVar[str] = "HandBackTried"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Chưa trả được kết quả"

    why: NotHandedBackWhy
    person: Words | None = None
