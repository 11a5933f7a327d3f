"""Which of two sights of a dossier is later in its life (thứ tự các lần thấy)."""

from datetime import UTC, datetime

from veban.core.dossiers.codes import DossierState

STAGES = {
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
"""How far along a state is; states of one stage follow each other in any order."""

NEVER = datetime.min.replace(tzinfo=UTC)


def life_rank(as_of: datetime | None, state: int) -> tuple[datetime, int]:
    """Return what orders two records of one dossier, whichever was imported first.

    Args:
        as_of: The last instant the record names, its due dates aside.
        state: Its state.

    Example:
        >>> life_rank(None, 4) > life_rank(None, 2)
        True
    """
    return as_of or NEVER, STAGES[DossierState(state)]


def denies(decided: DossierState, seen: DossierState) -> bool:
    """Tell whether what we decided contradicts what was seen."""
    ours, theirs = STAGES[decided], STAGES[seen]
    return ours > theirs or (ours == theirs == STAGES[DossierState.RETURNED] and decided != seen)
