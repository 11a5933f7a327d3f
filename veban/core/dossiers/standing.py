"""Which state and dates of a dossier count (tình trạng có hiệu lực): the only place that says.

What we decided and what was seen in the official systems are kept apart. Where something was
seen, it wins; where both speak and differ, that is a contradiction a person is shown.
"""

from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter

from veban.core.dossiers.codes import DossierState
from veban.core.dossiers.ranking import STAGES, denies
from veban.core.dossiers.seen import OfficialStateSeen
from veban.core.dossiers.state import Dossier


@dataclass(frozen=True, slots=True)
class Standing:
    """What counts for pages, slips and figures.

    Args:
        state: The state that counts.
        due_at: The date that counts; None where none is known.
        ended_at: The end of the clock.
        returned_at: When the result was with the person.
        supplements: How often the citizen was asked for more, by whoever counted more of them.
        contradiction: The state we decided, where it denies what was seen; else None.
    """

    state: DossierState
    due_at: datetime | None
    ended_at: datetime | None
    returned_at: datetime | None
    supplements: int = 0
    contradiction: DossierState | None = None


def standing(dossier: Dossier) -> Standing:
    """Return the state and dates that count.

    The latest sight wins, by when it was seen and not by when it arrived. Of imported records
    only the one latest in the dossier's life is a sight, whichever was imported first. A
    hand-back that we recorded after the official system was done is no contradiction: it is
    the step it waits for.
    """
    seen, supplements = counting_sight(dossier), _supplements(dossier)
    if seen is None:
        return Standing(
            dossier.state,
            dossier.due_at,
            dossier.ended_at,
            dossier.returned_at,
            supplements,
            dossier.denied,
        )
    state = DossierState(seen.state)
    if state is DossierState.DONE and dossier.state is DossierState.RETURNED:
        state = DossierState.RETURNED
    return Standing(
        state,
        seen.due_at or dossier.due_at,
        seen.ended_at or dossier.ended_at,
        dossier.returned_at or seen.returned_at,
        supplements,
        dossier.state if denies(dossier.state, state) else None,
    )


def counting_sight(dossier: Dossier) -> OfficialStateSeen | None:
    """Return the sight that counts; None where nothing was seen."""
    by_hand = [seen for seen in dossier.seen if seen.facts is None]
    record = counting_record(dossier)
    sights = by_hand if record is None else [*by_hand, record]
    return max(reversed(sights), key=_order, default=None)


def counting_record(dossier: Dossier) -> OfficialStateSeen | None:
    """Return the imported record that counts for a dossier received here."""
    records = [(seen.facts.rank, seen) for seen in dossier.seen if seen.facts is not None]
    return max(reversed(records), key=itemgetter(0), default=(None, None))[1]


def _supplements(dossier: Dossier) -> int:
    record = counting_record(dossier)
    seen = len(record.facts.supplements) if record and record.facts else 0
    return max(seen, dossier.supplements)


def _order(seen: OfficialStateSeen) -> tuple[datetime, int, str]:
    return seen.seen_at, STAGES[DossierState(seen.state)], seen.system
