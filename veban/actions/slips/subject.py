"""What every slip about one dossier shares (phần chung của các phiếu), read from its events."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from veban.actions.ports import World
from veban.core.dossiers.codes import PlaceKind, ReturnHow
from veban.core.dossiers.received import DossierPerson, DossierReceived
from veban.core.dossiers.state import Dossier, fold
from veban.core.journal.history import Placed
from veban.core.people.officers import officer_rows, officer_stream
from veban.core.rounds.round import RoundRow, round_rows, round_stream
from veban.core.shared.local_time import local_day
from veban.core.shared.refused import Refused
from veban.core.slips.heading import Heading, Marks
from veban.core.slips.paper import ProcedureLine
from veban.core.slips.party import ComeBack, Contact, Party

CENTRE = "Trung tâm Phục vụ hành chính công"


class SlipUnknown(Refused):
    """Nothing happened that this kind of slip is printed from (chưa có việc để in phiếu này)."""

    code = "slip.nothing_to_print"


class SlipErased(Refused):
    """The persons of the dossier are erased, so nothing can be printed for them."""

    code = "slip.erased"


@dataclass(frozen=True, slots=True)
class Subject:
    """A dossier of ours that a slip speaks of.

    Args:
        history: Its accepted steps.
        dossier: The state they make.
        received: Its reception.
        person: The private part of the reception.
    """

    history: Sequence[Placed]
    dossier: Dossier
    received: DossierReceived
    person: DossierPerson


def get_subject(world: World, stream: str, kind: str) -> Subject:
    """Load a dossier for a slip.

    Raises:
        SlipUnknown: it was not received here but imported, so no slip of ours speaks of it.
        SlipErased: its persons are erased.
    """
    history = world.journal.history(stream)
    dossier = fold(history)
    if dossier is None or dossier.received is None:
        raise SlipUnknown(kind=kind)
    person = dossier.received.person
    if dossier.erased or person is None:
        raise SlipErased(kind=kind)
    return Subject(history, dossier, dossier.received, person)


def heading(world: World, unit: str, at: datetime) -> Heading:
    """Return the head of a slip of a unit, dated by what it is printed from."""
    found = world.rules.unit(unit)
    spoken = spoken_unit(world, unit)
    return Heading(f"Ủy ban nhân dân {spoken}", CENTRE, spoken, found.name, local_day(at))


def spoken_unit(world: World, unit: str) -> str:
    """Return a unit's full name as it stands inside a sentence.

    Example: ``xã Na Sang``.
    """
    full = world.rules.unit(unit).full_name
    return full[:1].lower() + full[1:]


def marks(world: World, *, awaits_centre: bool = False) -> Marks:
    """Return what every slip of this node says about itself."""
    return Marks(world.me.practice, awaits_centre=awaits_centre)


def form_marks(world: World, unit: str, slip: str, *, awaits_centre: bool = False) -> Marks:
    """Return what an official slip says about itself, with who confirmed its unit's layout."""
    officer = world.law.for_unit(unit).slips()[slip].confirmed_by
    name = officer_name(world, officer) if officer else None
    return replace(marks(world, awaits_centre=awaits_centre), layout_confirmed_by=name)


def party(world: World, subject: Subject) -> Party:
    """Return the applicant's lines."""
    applicant = subject.person.applicant
    unit = _home_unit(world, applicant.unit or subject.received.unit)
    address = ", ".join(part for part in (applicant.village, unit) if part)
    return Party(applicant.full_name, applicant.personal_id, address, applicant.phone)


def _home_unit(world: World, code: str) -> str:
    """Return an applicant's unit as it is spoken; the code where the unit is of another province.

    Only the units of one province are shipped, and a slip is printed whoever came.
    """
    try:
        return spoken_unit(world, code)
    except Refused:
        return f"đơn vị {code}"


def procedure_line(world: World, code: str) -> ProcedureLine:
    """Return the procedure's name and code."""
    return ProcedureLine(world.rules.procedure(code).name, code)


def officer_name(world: World, code: str) -> str:
    """Return an officer's name; the code where no name is known here."""
    stream = officer_stream(code)
    rows = officer_rows(stream, world.journal.history(stream))
    return (rows[0].name if rows else None) or code


def guidance(world: World, officer: str, round_id: str | None) -> Contact:
    """Return whom to ask: the round's contact, else the officer."""
    row = find_round(world, round_id)
    if row and row.contact_name:
        return Contact(row.contact_name, row.contact_phone)
    return Contact(officer_name(world, officer))


def come_back(world: World, round_id: str | None, back_on: date | None, place: str) -> ComeBack:
    """Return when the team comes back to a place and who is asked meanwhile."""
    row = find_round(world, round_id)
    contact = Contact(CENTRE)
    if row and row.contact_name:
        contact = Contact(row.contact_name, row.contact_phone)
    return ComeBack(back_on, place, contact)


def place_text(kind: PlaceKind, village: str | None) -> str | None:
    """Return where something happened in words; None for the centre.

    Example:
        >>> place_text(PlaceKind.HOME, "Na Pheo")
        'tại nhà, bản Na Pheo'
    """
    where = f"bản {village}" if village else None
    spoken = {
        PlaceKind.CENTRE: None,
        PlaceKind.POINT: " ".join(part for part in ("điểm tiếp nhận", village) if part),
        PlaceKind.VILLAGE: where or "tại bản",
        PlaceKind.HOME: ", ".join(part for part in ("tại nhà", where) if part),
    }
    return spoken[kind]


def return_way(received: DossierReceived) -> str:
    """Return how the result goes back; what a point takes in comes back to the point."""
    to_village = received.return_how is ReturnHow.VILLAGE
    at_point = received.place_kind is PlaceKind.POINT
    return "point" if at_point and to_village else received.return_how.value


def find_round(world: World, round_id: str | None) -> RoundRow | None:
    """Return a round as it stands; None where none is named or known here."""
    if round_id is None:
        return None
    stream = round_stream(round_id)
    return next(iter(round_rows(stream, world.journal.history(stream))), None)
