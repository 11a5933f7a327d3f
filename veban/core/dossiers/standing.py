"""Which state and dates of a dossier count (tình trạng có hiệu lực): the only place that says.

What we decided and what was seen in the official systems are kept apart. Where something was
seen, it wins; where both speak and differ, that is a contradiction a person is shown.
"""

from dataclasses import dataclass
from datetime import datetime

from veban.core.dossiers.codes import DossierState
from veban.core.dossiers.seen import OfficialStateSeen
from veban.core.dossiers.state import Dossier

_STAGES = {
    DossierState.NEW: 0,
    DossierState.RECEIVED: 1,
    DossierState.PROCESSING: 2,
    DossierState.SUPPLEMENT_REQUESTED: 2,
    DossierState.PAYMENT_REQUESTED: 2,
    DossierState.DONE: 3,
    DossierState.NOT_ACCEPTED: 4,
    DossierState.WITHDRAWN: 4,
    DossierState.DISCONTINUED: 4,
    DossierState.RETURNED: 4,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """What counts for pages, slips and figures.

    Args:
        state: The state that counts.
        due_at: The date that counts; None where none is known.
        ended_at: The end of the clock.
        returned_at: When the result was with the person.
        contradiction: The state we decided, where it denies what was seen; else None.
    """

    state: DossierState
    due_at: datetime | None
    ended_at: datetime | None
    returned_at: datetime | None
    contradiction: DossierState | None = None


def standing(dossier: Dossier) -> Standing:
    """Return the state and dates that count.

    The latest sight wins, by when it was seen and not by when it arrived. A hand-back that we
    recorded after the official system was done is no contradiction: it is the step it waits for.
    """
    own = Standing(dossier.state, dossier.due_at, dossier.ended_at, dossier.returned_at)
    if not dossier.seen:
        return own
    seen = max(dossier.seen, key=_order)
    state = DossierState(seen.state)
    if state is DossierState.DONE and dossier.state is DossierState.RETURNED:
        state = DossierState.RETURNED
    denied = _STAGES[dossier.state] > _STAGES[state] or (
        _STAGES[dossier.state] == _STAGES[state] == 4 and dossier.state is not state
    )
    return Standing(
        state,
        seen.due_at or dossier.due_at,
        seen.ended_at or dossier.ended_at,
        dossier.returned_at or seen.returned_at,
        dossier.state if denied else None,
    )


def _order(seen: OfficialStateSeen) -> tuple[datetime, int, str]:
    return seen.seen_at, _STAGES[DossierState(seen.state)], seen.system
