"""What pages and exports read of a dossier: rows folded from its stream."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from veban.core.dossiers.events import MessageSettled
from veban.core.dossiers.standing import standing
from veban.core.dossiers.state import Dossier, fold
from veban.core.journal.history import Placed
from veban.core.shared.fold_text import fold_text
from veban.core.shared.local_time import local_day


@dataclass(frozen=True, slots=True)
class DossierRow:
    """One dossier, as lists, searches and figures read it.

    State and dates are those that count (``veban.core.dossiers.standing``). The fields from
    ``full_name`` on are private and None after erasure; ``search`` is the name without tone
    marks.
    """

    stream: str
    version: int
    code: str
    unit: str
    procedure: str
    channel: int
    state: int
    contradiction: int | None
    holder: str | None
    releasing_to: str | None
    desk: str
    origin: str
    received_by: str
    place_kind: str
    place_village: str | None
    round: str | None
    return_how: str
    received_at: datetime | None
    due_at: datetime | None
    ended_at: datetime | None
    returned_at: datetime | None
    paused_at: datetime | None
    back_on: date | None
    fee_vnd: int | None
    supplements: int
    kept: bool
    erased: bool
    waits_for_update: bool
    full_name: str | None
    search: str | None
    tracking: str | None


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A code that leads to a dossier: ours (system ``veban``) or an official one."""

    stream: str
    part: str
    code: str
    system: str


@dataclass(frozen=True, slots=True)
class SerialRow:
    """A serial used up by a dossier; what a node writes never uses one twice."""

    stream: str
    agency: str
    day: date
    serial: int


@dataclass(frozen=True, slots=True)
class SettledRow:
    """A message that the holder looked at; ``refused`` is the code of its refusal."""

    stream: str
    part: str
    message: str
    refused: str | None


def dossier_rows(
    stream: str, history: Sequence[Placed]
) -> tuple[DossierRow | CodeRow | SerialRow | SettledRow, ...]:
    """Fold a dossier's stream into its row, its codes, its serial and the messages settled."""
    dossier = fold(history)
    if dossier is None:
        return ()
    return (
        _row(dossier, history[0].header.node),
        *_codes(dossier),
        *_serial(dossier),
        *_settled(stream, history),
    )


def _row(dossier: Dossier, origin: str) -> DossierRow:
    counts, received, record = standing(dossier), dossier.received, dossier.record
    person = None if dossier.erased or received is None else received.person
    name = person and person.applicant.full_name
    if record and record.person and not dossier.erased:
        name = str(record.person.record.get("ChuHoSo") or "") or None
    return DossierRow(
        stream=dossier.stream,
        version=dossier.version,
        code=received.code if received else record.code if record else "",
        unit=received.unit if received else record.unit if record else "",
        procedure=received.procedure if received else record.procedure if record else "",
        channel=received.channel if received else record.channel if record else 0,
        state=int(counts.state),
        contradiction=None if counts.contradiction is None else int(counts.contradiction),
        holder=dossier.holder,
        releasing_to=dossier.releasing_to,
        desk=dossier.desk,
        origin=origin,
        received_by=dossier.received_by,
        place_kind=received.place_kind.value if received else "",
        place_village=received and received.place_village,
        round=received and received.round,
        return_how=received.return_how.value if received else "",
        received_at=received.received_at if received else record and record.received_at,
        due_at=counts.due_at,
        ended_at=counts.ended_at,
        returned_at=counts.returned_at,
        paused_at=dossier.paused_at,
        back_on=received and received.back_on,
        fee_vnd=received and received.fee_vnd,
        supplements=dossier.supplements,
        kept=dossier.kept,
        erased=dossier.erased,
        waits_for_update=dossier.unknown_steps > 0,
        full_name=name,
        search=name and fold_text(name),
        tracking=person and person.tracking,
    )


def _codes(dossier: Dossier) -> tuple[CodeRow, ...]:
    own = dossier.received.code if dossier.received else ""
    codes = {own: "veban"} if own else {}
    if dossier.record:
        codes.setdefault(dossier.record.code, "portal")
    for linked in dossier.codes:
        codes.setdefault(linked.official, linked.system)
    return tuple(
        CodeRow(dossier.stream, str(n), code, system)
        for n, (code, system) in enumerate(codes.items())
    )


def _serial(dossier: Dossier) -> tuple[SerialRow, ...]:
    if dossier.received is None:
        return ()
    agency, _, serial = dossier.received.code.rsplit("-", 2)
    day = local_day(dossier.received.received_at)
    return (SerialRow(dossier.stream, agency, day, int(serial)),)


def _settled(stream: str, history: Sequence[Placed]) -> tuple[SettledRow, ...]:
    return tuple(
        SettledRow(stream, event.message, event.message, event.refused)
        for step in history
        if isinstance(event := step.event, MessageSettled)
    )
