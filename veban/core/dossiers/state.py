"""A dossier as its accepted history makes it (hồ sơ): the fold of its events.

Reason for its length: one fold, and whoever changes it has to see all of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from veban.core.dossiers.codes import PORTAL, DossierState
from veban.core.dossiers.events import (
    DossierAccepted,
    DossierEnded,
    DossierErased,
    DossierHandedOver,
    DossierKept,
    DossierReappointed,
    DossierTransferred,
    HolderAccepted,
    HolderReclaimed,
    HolderReleased,
    MessageSettled,
    PaymentConfirmed,
    PaymentRequested,
    ResultHandedBack,
    ResultSigned,
    SupplementRequested,
    SupplementTaken,
)
from veban.core.dossiers.fee_collected import FeeCollected
from veban.core.dossiers.hand_back import ResultCorrected, ResultFaultFound
from veban.core.dossiers.late import LateDecided
from veban.core.dossiers.opinions import OpinionAsked, OpinionGiven
from veban.core.dossiers.passing import DossierPassedOn
from veban.core.dossiers.ranking import denies
from veban.core.dossiers.received import DossierReceived
from veban.core.dossiers.renumber import DossierRenumbered
from veban.core.dossiers.result import (
    Draft,
    DraftSentBack,
    DraftSigned,
    ResultArrived,
    ResultDrafted,
    ResultIssued,
    Stage,
)
from veban.core.dossiers.seen import (
    OfficialCodeLinked,
    OfficialStateSeen,
    RecordFacts,
    RecordImported,
    RecordMerged,
)
from veban.core.journal.event import Event
from veban.core.journal.history import Placed


@dataclass(frozen=True, slots=True)
class Dossier:
    """What decisions about a dossier need; what was seen elsewhere stands apart in ``seen``.

    Args:
        version: How many steps were folded.
        holder: The node that may write; None while on its way, and for history.
        releasing_to: The node it is on its way to.
        desk: Where the paper is.
        changed_at: When the state last changed.
        due_at: The date in force; None where the term is unknown.
        paused_at: Since when the clock stands; None while it runs.
        supplements: How often the citizen was asked for more.
        ended_at: The end of the clock: signed, or ended without a result.
        kept: The laptop keeps it past an exchange.
        codes: Official codes, each once, in the order in which they became known.
        record: The national record that counts, of a dossier that was not received here.
        imported_at: When that record was imported.
        decided: Something was decided here since the dossier began.
        denied: The state decided here that a later record contradicts.
        absorbed: Streams whose records turned out to be this dossier's.
        merged_into: The stream where this record is read from now on.
        messages: Entries of messages already settled.
        decided_late: What came too late and a person has decided on, by hash.
        promised_on: The day promised for a result that is being corrected.
        renumbered: The code given since its first one is another dossier's too.
        at_unit: The unit it was passed on to last; None where it never was.
        more_papers: How many papers its supplements brought.
        competent_unit: The last such unit that is not the one that received it.
        draft: The draft of a result that is not issued yet.
        opinions_asked: How many opinions were asked for.
        opinions_open: The ordinals of those that nobody has given yet.
        fee_taken: The fee was taken, with its receipt.
    """

    stream: str
    version: int
    received: DossierReceived | None
    received_by: str
    state: DossierState
    holder: str | None
    desk: str
    changed_at: datetime
    due_at: datetime | None
    releasing_to: str | None = None
    paused_at: datetime | None = None
    paused_from: DossierState | None = None
    supplements: int = 0
    reappointed: bool = False
    ended_at: datetime | None = None
    returned_at: datetime | None = None
    kept: bool = False
    erased: bool = False
    codes: tuple[OfficialCodeLinked, ...] = ()
    seen: tuple[OfficialStateSeen, ...] = ()
    record: RecordImported | None = None
    imported_at: datetime | None = None
    decided: bool = False
    denied: DossierState | None = None
    absorbed: tuple[str, ...] = ()
    merged_into: str | None = None
    messages: frozenset[str] = frozenset()
    decided_late: frozenset[str] = frozenset()
    unknown_steps: int = 0
    renumbered: str | None = None
    promised_on: date | None = None
    at_unit: str | None = None
    competent_unit: str | None = None
    more_papers: int = 0
    draft: Draft | None = None
    opinions_asked: int = 0
    opinions_open: frozenset[int] = frozenset()
    fee_taken: bool = False

    @property
    def beginning(self) -> DossierReceived | RecordFacts:
        """Return what it began with: its reception here, or the record that counts.

        Raises:
            ValueError: there is neither.
        """
        if self.received is not None:
            return self.received
        if self.record is not None:
            return self.record.facts
        raise ValueError(f"{self.stream} begins with neither a reception nor a record")

    @property
    def papers(self) -> int:
        """Return how many papers it has, those of its supplements counted."""
        return (len(self.received.papers) if self.received else 0) + self.more_papers

    @property
    def code(self) -> str:
        """Return the code it carries: the new one where another dossier carries its first."""
        return self.renumbered or self.beginning.code

    @property
    def unit(self) -> str:
        """Return the unit where it is: the one it was passed on to last, else where it began."""
        return self.at_unit or self.beginning.unit


def fold(history: Sequence[Placed]) -> Dossier | None:
    """Return the dossier its history makes; None where the history is empty or unreadable."""
    dossier: Dossier | None = None
    for step in history:
        dossier = _begin(step) if dossier is None else _changed(dossier, step)
    return None if dossier is None else replace(dossier, version=history[-1].header.version)


def evolve(dossier: Dossier, step: Placed) -> Dossier:
    """Return the dossier after one more step; an unknown step only counts."""
    return replace(_changed(dossier, step), version=step.header.version)


def _changed(dossier: Dossier, step: Placed) -> Dossier:
    header = step.header
    match step.event:
        case None:
            return replace(dossier, unknown_steps=dossier.unknown_steps + 1)
        case HolderAccepted() | HolderReclaimed():
            return replace(dossier, holder=header.node, releasing_to=None)
        case RecordImported(held=held) as record:
            after = apply(dossier, record, header.occurred_at)
            counts = after.record is record and dossier.releasing_to is None
            return replace(after, holder=header.node if held else None) if counts else after
        case event:
            return apply(dossier, event, header.occurred_at)


def apply(dossier: Dossier, event: Event, at: datetime) -> Dossier:
    """Return the dossier after an event that happened at an instant."""
    match event:
        case DossierAccepted():
            return _moved(dossier, DossierState.RECEIVED, at)
        case DossierTransferred():
            return _moved(dossier, DossierState.PROCESSING, at)
        case SupplementRequested():
            paused = _paused(dossier, DossierState.SUPPLEMENT_REQUESTED, at)
            return replace(paused, supplements=dossier.supplements + 1)
        case PaymentRequested():
            return _paused(dossier, DossierState.PAYMENT_REQUESTED, at)
        case SupplementTaken(due_at=due_at, papers=papers):
            brought = replace(dossier, more_papers=dossier.more_papers + len(papers))
            return _resumed(brought, due_at, at)
        case PaymentConfirmed(due_at=due_at):
            return _resumed(dossier, due_at, at)
        case DossierReappointed(due_at=due_at):
            return replace(dossier, due_at=due_at, reappointed=True)
        case DossierEnded(state=state):
            return replace(_moved(dossier, state, at), ended_at=at)
        case ResultSigned():
            return replace(_moved(dossier, DossierState.DONE, at), ended_at=at)
        case ResultIssued():
            return replace(_moved(dossier, DossierState.DONE, at), ended_at=at, draft=None)
        case ResultArrived(issued_at=issued_at):
            ended = dossier.ended_at or issued_at or at
            return replace(_moved(dossier, DossierState.DONE, at), ended_at=ended)
        case ResultFaultFound(promised_on=day):
            return replace(dossier, promised_on=day)
        case ResultCorrected():
            return replace(dossier, promised_on=None)
        case ResultHandedBack():
            returned = _moved(dossier, DossierState.RETURNED, at)
            return replace(returned, returned_at=at, desk="citizen")
        case _:
            return _apply_beside_state(dossier, event, at)


def _apply_beside_state(dossier: Dossier, event: Event, at: datetime) -> Dossier:
    match event:
        case DossierHandedOver(to_desk=desk):
            return replace(dossier, desk=desk)
        case ResultDrafted() | DraftSigned() | DraftSentBack():
            return replace(dossier, draft=_drafted(dossier.draft, event, at))
        case OpinionAsked(ordinal=ordinal):
            waiting = dossier.opinions_open | {ordinal}
            return replace(dossier, opinions_asked=ordinal, opinions_open=waiting)
        case OpinionGiven(ordinal=ordinal):
            return replace(dossier, opinions_open=dossier.opinions_open - {ordinal})
        case FeeCollected():
            return replace(dossier, fee_taken=True)
        case DossierRenumbered(code=code):
            return replace(dossier, renumbered=code)
        case DossierPassedOn(to_unit=unit):
            competent = dossier.competent_unit if unit == dossier.beginning.unit else unit
            return replace(dossier, at_unit=unit, competent_unit=competent)
        case DossierKept(kept=kept):
            return replace(dossier, kept=kept)
        case HolderReleased(to=to):
            return replace(dossier, holder=None, releasing_to=to, kept=False)
        case MessageSettled(message=message):
            return replace(dossier, messages=dossier.messages | {message})
        case LateDecided(subject=subject):
            return replace(dossier, decided_late=dossier.decided_late | {subject})
        case OfficialCodeLinked() as linked:
            return _linked(dossier, (linked,))
        case OfficialStateSeen() as seen:
            return _seen(dossier, seen)
        case RecordImported() as record:
            return _recorded(dossier, record, at)
        case RecordMerged(into=into):
            return replace(dossier, merged_into=into, holder=None)
        case DossierErased():
            return replace(dossier, erased=True)
        case _:
            return dossier


def _drafted(
    known: Draft | None, event: ResultDrafted | DraftSigned | DraftSentBack, at: datetime
) -> Draft | None:
    if isinstance(event, ResultDrafted):
        return Draft(event.result, Stage.DRAFTED, at, event.person)
    if known is None:
        return None
    if isinstance(event, DraftSentBack):
        return replace(known, stage=Stage.SENT_BACK, at=at)
    signed, person = event.person, known.person
    if person is not None and signed is not None and signed.file is not None:
        person = replace(person, file=signed.file)
    return replace(known, stage=Stage.SIGNED, at=at, person=person)


def _begin(step: Placed) -> Dossier | None:
    header = step.header
    match step.event:
        case DossierReceived() as event:
            return Dossier(
                stream=header.stream,
                version=header.version,
                received=event,
                received_by=header.actor,
                state=DossierState.RECEIVED,
                holder=header.node,
                desk=f"officer:{header.actor}",
                changed_at=event.received_at,
                due_at=event.due_at,
            )
        case RecordImported() as record:
            begun = Dossier(
                stream=header.stream,
                version=header.version,
                received=None,
                received_by="",
                state=DossierState.NEW,
                holder=header.node if record.held else None,
                desk="",
                changed_at=header.occurred_at,
                due_at=None,
            )
            return _recorded(begun, record, header.occurred_at)
        case _:
            return None


def _recorded(dossier: Dossier, record: RecordImported, at: datetime) -> Dossier:
    """Take a record; one that is behind what is known in the dossier's life is only kept."""
    facts, known = record.facts, dossier.record
    dossier = _linked(_absorbed(dossier, record.merged_from), facts.codes_named(PORTAL))
    if known is not None and facts.rank < known.facts.rank:
        return dossier
    state = DossierState(facts.state)
    if dossier.decided and (state, dossier.state) == (DossierState.DONE, DossierState.RETURNED):
        # A hand-back that we recorded is the step that a finished record waits for.
        state = DossierState.RETURNED
    denied = dossier.decided and denies(dossier.state, state)
    return replace(
        dossier,
        record=record,
        imported_at=at,
        # What somebody saw before this record came is overtaken by it.
        seen=tuple(seen for seen in dossier.seen if seen.seen_at > at),
        state=state,
        denied=dossier.state if denied else None,
        changed_at=min(facts.as_of or at, at),
        due_at=facts.due_at,
        ended_at=facts.clock_ended_at,
        returned_at=facts.returned_at or (dossier.returned_at if dossier.decided else None),
        supplements=max(len(facts.supplements), dossier.supplements if dossier.decided else 0),
        # A record may name an instant that our clock has not reached.
        paused_at=facts.paused_at and min(facts.paused_at, at),
        paused_from=DossierState.PROCESSING if facts.paused_at else None,
    )


