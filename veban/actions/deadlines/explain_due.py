"""Say when a result is due (tính ngày hẹn trả); needs the law only, no node."""

from dataclasses import dataclass
from datetime import datetime

from veban.actions.ports import Rules
from veban.core.deadlines.due import Due, compute_due
from veban.core.shared.local_time import local_day
from veban.core.shared.refused import Refused


class TermUnknown(Refused):
    """The law shipped does not know the term of this procedure (chưa có thời hạn)."""

    code = "term.unknown"


@dataclass(frozen=True, slots=True)
class DueQuestion:
    """One line of ``veban due --batch``.

    Args:
        id: The asker's own name for the line.
        procedure: Code in the catalogue.
        received_at: When the dossier was handed in.
    """

    id: str
    procedure: str
    received_at: datetime


def explain_due(rules: Rules, procedure: str, received_at: datetime) -> Due:
    """Return when a dossier received at an instant is due, and how that was counted.

    Args:
        rules: The law.
        procedure: Code in the catalogue.
        received_at: Instant of reception, aware.

    Raises:
        ProcedureUnknown: the catalogue has no such procedure.
        TermUnknown: the law shipped gives it no term.
        LawUnknown: the law shipped begins after that day.
        CalendarUnknown: the count runs into a year without a calendar.
    """
    day = local_day(received_at)
    term = rules.procedure(procedure).on(day).term
    if term is None:
        raise TermUnknown(procedure=procedure)
    return compute_due(received_at, term, rules.office_hours(day), rules.calendar())
