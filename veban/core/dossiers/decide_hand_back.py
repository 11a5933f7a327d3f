"""What the moves around handing a result back make happen (trả kết quả)."""

from veban.core.dossiers.commands import DoMove
from veban.core.dossiers.details import HandBackDetails, SignDetails
from veban.core.dossiers.events import HandBackPerson, ResultHandedBack, ResultPerson, Words
from veban.core.dossiers.hand_back import (
    FaultDetails,
    HandBackTried,
    NotHandedBackDetails,
    PromiseTooEarly,
    ResultCorrected,
    ResultFaultFound,
    ResultFaulty,
    ResultNotFaulty,
)
from veban.core.dossiers.move_context import MoveContext
from veban.core.dossiers.signing import override_given
from veban.core.dossiers.state import Dossier
from veban.core.journal.event import Event
from veban.core.shared.local_time import local_day


def hand_back(dossier: Dossier, details: HandBackDetails, command: DoMove, _: MoveContext) -> Event:
    """Return the hand-back; refused while the result is being corrected."""
    if dossier.promised_on is not None:
        raise ResultFaulty(promised_on=dossier.promised_on.isoformat())
    taker = HandBackPerson(details.to, details.relation)
    return ResultHandedBack(details.proof, details.read_aloud, taker)


def find_fault(dossier: Dossier, details: FaultDetails, command: DoMove, _: MoveContext) -> Event:
    """Return the fault; the day promised is not before the day it was found."""
    if details.promised_on < local_day(command.at):
        raise PromiseTooEarly(promised_on=details.promised_on.isoformat())
    return ResultFaultFound(details.promised_on, Words(details.reason))


def correct(dossier: Dossier, details: SignDetails, command: DoMove, context: MoveContext) -> Event:
    """Return the corrected result; whoever received the dossier does not sign it."""
    if dossier.promised_on is None:
        raise ResultNotFaulty()
    override = override_given(dossier, command, context, details.override_reason)
    result = ResultPerson(details.number, details.file, override)
    scanned = details.file is not None
    return ResultCorrected(details.result, scanned, override is not None, result)


def not_handed_back(
    dossier: Dossier, details: NotHandedBackDetails, command: DoMove, _: MoveContext
) -> Event:
    """Return that nobody took the result."""
    return HandBackTried(details.why, Words(details.note) if details.note else None)
