"""What a new node does not know yet (những điều còn thiếu): asked, not invented."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from veban.core.law.dated import Confidence
from veban.core.people.officers import OfficerRow
from veban.core.people.roles import Role
from veban.core.people.unit_settings import UnitRow
from veban.core.procedures.procedure import Procedure
from veban.edges.rulebook.calendar import YearState
from veban.edges.rulebook.layered import LayeredRules


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that somebody has to say.

    Args:
        name: Key of the thing, the page's anchor.
        title: What it is.
        words: Why it matters and what holds until then.
        count: How many are missing; 0 where it is settled.
        address: Where it is entered; empty where a command does it, named in ``words``.
    """

    name: str
    title: Any
    words: Any
    count: int
    address: str = ""


@dataclass(frozen=True, slots=True)
class UnitKnown:
    """What is known of a unit."""

    rules: LayeredRules
    settings: UnitRow | None
    officers: list[OfficerRow]
    today: date


def what_is_missing(known: UnitKnown) -> Iterator[Asked]:
    """Yield what the first day asks for, settled or not, in the order of its weight."""
    yield from _of_the_unit(known)
    yield from _of_the_law(known.rules, known.today)


def _of_the_unit(known: UnitKnown) -> Iterator[Asked]:
    yield Asked(
        "agency",
        _("Mã định danh cơ quan"),
        _("Chưa có thì mã hồ sơ dùng mã tạm của tỉnh và đơn vị, giấy in ra nói rõ điều đó."),
        int(known.settings is None or known.settings.agency is None),
        "/law/agency",
    )
    yield Asked(
        "signer",
        _("Người ký"),
        _("Chưa ai trong đơn vị có vai trò ký duyệt: veban officer add … --role signer."),
        int(not any(officer.has(Role.SIGNER) for officer in known.officers)),
    )


def _of_the_law(rules: LayeredRules, today: date) -> Iterator[Asked]:
    yield Asked(
        "fees",
        _("Mức thu chưa có số"),
        _("Giấy tiếp nhận để trống một dòng cho số tiền và số nghị quyết."),
        len(fees_unknown(rules, today)),
        "/law/choose/fees",
    )
    yield Asked(
        "confirmed",
        _("Thủ tục chưa kiểm chứng"),
        _("Ghi theo trí nhớ, chưa đối chiếu văn bản: xem văn bản rồi xác nhận."),
        len(procedures_recalled(rules)),
        "/law/choose/confirmed",
    )
    yield Asked(
        "year",
        _("Lịch nghỉ chưa công bố"),
        _("Ngày hẹn trả tính sang năm đó là tạm tính; nhập khi có thông báo."),
        len(years_provisional(rules, today)),
        "/law/choose/year",
    )
    yield Asked(
        "layout",
        _("Mẫu in chưa xác nhận"),
        _("Giấy in ra ghi “bản in hỗ trợ” cho đến khi một người của đơn vị xác nhận mẫu."),
        len(layouts_unconfirmed(rules)),
        "/law/choose/layout",
    )


def fees_unknown(rules: LayeredRules, today: date) -> list[str]:
    """Return the codes of procedures of which some channel has no figure today."""
    return [p.code for p in rules.procedures() if _lacks_figure(p, today)]


def procedures_recalled(rules: LayeredRules) -> list[str]:
    """Return the codes of procedures that were not found in a document."""
    return [p.code for p in rules.procedures() if p.source.confidence is not Confidence.CHECKED]


def years_provisional(rules: LayeredRules, today: date) -> list[str]:
    """Return this year and the next where their days are not announced."""
    years = (today.year, today.year + 1)
    return [
        str(year.year)
        for year in rules.calendar_years()
        if year.year in years and year.state is YearState.PROVISIONAL
    ]


def layouts_unconfirmed(rules: LayeredRules) -> list[str]:
    """Return the words of slips whose layout nobody confirmed."""
    return [slip for slip, form in rules.slips().items() if form.confirmed_by is None]


CHOICES: dict[str, Callable[[LayeredRules, date], list[str]]] = {
    "fees": fees_unknown,
    "confirmed": lambda rules, today: procedures_recalled(rules),
    "year": years_provisional,
    "layout": lambda rules, today: layouts_unconfirmed(rules),
}
"""Kind of value → what lacks one."""


def _lacks_figure(procedure: Procedure, today: date) -> bool:
    return any(line.vnd is None for line in procedure.on(today).fees)
