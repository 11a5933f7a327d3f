"""What ``veban procedures show`` answers: a procedure on a day, in plain values."""

from datetime import date
from typing import Any

from veban.core.law.dated import Source
from veban.core.procedures.fee_lines import FeeLine
from veban.core.procedures.papers import Case
from veban.core.procedures.procedure import Procedure


def describe(procedure: Procedure, day: date) -> dict[str, Any]:
    """Return the procedure as JSON can hold it, with the values in force on ``day``.

    Args:
        procedure: The procedure asked for.
        day: Day whose law is wanted.

    Returns:
        ``code``, ``name``, ``confidence`` (whether cases and papers were checked), ``term``,
        ``fees`` and ``cases``; ``term`` is None where its rule is not known, and the ``vnd`` of a
        fee is None where there is no figure.

    Raises:
        LawUnknown: a value has no entry for that day.
    """
    today = procedure.on(day)
    source = _source(procedure.fees.entry_at(day).source)
    return {
        "code": procedure.code,
        "name": procedure.name,
        "confidence": procedure.state.value,
        "term": today.term
        and {
            "rule": today.term.rule.value,
            "amount": today.term.amount,
            "source": _source(procedure.term.entry_at(day).source),
        },
        "fees": [
            _line(line) | {"exempt": sorted(today.exemptions), "source": source}
            for line in today.fees
        ],
        "cases": [_case(case) for case in procedure.cases],
    }


def _line(line: FeeLine) -> dict[str, Any]:
    return {
        "channels": sorted(line.channels),
        "per": line.per.value,
        "vnd": line.vnd,
        "reason": line.reason,
        "tiers": [{"from_page": tier.from_page, "vnd": tier.vnd} for tier in line.tiers],
        "max_vnd": line.max_vnd,
    }


def _case(case: Case) -> dict[str, Any]:
    papers = [
        {"paper": asked.paper.id, "name": asked.paper.name, "required": asked.required}
        for asked in case.papers
    ]
    return {"case": case.case, "papers": papers}


def _source(source: Source) -> dict[str, Any]:
    return {
        "document": source.document,
        "article": source.article,
        "confidence": source.confidence.value,
    }
