"""The statutory term of a procedure (thời hạn giải quyết)."""

from dataclasses import dataclass
from enum import StrEnum


class TermRule(StrEnum):
    """How a term is counted; the names are those of ``veban due``."""

    SAME_DAY = "same_day"
    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"
    WORKING_HOURS = "working_hours"


@dataclass(frozen=True, slots=True)
class Term:
    """A term in force on some day.

    Args:
        rule: How it is counted.
        amount: Days or hours, as the rule says; 0 for a same-day term.
    """

    rule: TermRule
    amount: int = 0

    def __post_init__(self) -> None:
        if (self.amount == 0) != (self.rule is TermRule.SAME_DAY) or self.amount < 0:
            raise ValueError(f"a {self.rule} term cannot have the amount {self.amount}")
