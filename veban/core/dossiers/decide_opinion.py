"""What the moves about opinions make happen (lấy ý kiến, trả lời)."""

from veban.core.dossiers.commands import DoMove
from veban.core.dossiers.events import Words
from veban.core.dossiers.move_context import MoveContext
from veban.core.dossiers.opinions import (
    AskOpinionDetails,
    GiveOpinionDetails,
    OpinionAsked,
    OpinionDuePast,
    OpinionGiven,
    OpinionNotAsked,
    OpinionPerson,
)
from veban.core.dossiers.state import Dossier
from veban.core.journal.event import Event
from veban.core.shared.local_time import local_day


def ask_opinion(
    dossier: Dossier, details: AskOpinionDetails, command: DoMove, _: MoveContext
) -> Event:
    """Return the question; the day it is due is not before the day it was asked."""
    if details.due_on is not None and details.due_on < local_day(command.at):
        raise OpinionDuePast(due_on=details.due_on.isoformat())
    person = OpinionPerson(details.of, details.question)
    return OpinionAsked(dossier.opinions_asked + 1, details.due_on, person)


def give_opinion(
    dossier: Dossier, details: GiveOpinionDetails, command: DoMove, _: MoveContext
) -> Event:
    """Return the answer; each question is answered once."""
    if details.ordinal not in dossier.opinions_open:
        raise OpinionNotAsked(ordinal=details.ordinal)
    words = Words(details.opinion) if details.opinion else None
    return OpinionGiven(details.ordinal, details.answer, words)
