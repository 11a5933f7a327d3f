"""What the moves that lead to a result make happen (dự thảo, ký duyệt, phát hành)."""

from dataclasses import replace

from veban.core.dossiers.commands import DoMove
from veban.core.dossiers.details import ReasonDetails, SignDetails
from veban.core.dossiers.events import ResultPerson, ResultSigned, Words
from veban.core.dossiers.move_context import MoveContext
from veban.core.dossiers.refusals import MoveTooEarly
from veban.core.dossiers.result import (
    DraftDetails,
    DraftNotSigned,
    DraftSentBack,
    DraftSigned,
    IssueDetails,
    IssuedOutside,
    NoDraft,
    ResultArrived,
    ResultDrafted,
    ResultHereDetails,
    ResultIssued,
    SignDraftDetails,
    Stage,
)
from veban.core.dossiers.signing import override_given
from veban.core.dossiers.state import Dossier
from veban.core.journal.event import Event


def sign(dossier: Dossier, details: SignDetails, command: DoMove, context: MoveContext) -> Event:
    """Return a result signed and issued in one act."""
    override = override_given(dossier, command, context, details.override_reason)
    person = ResultPerson(details.number, details.file, override)
    scanned = details.file is not None
    return ResultSigned(details.result, scanned, override is not None, person)


def draft(dossier: Dossier, details: DraftDetails, command: DoMove, _: MoveContext) -> Event:
    """Return the draft; a new one takes the place of one that was sent back."""
    person = ResultPerson(details.number, details.file)
    return ResultDrafted(details.result, details.file is not None, person)


def sign_draft(
    dossier: Dossier, details: SignDraftDetails, command: DoMove, context: MoveContext
) -> Event:
    """Return the signature of the draft; the term still runs."""
    _drafted(dossier, command, Stage.DRAFTED)
    override = override_given(dossier, command, context, details.override_reason)
    person = ResultPerson(file=details.file, override=override)
    return DraftSigned(details.file is not None, override is not None, person)


def send_draft_back(
    dossier: Dossier, details: ReasonDetails, command: DoMove, _: MoveContext
) -> Event:
    """Return that the signer wants another draft; a signed one may still come back."""
    _drafted(dossier, command, Stage.DRAFTED, Stage.SIGNED)
    return DraftSentBack(Words(details.reason, details.legal_basis))


def issue(dossier: Dossier, details: IssueDetails, command: DoMove, _: MoveContext) -> Event:
    """Return the end of the term; number and file are the draft's where none are given."""
    if dossier.draft is None or dossier.draft.stage is not Stage.SIGNED:
        raise DraftNotSigned()
    _drafted(dossier, command, Stage.SIGNED)
    known = dossier.draft.person or ResultPerson()
    person = replace(
        known, number=details.number or known.number, file=details.file or known.file, override=None
    )
    return ResultIssued(dossier.draft.result, person.file is not None, person)


def result_here(
    dossier: Dossier, details: ResultHereDetails, command: DoMove, _: MoveContext
) -> Event:
    """Return that a result made elsewhere is here."""
    begun = dossier.received.received_at if dossier.received else None
    issued = details.issued_at
    if issued is not None and (issued > command.at or (begun is not None and issued < begun)):
        raise IssuedOutside()
    person = ResultPerson(details.number, details.file)
    return ResultArrived(details.result, issued, details.file is not None, person)


def _drafted(dossier: Dossier, command: DoMove, *stages: Stage) -> None:
    """Refuse a step where no draft is so far, or that is said to be before what it follows."""
    if dossier.draft is None or dossier.draft.stage not in stages:
        raise NoDraft()
    if command.at < dossier.draft.at:
        raise MoveTooEarly(move=command.move)
