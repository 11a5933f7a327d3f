"""What a reception form begins with (biểu mẫu bắt đầu từ đâu): nothing is typed twice."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

from veban.core.dossiers.codes import PlaceKind
from veban.core.dossiers.received import DossierPerson, DossierReceived
from veban.core.dossiers.rows import DossierRow
from veban.core.dossiers.waiting_scan import WaitingScan
from veban.core.procedures.checklist import case_of
from veban.core.procedures.papers import CasePaper
from veban.core.procedures.procedure import Procedure
from veban.core.rounds.roster import RosterRow
from veban.core.rounds.round import RoundRow
from veban.core.shared.local_time import LOCAL, local_day
from veban.web.counter.by_hand import ByHand
from veban.web.counter.sitting import Sitting
from veban.web.templatetags.writing import born


@dataclass(frozen=True, slots=True)
class Table:
    """What the reception form is made for: the procedure, its case, and what is going on today.

    Args:
        rounds: Rounds under way, the likeliest first.
        reasons: (code, name) of the reasons known.
        away: The node is a laptop, so that a village is likelier than the centre.
        now: The node's clock, which the form begins with.
        same: An earlier reception of the same person, whose words the form begins with.
        last: What this node's unit received last.
        by_hand: The receipt written by hand that is being typed.
        found: A person of the round's roster, with whom the form begins.
        has_roster: Some round under way has a roster in which people can be found.
        scans: What the officer scanned and no paper has yet.
        left: Files that the scanner's folder keeps, and why.
        point: The reception point that this laptop is, as a place; empty where it is none.
        sitting: The sitting so far; its latest dossier is ``same``.
    """

    procedure: Procedure
    case: str | None
    rounds: list[RoundRow]
    reasons: list[tuple[str, str]]
    away: bool
    now: datetime
    same: DossierReceived | None = None
    last: DossierRow | None = None
    by_hand: ByHand | None = None
    found: RosterRow | None = None
    has_roster: bool = False
    point: str = ""
    scans: Sequence[WaitingScan] = ()
    sitting: Sitting = field(default=Sitting(""))
    left: Sequence[Any] = ()

    @property
    def asked(self) -> tuple[CasePaper, ...]:
        """Return the checklist of the case; empty where none is shipped."""
        case = case_of(self.procedure, self.case)
        return case.papers if case else ()


def beginning(table: Table) -> dict[str, Any]:
    """Return place, round, time and return as they most likely are.

    A table in a village stays where it is until the day ends; a reception point stays for good,
    unless it goes on a round; the same person takes the result the same way.
    """
    local = table.now.astimezone(LOCAL)
    begin = {
        "kind": "village" if table.away else "centre",
        "received_on": local.date(),
        "received_time": local.time(),
        "how": "village" if table.away else "centre",
        **_of_round(table),
        **_of_point(table),
    }
    if table.away and table.last and _same_table(table.last, table.now):
        begin |= {"kind": table.last.place_kind, "village": table.last.place_village or ""}
        begin |= {"round": table.last.round or ""}
    if table.same:
        begin |= {"how": table.same.return_how.value}
        begin |= {"place": table.same.person.return_place if table.same.person else ""}
    if table.by_hand:
        local = table.by_hand.at.astimezone(LOCAL)
        begin |= {"received_on": local.date(), "received_time": local.time()}
        begin |= {"paper_slip": str(table.by_hand.serial)}
    return begin


def known_people(person: DossierPerson | None) -> dict[str, dict[str, Any]]:
    """Return what is known of everybody at the table, by the prefixes of the form."""
    found: dict[str, dict[str, Any]] = {}
    for part in ("applicant", "contact", "collector", "interpreter"):
        known = getattr(person, part, None)
        names = [field.name for field in fields(known)] if known else []
        found[part] = {name: getattr(known, name) for name in names}
    if person:
        sex = person.applicant.sex
        found["applicant"] |= {"birth_date": born(person.applicant.birth_date)}
        found["applicant"] |= {"sex": sex.value if sex else ""}
    return found


def on_roster(row: RosterRow) -> dict[str, Any]:
    """Return the applicant's fields that a roster knows."""
    return {
        "full_name": row.full_name,
        "birth_date": born(row.birth_date or None),
        "sex": row.sex,
        "village": row.village,
    }


def _of_round(table: Table) -> dict[str, Any]:
    first = table.rounds[0] if table.away and table.rounds else None
    villages = first.villages.split("\n") if first else []
    return {
        "village": villages[0] if len(villages) == 1 else "",
        "round": first.round if first else "",
    }


def _of_point(table: Table) -> dict[str, Any]:
    if not table.point or table.rounds:
        return {}
    return {"kind": PlaceKind.POINT.value, "village": table.point, "place": table.point}


def _same_table(last: DossierRow, now: datetime) -> bool:
    """Tell whether the row came from a table of today that still stands, not from a bedside."""
    places = (PlaceKind.VILLAGE.value, PlaceKind.POINT.value)
    return (
        last.place_kind in places
        and last.received_at is not None
        and local_day(last.received_at) == local_day(now)
    )
