"""Telling the applicant the news of a dossier (báo tin): what there is to tell, and who told it.

A result that nobody hears of is not returned. Whoever tells it records it, wherever the dossier
is held: the act travels as a message like any other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from veban.core.dossiers.codes import DossierState, ReturnHow
from veban.core.dossiers.commands import DoMove
from veban.core.dossiers.events import DossierReappointed
from veban.core.dossiers.move_context import MoveContext
from veban.core.dossiers.standing import standing
from veban.core.dossiers.state import Dossier
from veban.core.journal.event import Event
from veban.core.journal.history import Placed
from veban.core.shared.local_time import local_day


class ToldThrough(StrEnum):
    """Through whom the news went (báo qua ai)."""

    IN_PERSON = "in_person"
    BY_PHONE = "by_phone"
    CONTACT = "contact"
    VILLAGE_HEAD = "village_head"


class News(StrEnum):
    """What there is to tell."""

    READY = "ready"
    FAULT = "fault"
    SUPPLEMENT = "supplement"
    PAYMENT = "payment"
    NEW_DATE = "new_date"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class TellDetails:
    """Through whom the applicant was told; ``to`` is who was spoken to."""

    through: ToldThrough
    to: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ToldPerson:
    """Who was spoken to, and what was said besides."""

    to: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ApplicantTold:
    """The applicant was told the news (đã báo tin cho người nộp hồ sơ)."""

    TYPE: ClassVar[str] = "ApplicantTold"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Đã báo tin cho người nộp hồ sơ"

    through: ToldThrough
    person: ToldPerson | None = None


def tell(_: Dossier, details: TellDetails, command: DoMove, context: MoveContext) -> Event:
    """Return that the applicant was told."""
    said = ToldPerson(details.to, details.note) if details.to or details.note else None
    return ApplicantTold(details.through, said)


@dataclass(frozen=True, slots=True)
class NewsRow:
    """The news of one dossier, as the work list *to be told* reads it.

    The fields from ``full_name`` on are private. ``through`` is who may be told instead.

    Args:
        since_at: When it became news.
        by_on: The day by which the applicant should know; None for at once.
        told_at: When the applicant was told of it; None while nobody did.
    """

    stream: str
    unit: str
    code: str
    news: str
    since_at: datetime
    by_on: date | None
    told_at: datetime | None
    told_through: str | None
    full_name: str
    phone: str | None
    village: str
    through: str | None


def news_rows(stream: str, history: Sequence[Placed], dossier: Dossier) -> tuple[NewsRow, ...]:
    """Return the news of a dossier that was received here; none where nobody waits for any."""
    received = dossier.received
    person = received.person if received else None
    news = news_of(dossier)
    if received is None or person is None or dossier.erased or news is None:
        return ()
    since = _since(history, dossier)
    told = _told(history, since)
    contact = person.contact
    may_know = contact if contact and contact.may_be_told else None
    return (
        NewsRow(
            stream=stream,
            unit=received.unit,
            code=dossier.code,
            news=news.value,
            since_at=since,
            by_on=_by(news, dossier),
            told_at=told[0] if told else None,
            told_through=told[1].through.value if told else None,
            full_name=person.applicant.full_name,
            phone=person.applicant.phone,
            village=person.applicant.village or received.place_village or "",
            through=" · ".join(filter(None, (may_know.full_name, may_know.phone)))
            if may_know
            else None,
        ),
    )


def news_of(dossier: Dossier) -> News | None:
    """Return what the applicant of a dossier should hear; None where all is as was promised."""
    state = standing(dossier).state
    if state is DossierState.DONE:
        return News.FAULT if dossier.promised_on else News.READY
    if state in (DossierState.RECEIVED, DossierState.PROCESSING) and dossier.reappointed:
        return News.NEW_DATE
    return {
        DossierState.SUPPLEMENT_REQUESTED: News.SUPPLEMENT,
        DossierState.PAYMENT_REQUESTED: News.PAYMENT,
        DossierState.NOT_ACCEPTED: News.ENDED,
        DossierState.DISCONTINUED: News.ENDED,
    }.get(state)


def _since(history: Sequence[Placed], dossier: Dossier) -> datetime:
    """Return when the news came: the state's change, the new date, or what was seen elsewhere."""
    counted = standing(dossier)
    moments = [dossier.changed_at]
    moments += [s.header.occurred_at for s in history if isinstance(s.event, DossierReappointed)]
    if counted.state is not dossier.state:
        moments += [seen.seen_at for seen in dossier.seen]
    return max(moments)


def _told(history: Sequence[Placed], since: datetime) -> tuple[datetime, ApplicantTold] | None:
    told = [
        (step.header.occurred_at, step.event)
        for step in history
        if isinstance(step.event, ApplicantTold) and step.header.occurred_at >= since
    ]
    return told[-1] if told else None


def _by(news: News, dossier: Dossier) -> date | None:
    """Return the day: the team's next one in the village, else the day promised."""
    received = dossier.received
    if news is News.FAULT:
        return dossier.promised_on
    if news is not News.READY or received is None:
        return None
    if received.return_how is ReturnHow.VILLAGE and received.back_on:
        return received.back_on
    return local_day(dossier.due_at) if dossier.due_at else None
