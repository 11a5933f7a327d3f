"""Decide a move: from a dossier and what an officer wants to the event that follows."""

from typing import Any

from veban.core.dossiers.commands import DoMove
from veban.core.dossiers.decide import DECIDE
from veban.core.dossiers.move import Move
from veban.core.dossiers.move_context import MoveContext
from veban.core.dossiers.moves import FACTS_SEEN, MOVES
from veban.core.dossiers.refusals import MoveInFuture, MoveNotAllowed, MoveTooEarly, MoveUnknown
from veban.core.dossiers.standing import standing
from veban.core.dossiers.state import Dossier
from veban.core.journal.event import Event
from veban.core.people.officers import PROGRAM, OfficerLacksRole
from veban.core.shared.shape import read_shape


def find_move(name: str) -> Move:
    """Return a move of the table.

    Raises:
        MoveUnknown: there is none of this name; details list the names.
    """
    if name not in MOVES:
        raise MoveUnknown(move=name, moves=sorted(MOVES))
    return MOVES[name]


def act(dossier: Dossier, command: DoMove, context: MoveContext) -> Event:
    """Return what happens when an officer makes a move.

    Args:
        dossier: The dossier as it stands.
        command: The move, with its details.
        context: Officer, clock, calendar.

    Raises:
        Refused: the move is not possible; the codes are ``dossier.*``, ``officer.*``,
            ``deadlines.*`` and ``input.*``.
    """
    check_message(command, context)
    move = MOVES[command.move]
    state = standing(dossier).state
    if move.name not in FACTS_SEEN:
        if state not in move.sources:
            allowed = sorted(int(source) for source in move.sources)
            raise MoveNotAllowed(move=move.name, state=int(state), allowed=allowed)
        if command.at < dossier.changed_at:
            raise MoveTooEarly(move=move.name)
    details: Any = read_shape(move.details, command.details)
    return DECIDE[move.name](dossier, details, command, context)


def check_message(command: DoMove, context: MoveContext) -> None:
    """Refuse what cannot be a message either; the holder decides on the rest.

    Raises:
        Refused: no such move, not the officer's role, in the future, or its fields are wrong.
    """
    move = find_move(command.move)
    of_itself = context.officer.officer == PROGRAM and move.name in FACTS_SEEN
    if not (of_itself or context.officer.has(*move.roles)):
        raise OfficerLacksRole(move=move.name, roles=sorted(move.roles))
    if command.at > context.now:
        raise MoveInFuture(move=move.name)
    read_shape(move.details, command.details)
