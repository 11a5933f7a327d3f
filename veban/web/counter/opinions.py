"""The opinions asked for in a dossier, as its page shows them (ý kiến)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from veban.core.dossiers.opinions import OpinionAsked, OpinionGiven
from veban.core.journal.history import Placed
from veban.core.shared.local_time import local_day
from veban.web import words_of_results as words


@dataclass(frozen=True, slots=True)
class Opinion:
    """One opinion: asked, due, given.

    Args:
        of: Who was asked; empty where that is not known here any more.
        late: It is due and was not given.
        given: What was answered, in words; None while it is waited for.
        said: The words of the answer.
    """

    ordinal: int
    of: str
    question: str
    asked_at: datetime
    due_on: date | None
    late: bool = False
    given: Any = None
    given_at: datetime | None = None
    said: str = ""


def tell_opinions(history: Sequence[Placed], now: datetime) -> list[Opinion]:
    """Return the opinions in the order in which they were asked for."""
    found: dict[int, Opinion] = {}
    for step in history:
        match step.event:
            case OpinionAsked(ordinal=ordinal, due_on=due_on, person=person):
                of, question = (person.of, person.question) if person else ("", "")
                late = due_on is not None and due_on < local_day(now)
                at = step.header.occurred_at
                found[ordinal] = Opinion(ordinal, of, question, at, due_on, late)
            case OpinionGiven(ordinal=ordinal, answer=answer, person=said) if ordinal in found:
                found[ordinal] = replace(
                    found[ordinal],
                    late=False,
                    given=words.ANSWERS[answer.value],
                    given_at=step.header.occurred_at,
                    said=said.text if said else "",
                )
    return list(found.values())
