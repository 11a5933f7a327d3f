"""Tell in words what happened on the way to a result (diễn biến kết quả, ý kiến, phí)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from veban.core.dossiers.events import ResultPerson, ResultSigned
from veban.core.dossiers.fee_collected import FeeCollected
from veban.core.dossiers.hand_back import ResultCorrected
from veban.core.dossiers.opinions import OpinionAsked, OpinionGiven
from veban.core.dossiers.result import ResultArrived, ResultDrafted, ResultIssued
from veban.web import words
from veban.web.templatetags.writing import day, money


def words_of_result(person: ResultPerson) -> Iterable[str]:
    """Yield the private words of a result."""
    if person.number:
        yield _("Số: %(number)s") % {"number": person.number}
    if person.override:
        yield _("Lãnh đạo cho người đã tiếp nhận ký: %(reason)s") % {"reason": person.override}


def facts_of_result(event: Any) -> Iterable[str]:
    """Yield what an event says beside its name; nothing for other events."""
    match event:
        case (
            ResultSigned(result=result)
            | ResultCorrected(result=result)
            | ResultDrafted(result=result)
            | ResultIssued(result=result)
        ):
            yield result
        case ResultArrived(result=result, issued_at=issued_at):
            yield result
            if issued_at is not None:
                yield _("Hệ thống kia có kết quả ngày %(day)s") % {"day": day(issued_at)}
        case OpinionAsked(due_on=date() as due_on):
            yield _("Hạn trả lời: %(day)s") % {"day": day(due_on)}
        case OpinionGiven(answer=answer):
            yield str(words.MOVE_CHOICES[answer.value])
        case FeeCollected(amount_vnd=amount, receipt_number=number, exempt_by=exempt_by):
            yield money(amount)
            yield _("Biên lai số %(number)s") % {"number": number}
            if exempt_by:
                yield _("Thu ít hơn mức quy định vì được miễn, giảm")
