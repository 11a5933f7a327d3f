"""Which result a dossier has by now (kết quả giải quyết hồ sơ)."""

from collections.abc import Sequence
from dataclasses import dataclass

from veban.core.dossiers.events import ResultPerson, ResultSigned
from veban.core.dossiers.hand_back import ResultCorrected
from veban.core.dossiers.result import ResultArrived, ResultIssued
from veban.core.journal.history import Placed


@dataclass(frozen=True, slots=True)
class KnownResult:
    """The result as it was recorded last.

    Args:
        name: What it is called.
        number: Its number; None where it has none, or was erased.
        file: Hash of its scan or signed file.
        by: Code of the officer who recorded it.
    """

    name: str
    number: str | None
    file: str | None
    by: str


def known_result(history: Sequence[Placed]) -> KnownResult | None:
    """Return the latest result of a dossier; a corrected one stands before the faulty one."""
    for step in reversed(history):
        match step.event:
            case ResultSigned() | ResultCorrected() | ResultIssued() | ResultArrived() as made:
                person = made.person or ResultPerson()
                return KnownResult(made.result, person.number, person.file, step.header.actor)
    return None
