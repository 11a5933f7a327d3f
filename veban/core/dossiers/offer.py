"""Which moves a page offers now (thao tác có thể làm)."""

from veban.core.dossiers.move import Move
from veban.core.dossiers.moves import MOVES
from veban.core.dossiers.standing import standing
from veban.core.dossiers.state import Dossier
from veban.core.people.roles import Role
from veban.core.people.unit_settings import Mode


def moves_offered(dossier: Dossier, roles: frozenset[Role], mode: Mode) -> tuple[Move, ...]:
    """Return the moves that a page offers now, in the table's order.

    A result that is being corrected is not handed back, and nothing else is corrected.

    Args:
        dossier: The dossier.
        roles: The officer's roles.
        mode: The unit's mode.
    """
    state = standing(dossier).state
    hidden = {"hand_back", "find_fault"} if dossier.promised_on else {"correct"}
    return tuple(
        move
        for move in MOVES.values()
        if state in move.sources and mode in move.modes and not roles.isdisjoint(move.roles)
        if move.name not in hidden
    )
