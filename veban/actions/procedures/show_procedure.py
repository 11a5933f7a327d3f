"""Show a procedure (xem thủ tục) as the public format writes it."""

from datetime import date
from typing import Any

from veban.actions.ports import Rules
from veban.core.procedures.fee_lines import FeeLine
from veban.core.procedures.papers import Case
from veban.core.procedures.term import Term


def show_procedure(rules: Rules, code: str, day: date) -> dict[str, Any]:
    """Return what the law says about a procedure on a day.

    Args:
        rules: The law.
        code: Code in the catalogue.
        day: Local day whose values count.

    Returns:
        ``code``, ``name``, ``confidence``, ``term`` and ``fees`` (null figures where the law
        shipped knows none), and ``cases`` with their papers; no case where it is unchecked.

    Raises:
        ProcedureUnknown: the catalogue has no such procedure.
        LawUnknown: the law shipped begins after that day.
    """
    procedure = rules.procedure(code)
    values = procedure.on(day)
    return {
        "code": procedure.code,
        "name": procedure.name,
        "confidence": procedure.source.confidence.value,
        "state": procedure.state.value,
        "decided_by": procedure.decided_by.name,
        "term": _term(values.term),
        "fees": [_fee(line) for line in values.fees],
        "exemptions": sorted(values.exemptions),
        "place": {"village": values.place.village.value, "home": values.place.home.value},
        "mobile_variant": procedure.mobile_variant,
        "cases": [_case(case) for case in procedure.cases],
    }


def _term(term: Term | None) -> dict[str, Any] | None:
    return None if term is None else {"rule": term.rule.value, "amount": term.amount}


def _fee(line: FeeLine) -> dict[str, Any]:
    return {
        "channels": sorted(line.channels),
        "per": line.per.value,
        "vnd": line.vnd,
        "reason": line.reason,
    }


def _case(case: Case) -> dict[str, Any]:
    return {
        "case": case.case,
        "name": case.name,
        "papers": [
            {
                "paper": asked.paper.id,
                "name": asked.paper.name,
                "required": asked.required,
                "form": asked.paper.form.value,
                "count": asked.paper.count,
            }
            for asked in case.papers
        ],
    }