def _seen(dossier: Dossier, seen: OfficialStateSeen) -> Dossier:
    codes = () if seen.facts is None else seen.facts.codes_named(seen.system)
    dossier = _linked(_absorbed(dossier, seen.merged_from), codes)
    return replace(dossier, seen=(*dossier.seen, seen))


def _absorbed(dossier: Dossier, stream: str | None) -> Dossier:
    return replace(dossier, absorbed=(*dossier.absorbed, stream)) if stream else dossier


def _linked(dossier: Dossier, codes: tuple[OfficialCodeLinked, ...]) -> Dossier:
    known = {linked.official for linked in dossier.codes}
    if dossier.received is not None:
        known.add(dossier.received.code)
    new = {linked.official: linked for linked in codes if linked.official not in known}
    return replace(dossier, codes=(*dossier.codes, *new.values())) if new else dossier


def _moved(dossier: Dossier, state: DossierState, at: datetime) -> Dossier:
    return replace(dossier, state=state, changed_at=at, decided=True, denied=None)


def _resumed(dossier: Dossier, due_at: datetime | None, at: datetime) -> Dossier:
    resumed = _moved(dossier, dossier.paused_from or DossierState.PROCESSING, at)
    return replace(resumed, due_at=due_at, paused_at=None, paused_from=None)


def _paused(dossier: Dossier, state: DossierState, at: datetime) -> Dossier:
    return replace(_moved(dossier, state, at), paused_at=at, paused_from=dossier.state)
