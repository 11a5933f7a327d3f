"""What a reception form knows of its sitting (lượt đến): people, scans, what comes next.

The address carries a word that pages made, and nothing about anybody.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from django.http import HttpRequest, QueryDict

from veban.core.dossiers.commands import Applicant
from veban.core.dossiers.received import DossierReceived
from veban.core.dossiers.rows import DossierRow
from veban.core.dossiers.sitting import KnownScan, is_sitting, people_at, scan_for, scans_at
from veban.core.procedures.papers import CasePaper
from veban.store.queries.sittings import list_at_sitting
from veban.store.sittings.seats import list_seats
from veban.web.serving import Node, node_of
from veban.web.templatetags.writing import born
from veban.web.visitor import Visitor

FIELD = "sitting"
CHOSEN = "seat"
ALL_PAPERS = "all_papers"


@dataclass(frozen=True, slots=True)
class Sitting:
    """A sitting so far.

    Args:
        id: Its word.
        dossiers: What was handed in, the first one first.
        people: Everybody known at it.
        scans: What was scanned at it, the latest first.
    """

    id: str
    dossiers: Sequence[tuple[DossierRow, DossierReceived]] = ()
    people: Sequence[Applicant] = ()
    scans: Sequence[KnownScan] = ()

    @property
    def latest(self) -> DossierReceived | None:
        """Return the last reception."""
        return self.dossiers[-1][1] if self.dossiers else None

    @property
    def receptions(self) -> list[DossierReceived]:
        """Return all receptions."""
        return [event for _, event in self.dossiers]


def sitting_named(request: HttpRequest) -> str:
    """Return the sitting that a form or an address names; empty where it names none."""
    named = request.POST.get(FIELD) or request.GET.get(FIELD, "")
    return named if is_sitting(named) else ""


def begin_sitting() -> str:
    """Return a word for a new sitting."""
    return secrets.token_hex(8)


def find_sitting(request: HttpRequest, visitor: Visitor, named: str | None) -> Sitting:
    """Return a sitting within the visitor's scope; an empty one where nothing is known of it."""
    node = node_of(request)
    if named is None or not is_sitting(named):
        return Sitting("")
    rows = list_at_sitting(node.alias, visitor.scope, named)
    dossiers = [(row, event) for row in rows if (event := _reception(node, row))]
    receptions = [event for _, event in dossiers]
    people = people_at(receptions, list_seats(node.alias, visitor.scope, named))
    return Sitting(named, dossiers, people, scans_at(receptions))


def chosen_person(request: HttpRequest, sitting: Sitting) -> Applicant | None:
    """Return the person whose button was pressed."""
    number = request.POST.get(CHOSEN, "")
    known = dict(enumerate(sitting.people))
    return known.get(int(number)) if number.isdecimal() and len(number) < 4 else None


def with_person(
    sent: QueryDict, who: Applicant, sitting: Sitting, asked: Sequence[CasePaper]
) -> QueryDict:
    """Return what was sent with another applicant, and that person's own scans."""
    filled = sent.copy()
    for name in (CHOSEN, "step"):
        filled.pop(name, None)
    for name, value in applicant_fields(who).items():
        filled[f"applicant-{name}"] = value
    for n, one in enumerate(asked):
        filled[f"paper{n}-reuse"] = scan_for(one.paper.id, who, sitting.scans)
    return filled


def with_required(sent: QueryDict, asked: Sequence[CasePaper]) -> QueryDict:
    """Return what was sent with every required paper ticked; the others stay as they are."""
    filled = sent.copy()
    filled.pop("step", None)
    for n, one in enumerate(asked):
        if one.required:
            filled[f"paper{n}-given"] = "on"
    return filled


def applicant_fields(who: Applicant) -> dict[str, Any]:
    """Return a person as the fields of the applicant's form."""
    known = {field.name: getattr(who, field.name) or "" for field in fields(who)}
    known.pop("unit")
    return known | {"birth_date": born(who.birth_date), "sex": who.sex.value if who.sex else ""}


def _reception(node: Node, row: DossierRow) -> DossierReceived | None:
    history = node.world.journal.history(row.stream)
    return next((s.event for s in history if isinstance(s.event, DossierReceived)), None)
