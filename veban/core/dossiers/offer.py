"""Which moves a page offers now (thao tác có thể làm)."""

from veban.core.dossiers.move import Move
from veban.core.dossiers.moves import MOVES
from veban.core.dossiers.result import Stage
from veban.core.dossiers.standing import standing
from veban.core.dossiers.state import Dossier
from veban.core.people.roles import Role
from veban.core.people.unit_settings import Mode


def moves_offered(dossier: Dossier, roles: frozenset[Role], mode: Mode) -> tuple[Move, ...]:
    """Return the moves that a page offers now, in the table's order.

    A result that is being corrected is not handed back, and nothing else is corrected; a draft is
    signed after it was made, and issued after it was signed.

    Args:
        dossier: The dossier.
        roles: The officer's roles.
        mode: The unit's mode.
    """
    state = standing(dossier).state
    hidden = _hidden(dossier)
    return tuple(
        move
        for move in MOVES.values()
        if state in move.sources and mode in move.modes and not roles.isdisjoint(move.roles)
        if move.name not in hidden
    )


def _hidden(dossier: Dossier) -> set[str]:
    stage = dossier.draft.stage if dossier.draft else None
    hidden = set(_NOT_NOW[stage])
    hidden |= {"hand_back", "find_fault", "result_here"} if dossier.promised_on else {"correct"}
    if not dossier.opinions_open:
        hidden.add("give_opinion")
    if dossier.fee_taken or dossier.received is None or dossier.received.fee_vnd == 0:
        hidden.add("collect_fee")
    return hidden


_NOT_NOW: dict[Stage | None, frozenset[str]] = {
    None: frozenset({"sign_draft", "send_draft_back", "issue"}),
    Stage.SENT_BACK: frozenset({"sign_draft", "send_draft_back", "issue"}),
    Stage.DRAFTED: frozenset({"sign", "issue", "draft"}),
    Stage.SIGNED: frozenset({"sign", "sign_draft", "draft"}),
}
"""What makes no sense while a draft is so far."""
