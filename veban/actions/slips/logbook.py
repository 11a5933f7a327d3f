"""Gather the logbook of a day (Sổ theo dõi hồ sơ) from the dossiers received on it."""

from collections.abc import Iterable
from datetime import date, datetime, time

from veban.actions.ports import World
from veban.actions.slips.subject import (
    SlipErased,
    SlipUnknown,
    Subject,
    form_marks,
    get_subject,
    heading,
    party,
    return_way,
)
from veban.core.dossiers.events import DossierTransferred, ResultHandedBack, ResultSigned
from veban.core.dossiers.result import ResultArrived, ResultIssued
from veban.core.dossiers.standing import standing
from veban.core.numbers.gaps import Gap
from veban.core.shared.local_time import LOCAL, local_day
from veban.core.slips.logbook import LogbookContent, LogbookRow, logbook_data

KIND = "logbook"


def logbook(
    world: World, unit: str, day: date, streams: Iterable[str], gaps: tuple[Gap, ...] = ()
) -> dict[str, object]:
    """Return the data of the logbook's template.

    Dossiers whose persons are erased, and those known only from records, are left out.

    Args:
        world: The node.
        unit: Whose book.
        day: Local day of reception.
        streams: Streams of the dossiers received on that day.
        gaps: Numbers that no dossier of the day has.
    """
    subjects = []
    for stream in streams:
        try:
            subjects.append(get_subject(world, stream, KIND))
        except (SlipErased, SlipUnknown):
            continue
    subjects.sort(key=lambda subject: (subject.received.received_at, subject.dossier.code))
    content = LogbookContent(
        heading(world, unit, datetime.combine(day, time(12), LOCAL)),
        form_marks(world, unit, KIND),
        day,
        tuple(_row(world, subject) for subject in subjects),
        gaps,
    )
    return logbook_data(content)


def _row(world: World, subject: Subject) -> LogbookRow:
    received, who = subject.received, party(world, subject)
    procedure = world.rules.procedure(received.procedure)
    return LogbookRow(
        code=subject.dossier.code,
        procedure_name=procedure.name,
        sets=1,
        full_name=who.full_name,
        address=who.address,
        phone=who.phone,
        handling_body=procedure.decided_by.name,
        received_at=received.received_at,
        due_at=standing(subject.dossier).due_at,
        sent_on=_first_day(subject, DossierTransferred),
        result_on=_first_day(subject, ResultSigned, ResultIssued, ResultArrived),
        handed_back_on=_first_day(subject, ResultHandedBack),
        how=return_way(received),
    )


def _first_day(subject: Subject, *kinds: type) -> date | None:
    steps = (step for step in subject.history if isinstance(step.event, kinds))
    return next((local_day(step.header.occurred_at) for step in steps), None)
