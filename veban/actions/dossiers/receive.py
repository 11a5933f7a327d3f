"""Receive a dossier (tiếp nhận hồ sơ), at the desk or in a village without signal."""

from typing import Any

from veban.actions.dossiers.check_declaration import check_declaration
from veban.actions.dossiers.reception_context import gather
from veban.actions.numbers.allot import allot_code
from veban.actions.once import Decided, once
from veban.actions.ports import Step, World, Writing
from veban.core.dossiers.codes import DossierState
from veban.core.dossiers.commands import ReceiveDossier
from veban.core.dossiers.identity import identity_findings
from veban.core.dossiers.receive import Numbered, check_reception, receive
from veban.core.dossiers.received import DossierReceived
from veban.core.numbers.tracking import tracking_chars
from veban.core.shared.canonical import digest
from veban.core.shared.local_time import format_instant
from veban.core.shared.shape import write_shape

TRACKING_BYTES = 16


def receive_dossier(world: World, command: ReceiveDossier) -> dict[str, Any]:
    """Take in a dossier with its number, fee and date of return.

    Args:
        world: The node.
        command: What was typed; file names are hashes of stored files.

    Returns:
        The public answer: ``key``, ``code``, ``due_at``, ``fee_vnd``, ``state``, ``warnings``.

    Raises:
        Refused: nothing is written and no number is used.
    """

    def decide(writing: Writing) -> Decided:
        context = gather(world, writing, command)
        check_reception(command, context)
        check_declaration(world, command)
        code, told = allot_code(world, writing, context.unit, command)
        tracking = tracking_chars(world.random.token(TRACKING_BYTES))
        numbered = Numbered(code, tracking, told)
        event = receive(command, context, numbered)
        stream = dossier_stream(world.me.node, command.key)
        step = Step(stream, 0, [event], command.received_at, command.officer)
        found = identity_findings(command.applicant, world.rules.numbering())
        return Decided([step], _answer(command.key, event, found))

    return once(world, command.key, write_shape(command), decide)


def dossier_stream(node: str, key: str) -> str:
    """Return the stream of the dossier that a key begins on a node."""
    return f"dossier/{digest([node, key])[:24]}"


def _answer(key: str, event: DossierReceived, found: tuple[str, ...]) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "key": key,
        "code": event.code,
        "due_at": event.due_at and format_instant(event.due_at),
        "fee_vnd": event.fee_vnd,
        "state": int(DossierState.RECEIVED),
        "warnings": [*event.warnings, *found],
    }
    if event.due_at is None:
        answer["due_reason"] = event.due_reason
    if event.fee_vnd is None:
        answer["fee_reason"] = event.fee_reason
    return answer
