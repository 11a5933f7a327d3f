"""Find the procedure, then its case and complete checklist (tìm thủ tục, trường hợp, giấy tờ)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop
from django.views.decorators.http import require_safe

from veban.core.declarations.form import DeclarationForm, form_on
from veban.core.law.tables import FeeReason
from veban.core.people.roles import Role
from veban.core.procedures.checklist import case_of
from veban.core.procedures.fee_lines import FeeLine, FeePer
from veban.core.procedures.papers import Case
from veban.core.procedures.procedure import Procedure, ProcedureOnDay
from veban.core.shared.local_time import local_day
from veban.web import words
from veban.web.access import officer_required
from veban.web.counter.by_hand import read_by_hand, slip_of
from veban.web.counter.order import Offered, offered_before, orders_of
from veban.web.counter.sitting import find_sitting, sitting_named
from veban.web.serving import node_of
from veban.web.templatetags.writing import money
from veban.web.visitor import Visitor
from veban.wiring.clock_doubts import open_doubt

FEE_PER = {
    FeePer.COPY: noop("mỗi bản"),
    FeePer.PAGE: noop("mỗi trang"),
    FeePer.DOCUMENT: noop("mỗi văn bản"),
    FeePer.TRANSACTION: noop("mỗi giao dịch"),
}


@dataclass(frozen=True, slots=True)
class ChecklistPage:
    """What the officer tells the person before anything is typed."""

    procedure: Procedure
    on_day: ProcedureOnDay
    case: Case | None
    term: str | None
    fees: list[str]
    mobile: Procedure | None
    same: str = ""
    slip: str = ""
    form: DeclarationForm | None = None
    sitting: str = ""
    before: Sequence[Offered] = ()
    menu: str = "receive"

    @property
    def again(self) -> str:
        """Return what the address of the form carries: the case, whose dossier, which slip."""
        case = self.case.case if self.case else ""
        return query(case=case, same=self.same, slip=self.slip, sitting=self.sitting)

    @property
    def carry(self) -> str:
        """Return the same for another procedure, whose cases are others."""
        return query(same=self.same, slip=self.slip, sitting=self.sitting)


@officer_required(Role.RECEIVER)
@require_safe
def find_procedure(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """List the procedures that the words name, with or without tone marks."""
    typed = request.GET.get("q", "").strip()
    node: Any = node_of(request)
    rules = node.law.for_unit(visitor.officer.unit)
    found = rules.find_procedures(typed, 20) if typed else ()
    same, slip, named = same_of(request), slip_of(request), sitting_named(request)
    context: dict[str, Any] = {"typed": typed, "found": found, "menu": "receive"}
    context |= {"same": same, "slip": slip, "by_hand": read_by_hand(slip)}
    context |= {"carry": query(same=same, slip=slip, sitting=named), "doubt": open_doubt(node)}
    sitting = find_sitting(request, visitor, named)
    context |= {"sitting": sitting, "orders": orders_of(request, rules, sitting)}
    return render(request, "counter/find.html", context)


@officer_required(Role.RECEIVER)
@require_safe
def show_checklist(request: HttpRequest, visitor: Visitor, procedure: str) -> HttpResponse:
    """Show cases, papers, term, fee and place rules of a procedure."""
    node = node_of(request)
    rules = node.law.for_unit(visitor.officer.unit)
    known = rules.procedure(procedure)
    on_day = known.on(local_day(node.world.clock.now()))
    reasons = rules.fee_reasons()
    sitting = find_sitting(request, visitor, sitting_named(request))
    page = ChecklistPage(
        procedure=known,
        on_day=on_day,
        case=case_of(known, request.GET.get("case") or None),
        term=term_words(on_day),
        fees=[fee_words(line, reasons) for line in on_day.fees if 1 in line.channels],
        mobile=rules.procedure(known.mobile_variant) if known.mobile_variant else None,
        same=same_of(request),
        slip=slip_of(request),
        form=form_on(rules.declarations(), known.code, local_day(node.world.clock.now())),
        sitting=sitting.id,
        before=offered_before(request, rules, known, sitting),
    )
    return render(request, "counter/checklist.html", {"page": page, "menu": page.menu})


def same_of(request: HttpRequest) -> str:
    """Return the code of the dossier whose applicant files once more; empty for somebody new."""
    return (request.GET.get("same") or request.POST.get("same", "")).strip()


def query(**named: str) -> str:
    """Return the named values that are not empty as the end of an address.

    Example:
        >>> query(case="proxy", same="")
        '?case=proxy'
        >>> query(case="", same="")
        ''
    """
    given = urlencode({name: value for name, value in named.items() if value})
    return f"?{given}" if given else ""


def term_words(on_day: ProcedureOnDay) -> str | None:
    """Return the statutory term in words; None where it is not known."""
    term = on_day.term
    return None if term is None else str(words.TERMS[term.rule]) % {"amount": term.amount}


def fee_words(line: FeeLine, reasons: dict[str, FeeReason]) -> str:
    """Return one fee line in words, with the remark that belongs to it."""
    remark = reasons[line.reason].name if line.reason in reasons else ""
    if line.vnd is None:
        return remark or _("Chưa có mức thu trong bộ dữ liệu")
    amount = _("Không thu") if line.vnd == 0 else money(line.vnd)
    per = _(FEE_PER[line.per]) if line.vnd and line.per in FEE_PER else ""
    return " · ".join(part for part in (f"{amount} {per}".strip(), remark) if part)
