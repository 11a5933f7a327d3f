"""Look ahead at a reception (xem trước): date, fee and warnings, before any number is given."""

from dataclasses import dataclass

from veban.actions.dossiers.check_declaration import check_declaration
from veban.actions.dossiers.reception_context import gather
from veban.actions.numbers.allot import look_at_slip, read_slip
from veban.actions.ports import World, Writing
from veban.core.deadlines.village_clock import Finding, ProcedureWays, term_ends_before_return
from veban.core.dossiers.commands import ReceiveDossier
from veban.core.dossiers.identity import identity_findings
from veban.core.dossiers.receive import Numbered, check_reception, receive
from veban.core.dossiers.received import DossierReceived
from veban.core.shared.local_time import local_day


@dataclass(frozen=True, slots=True)
class Preview:
    """What a reception would be: its event without a number, and what was found.

    Args:
        event: The reception, not numbered.
        finding: What the village clock says.
        identity: What does not fit about the applicant's number, as codes.
    """

    event: DossierReceived
    finding: Finding | None
    identity: tuple[str, ...] = ()


def preview_reception(world: World, command: ReceiveDossier) -> Preview:
    """Decide a reception as it would be decided now, and write nothing.

    Raises:
        Refused: what the reception itself would refuse.
    """
    with world.journal.writing() as writing:
        context = gather(world, writing, command)
        check_reception(command, context)
        check_declaration(world, command)
        told = _told_of_slip(world, writing, context.unit, command)
    event = receive(command, context, Numbered("", "", told))
    identity = identity_findings(command.applicant, world.rules.numbering())
    if event.due_at is None or context.team is None:
        return Preview(event, None, identity)
    ways = ProcedureWays(context.procedure.procedure.mobile_variant)
    return Preview(event, term_ends_before_return(event.due_at, context.team, ways), identity)


def _told_of_slip(
    world: World, writing: Writing, unit: str, command: ReceiveDossier
) -> tuple[str, ...]:
    if command.paper_slip is None:
        return ()
    serial, day = read_slip(command.paper_slip), local_day(command.received_at)
    return look_at_slip(world, writing, unit, day, serial).warnings
