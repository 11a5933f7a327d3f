"""Tell a dossier's history in words (diễn biến hồ sơ)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from veban.core.dossiers.codes import DossierState
from veban.core.dossiers.events import (
    DossierEnded,
    DossierHandedOver,
    DossierKept,
    DossierReappointed,
    HolderReleased,
    PaymentConfirmed,
    PaymentRequested,
    ResultHandedBack,
    ResultPerson,
    SupplementRequested,
    SupplementTaken,
    Words,
)
from veban.core.dossiers.hand_back import HandBackTried, ResultFaultFound
from veban.core.dossiers.moves import MOVES
from veban.core.dossiers.opinions import OpinionPerson
from veban.core.dossiers.received import DossierReceived
from veban.core.dossiers.seen import OfficialCodeLinked, OfficialStateSeen
from veban.core.dossiers.telling import ApplicantTold
from veban.core.journal.history import Placed
from veban.store.queries.messages import MessageSeen
from veban.web import words
from veban.web.counter.telling_results import facts_of_result, words_of_result
from veban.web.templatetags.writing import day, instant, money


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the timeline.

    Args:
        title: What happened.
        at: When it happened, as the officer said.
        recorded_at: When it was written down; None where that is the same minute.
        who: Name of whoever did it.
        lines: What else there is to say.
        waits: Sent, and not yet confirmed by the node that holds the dossier.
    """

    title: str
    at: datetime
    recorded_at: datetime | None
    who: str
    lines: tuple[str, ...] = ()
    waits: bool = False


def tell(history: Sequence[Placed], names: Mapping[str, str], persons: bool) -> list[Told]:
    """Return the timeline, the latest first.

    Args:
        history: The dossier's accepted steps.
        names: Officers' names by code.
        persons: Whether private words may be shown.
    """
    return [_told(step, names, persons) for step in reversed(history)]


def tell_messages(messages: Iterable[MessageSeen], names: Mapping[str, str]) -> list[Told]:
    """Return what was sent and is not settled, or was refused by the holder."""
    found = []
    for message in messages:
        if message.settled and message.refused is None:
            continue
        row = message.row
        line = (
            _("Nơi xử lý chưa nhận việc này; lãnh đạo Trung tâm cần xem lại.")
            if message.settled
            else _("Đã gửi thành tin báo, chờ nơi xử lý xác nhận.")
        )
        title, who = _(MOVES[row.move].title), names.get(row.officer, row.officer)
        found.append(Told(title, row.at, None, who, (line,), waits=True))
    return found


def _told(step: Placed, names: Mapping[str, str], persons: bool) -> Told:
    header, event = step.header, step.event
    late = (header.recorded_at - header.occurred_at).total_seconds() >= 60
    return Told(
        title=_(event.NAME) if event else _("Bước này cần bản phần mềm mới hơn để đọc"),
        at=header.occurred_at,
        recorded_at=header.recorded_at if late else None,
        who=_("Máy tự ghi") if header.actor == "node" else names.get(header.actor, header.actor),
        lines=tuple(_lines(event, persons)),
    )


def _lines(event: Any, persons: bool) -> Iterable[str]:
    yield from _facts(event)
    person = getattr(event, "person", None) if persons else None
    if isinstance(person, Words):
        yield person.text
        yield from (f"– {paper}" for paper in person.papers)
        if person.legal_basis:
            yield _("Căn cứ: %(basis)s") % {"basis": person.legal_basis}
    elif isinstance(event, ResultHandedBack) and person:
        relation = f" ({person.relation})" if person.relation else ""
        yield _("Người nhận: %(name)s") % {"name": person.to + relation}
    elif isinstance(person, ResultPerson):
        yield from words_of_result(person)
    elif isinstance(person, OpinionPerson):
        yield from (person.of, person.question)
    elif isinstance(event, ApplicantTold) and person:
        yield from filter(None, (person.to, person.note))
    elif isinstance(event, SupplementTaken) and person:
        yield from (f"– {paper.name}" for paper in person.papers)


def _facts(event: Any) -> Iterable[str]:
    match event:
        case DossierReceived() as received:
            yield from _reception(received)
        case SupplementRequested(ordinal=ordinal) if ordinal > 1:
            yield _("Lần thứ %(ordinal)s") % {"ordinal": ordinal}
        case SupplementTaken(due_at=datetime() as due) | PaymentConfirmed(due_at=datetime() as due):
            yield _("Hẹn trả mới: %(due)s") % {"due": instant(due)}
        case DossierReappointed(due_at=due):
            yield _("Hẹn lại: %(due)s") % {"due": instant(due)}
        case PaymentRequested(amount_vnd=amount):
            yield money(amount)
        case DossierEnded(state=state):
            yield str(words.STATES[state])
        case ResultHandedBack(proof=proof, read_aloud=read_aloud):
            yield str(words.MOVE_CHOICES[proof.value])
            if read_aloud:
                yield _("Đã đọc lại nội dung cho người nhận, đúng")
        case ResultFaultFound(promised_on=promised):
            yield _("Hẹn trả kết quả đúng: %(day)s") % {"day": day(promised)}
        case HandBackTried(why=why):
            yield str(words.MOVE_CHOICES[why.value])
        case ApplicantTold(through=through):
            yield str(words.MOVE_CHOICES[through.value])
        case DossierHandedOver(to_desk=desk):
            yield _("Nơi giữ hồ sơ giấy: %(desk)s") % {"desk": desk}
        case DossierKept(kept=kept):
            yield _("Giữ lại trên máy") if kept else _("Gửi về Trung tâm ở lần trao đổi tới")
        case HolderReleased(to=to):
            yield _("Chuyển đến máy: %(node)s") % {"node": to}
        case OfficialCodeLinked(system=system, official=official):
            yield f"{system}: {official}"
        case OfficialStateSeen(system=system, state=state):
            yield f"{system}: {words.STATES[DossierState(state)]}"
        case _:
            yield from facts_of_result(event)


def _reception(received: DossierReceived) -> Iterable[str]:
    if received.due_at:
        yield _("Hẹn trả: %(due)s") % {"due": instant(received.due_at)}
    if received.explained:
        yield _("Đã giải thích các bước, ngày hẹn, quyền và phí cho người dân")
