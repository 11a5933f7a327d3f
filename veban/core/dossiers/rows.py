"""What pages and exports read of a dossier: rows folded from its stream."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from veban.core.dossiers.codes import OURS
from veban.core.dossiers.events import MessageSettled
from veban.core.dossiers.late import LateDecided
from veban.core.dossiers.portal_record import owner_of
from veban.core.dossiers.standing import standing
from veban.core.dossiers.state import Dossier, fold
from veban.core.dossiers.telling import NewsRow, news_rows
from veban.core.journal.history import Placed
from veban.core.numbers.dossier_code import DossierCode
from veban.core.shared.fold_text import fold_text


@dataclass(frozen=True, slots=True)
class DossierRow:
    """One dossier, as lists, searches and figures read it.

    State and dates are those that count (``veban.core.dossiers.standing``). The fields from
    ``full_name`` on are private and None after erasure; ``search`` is the applicant's name,
    number, phone and village and the contact's name and phone, without tone marks. ``at_unit`` is
    the unit it was passed on to last, ``competent_unit`` the last one other than the unit that
    received it; None where it was never passed on. ``promised_on`` is the day promised for a
    result that is being corrected, ``draft`` how far a draft has come that is not issued yet.
    ``visit`` is the sitting at which it was handed in.
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
    at_unit: str | None
    competent_unit: str | None
    promised_on: date | None
    draft: str | None
    full_name: str | None
    search: str | None
    tracking: str | None
    visit: str | None


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A code that leads to a dossier: ours (system ``veban``) or an official one."""

    stream: str
    part: str
    code: str
    system: str


@dataclass(frozen=True, slots=True)
class SerialRow:
    """A serial used up by a dossier; ``from_slip`` was not given in turn but read off paper."""

    stream: str
    agency: str
    day: date
    serial: int
    from_slip: bool


@dataclass(frozen=True, slots=True)
class SettledRow:
    """A message that the holder looked at; ``refused`` is the code of its refusal.

    What came too late and a person decided on is settled too, and refused no more.
    """

    stream: str
    part: str
    message: str
    refused: str | None


def dossier_rows(
    stream: str, history: Sequence[Placed]
) -> tuple[DossierRow | CodeRow | SerialRow | SettledRow | NewsRow, ...]:
    """Fold a dossier's stream into its row, codes, serial, settled messages and its news."""
    dossier = fold(history)
    if dossier is None or dossier.merged_into is not None:
        return ()
    return (
        _row(dossier, history[0].header.node),
        *_codes(dossier),
        *_serial(dossier),
        *_settled(stream, history),
        *news_rows(stream, history, dossier),
    )


def portal_codes(
    named: Mapping[str, str], codes: Iterable[tuple[str, str, str, str]]
) -> list[tuple[str, str]]:
    """Return (code, stream) as the national record names dossiers, sorted.

    Args:
        named: Stream → the code of its ``DossierRow``.
        codes: Stream, part, code and system of each ``CodeRow``.
    """
    received: set[str] = set()
    official: dict[str, tuple[int, str]] = {}
    for stream, part, code, system in codes:
        if part == "0" and system == OURS:
            received.add(stream)
        elif system != OURS:
            first = official.setdefault(stream, (int(part), code))
            official[stream] = min(first, (int(part), code))
    return sorted(
        (official[stream][1] if stream in received and stream in official else code, stream)
        for stream, code in named.items()
    )


def _row(dossier: Dossier, origin: str) -> DossierRow:
    counts = standing(dossier)
    return DossierRow(
        stream=dossier.stream,
        version=dossier.version,
        state=int(counts.state),
        contradiction=None if counts.contradiction is None else int(counts.contradiction),
        holder=dossier.holder,
        releasing_to=dossier.releasing_to,
        desk=dossier.desk,
        origin=origin,
        received_by=dossier.received_by,
        due_at=counts.due_at,
        ended_at=counts.ended_at,
        returned_at=counts.returned_at,
        paused_at=dossier.paused_at,
        supplements=counts.supplements,
        kept=dossier.kept,
        erased=dossier.erased,
        waits_for_update=dossier.unknown_steps > 0,
        code=dossier.code,
        at_unit=dossier.at_unit,
        competent_unit=dossier.competent_unit,
        promised_on=dossier.promised_on,
        draft=dossier.draft.stage.value if dossier.draft else None,
        **_public(dossier),
        **_private(dossier),
    )


def _public(dossier: Dossier) -> dict[str, Any]:
    known, received = dossier.beginning, dossier.received
    return {
        "unit": known.unit,
        "procedure": known.procedure,
        "channel": known.channel,
        "received_at": known.received_at,
        "place_kind": received.place_kind.value if received else "",
        "place_village": received.place_village if received else None,
        "round": received.round if received else None,
        "return_how": received.return_how.value if received else "",
        "back_on": received.back_on if received else None,
        "fee_vnd": known.fee_vnd,
    }


def _private(dossier: Dossier) -> dict[str, Any]:
    person = dossier.received.person if dossier.received else None
    seen = dossier.record.person if dossier.record else None
    if dossier.erased or not (person or seen):
        return {"full_name": None, "search": None, "tracking": None, "visit": None}
    if person:
        who = person.applicant
        name, known = who.full_name, (who.personal_id, who.phone, who.village)
        contact = (person.contact.full_name, person.contact.phone) if person.contact else ()
        return {
            "full_name": name,
            "search": _words(name, *known, *contact),
            "tracking": person.tracking,
            "visit": person.visit,
        }
    owner = owner_of(seen.record) if seen else None
    words = _words(owner) or None
    return {"full_name": owner, "search": words, "tracking": None, "visit": None}


def _words(*known: str | None) -> str:
    return fold_text(" ".join(filter(None, known)))


def _codes(dossier: Dossier) -> tuple[CodeRow, ...]:
    received = dossier.received
    own = dict.fromkeys((dossier.code, received.code)) if received else {}
    codes = (
        *((code, OURS) for code in own),
        *((linked.official, linked.system) for linked in dossier.codes),
    )
    return tuple(
        CodeRow(dossier.stream, str(n), code, system) for n, (code, system) in enumerate(codes)
    )


def _serial(dossier: Dossier) -> tuple[SerialRow, ...]:
    if dossier.received is None:
        return ()
    code = DossierCode.from_text(dossier.code)
    slip = dossier.received.paper_slip
    return (SerialRow(dossier.stream, code.agency, code.day, code.serial, slip),)


def _settled(stream: str, history: Sequence[Placed]) -> tuple[SettledRow, ...]:
    fates: dict[str, str | None] = {}
    for step in history:
        if isinstance(event := step.event, MessageSettled):
            fates[event.message] = event.refused
        elif isinstance(event, LateDecided):
            fates[event.subject] = None
    return tuple(SettledRow(stream, one, one, refused) for one, refused in fates.items())
