"""Make a move with a dossier (thao tác với hồ sơ); where it is not held, send a message."""

from collections.abc import Iterable
from typing import Any

from veban.actions.dossiers.forward import forward_passed
from veban.actions.dossiers.lawful_fee import lawful_fee
from veban.actions.dossiers.merge import may_write, merge_doubled, message_step
from veban.actions.once import Decided, once
from veban.actions.people.find_officer import get_officer
from veban.actions.ports import Histories, Step, World, Writing
from veban.core.dossiers.act import act, check_message
from veban.core.dossiers.commands import DoMove
from veban.core.dossiers.move_context import MoveContext
from veban.core.dossiers.refusals import CodeDoubled, DossierUnknown
from veban.core.dossiers.standing import standing
from veban.core.dossiers.state import Dossier, apply, fold
from veban.core.dossiers.typed import check_key
from veban.core.nodes.events import NodeKind
from veban.core.people.officers import PROGRAM, OfficerRow, officer_stream
from veban.core.shared.local_time import format_instant, local_day
from veban.core.shared.shape import write_shape


def do_move(world: World, command: DoMove) -> dict[str, Any]:
    """Play one move.

    Returns:
        The public answer: ``key``, ``code``, ``state``, ``due_at``, ``warnings``; where this
        node is not the holder ``key``, ``code`` and the state ``sent``.

    Raises:
        Refused: nothing is written.
    """
    check_key(command.key)
    answer = once(
        world,
        command.key,
        write_shape(command),
        lambda writing: decide_move(world, writing, command),
    )
    if command.move == "link_code":
        merge_doubled(world)
    if command.move == "pass_on":
        forward_passed(world)
    return answer


def decide_move(world: World, writing: Writing, command: DoMove) -> Decided:
    """Return what a move does: a step of the dossier where this node writes it, else a message.

    Raises:
        Refused: the move is not possible.
    """
    dossier = get_dossier(writing, command.code)
    if command.move == "pass_on":
        world.rules.unit(str(command.details.get("to_unit")))
    context = move_context(world, writing, command, dossier)
    if writes_here(world, dossier, command):
        return _decide_here(dossier, command, context)
    check_message(command, context)
    return _decide_message(world, dossier, command)


def get_dossier(writing: Writing, code: str) -> Dossier:
    """Return the dossier that a code, ours or official, leads to.

    Raises:
        DossierUnknown: none does.
        CodeDoubled: two that were received here carry it; nobody acts on one by chance.
    """
    return choose_dossier(writing, writing.find_streams(code), code)


def choose_dossier(histories: Histories, streams: Iterable[str], code: str) -> Dossier:
    """Return the dossier that carries a code, of those that it leads to.

    Raises:
        DossierUnknown, CodeDoubled: as in ``get_dossier``.
    """
    folded = (fold(histories.history(stream)) for stream in streams)
    found = [dossier for dossier in folded if dossier is not None]
    if not found:
        raise DossierUnknown(code=code)
    received = [one for one in found if one.received is not None and one.code == code]
    if len(received) > 1:
        raise CodeDoubled(code=code)
    return received[0] if received else found[0]


def move_context(world: World, writing: Writing, command: DoMove, dossier: Dossier) -> MoveContext:
    """Gather what a move is decided on.

    Raises:
        OfficerUnknown: nobody has the officer's code here.
    """
    by_itself = command.officer == PROGRAM
    officer = program(world) if by_itself else get_officer(writing, command.officer)
    rules = world.law.for_unit(officer.unit)
    takes_fee = command.move == "collect_fee"
    return MoveContext(
        officer=officer,
        now=world.clock.now(),
        hours=rules.office_hours(local_day(command.at)),
        calendar=rules.calendar(),
        fee_vnd=lawful_fee(world, dossier.received) if takes_fee else None,
        reasons={code: one.group for code, one in rules.reasons().items()} if takes_fee else {},
    )


def program(world: World) -> OfficerRow:
    """Return who acts where the program does so of itself: without a name, without a role."""
    return OfficerRow(officer_stream(PROGRAM), PROGRAM, world.me.unit, "", None)


def writes_here(world: World, dossier: Dossier, command: DoMove) -> bool:
    """Tell whether a move is written into the dossier's own stream; a centre may reclaim."""
    reclaims = command.move == "reclaim" and world.me.kind is not NodeKind.FIELD
    return reclaims or may_write(world, dossier)


def _decide_here(dossier: Dossier, command: DoMove, context: MoveContext) -> Decided:
    event = act(dossier, command, context)
    step = Step(dossier.stream, dossier.version, [event], command.at, command.officer)
    after = standing(apply(dossier, event, command.at))
    return Decided(
        [step],
        {
            "key": command.key,
            "code": command.code,
            "state": int(after.state),
            "due_at": after.due_at and format_instant(after.due_at),
            "warnings": [],
        },
    )


def _decide_message(world: World, dossier: Dossier, command: DoMove) -> Decided:
    step = message_step(world, dossier, command)
    return Decided([step], {"key": command.key, "code": command.code, "state": "sent"})
