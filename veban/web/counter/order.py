"""Which procedure comes next for a family (thứ tự thủ tục), as the pages offer it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import HttpRequest

from veban.core.law.dated import Confidence
from veban.core.procedures.procedure import Procedure
from veban.core.procedures.sequence import SequenceStep, steps_before, steps_following
from veban.edges.rulebook.layered import LayeredRules
from veban.web.counter.sitting import Sitting
from veban.web.serving import serving_of


@dataclass(frozen=True, slots=True)
class Offered:
    """One step of an order.

    Args:
        procedures: Of which one is wanted; on a laptop the mobile ones.
        why: Why it stands here.
        cited: Document and article; empty where there is none.
        checked: Somebody held the source against its text.
        done: One of them was taken in at this sitting.
    """

    procedures: Sequence[Procedure]
    why: str
    cited: str
    checked: bool
    done: bool


@dataclass(frozen=True, slots=True)
class Order:
    """Steps that belong together."""

    name: str
    steps: Sequence[Offered]


def orders_of(request: HttpRequest, rules: LayeredRules, sitting: Sitting) -> list[Order]:
    """Return every order, with what is done at the sitting."""
    taken = taken_at(rules, sitting)
    return [
        Order(one.name, [_offered(request, rules, step, taken) for step in one.steps])
        for one in rules.sequences()
    ]


def offered_before(
    request: HttpRequest, rules: LayeredRules, wanted: Procedure, sitting: Sitting
) -> list[Offered]:
    """Return what is better done before a procedure."""
    taken = taken_at(rules, sitting)
    found = steps_before(rules.sequences(), wanted.variant_of or wanted.code, taken)
    return [_offered(request, rules, step, taken) for step in found]


def offered_next(request: HttpRequest, rules: LayeredRules, sitting: Sitting) -> list[Offered]:
    """Return what comes next at a sitting."""
    taken = taken_at(rules, sitting)
    found = steps_following(rules.sequences(), taken)
    return [_offered(request, rules, step, taken) for step in found]


def taken_at(rules: LayeredRules, sitting: Sitting) -> set[str]:
    """Return the procedures taken in at a sitting; a mobile one counts as its ordinary form."""
    codes = {row.procedure for row, _ in sitting.dossiers}
    return {rules.procedure(code).variant_of or code for code in codes}


def _offered(
    request: HttpRequest, rules: LayeredRules, step: SequenceStep, taken: set[str]
) -> Offered:
    known = [rules.procedure(code) for code in step.procedures]
    if serving_of(request).is_field:
        known = list(_mobile(rules, known))
    source = step.source
    cited = ", ".join(filter(None, (source.article and f"Điều {source.article}", source.document)))
    checked = source.confidence is Confidence.CHECKED
    return Offered(known, step.why, cited, checked, step.is_done(taken))


def _mobile(rules: LayeredRules, known: Iterable[Procedure]) -> Iterable[Procedure]:
    for one in known:
        yield rules.procedure(one.mobile_variant) if one.mobile_variant else one
