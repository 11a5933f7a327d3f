"""Gather the slip of a visit at the table: 02 or 03, without a code (phiếu tại bàn)."""

from veban.actions.ports import World
from veban.actions.slips.moves import OTHER
from veban.actions.slips.subject import (
    SlipErased,
    come_back,
    find_round,
    form_marks,
    guidance,
    heading,
    officer_name,
    place_text,
    procedure_line,
    spoken_unit,
)
from veban.core.dossiers.codes import PlaceKind
from veban.core.shared.refused import Refused
from veban.core.slips.paper import Reason
from veban.core.slips.party import ComeBack, Party
from veban.core.slips.refusal import RefusalContent, refusal_data
from veban.core.slips.supplement import Lacking, SupplementContent, supplement_data
from veban.core.visits.table import TableOutcome, VisitPerson, VisitRecorded


class VisitUnknown(Refused):
    """No visit has this id here (không có lượt đến này)."""

    code = "visit.unknown"


def visit_slip(world: World, visit: str) -> tuple[str, dict[str, object]]:
    """Return the slip that somebody took home instead of a code.

    Args:
        world: The node.
        visit: Id that ``dossiers visit`` answered.

    Returns:
        Its kind, ``supplement`` or ``refusal``, and the data of the template.

    Raises:
        VisitUnknown: no visit has this id.
        SlipErased: its person is erased.
    """
    history = world.journal.history(f"visit/{visit}")
    event = history[0].event if history else None
    if not isinstance(event, VisitRecorded):
        raise VisitUnknown(visit=visit)
    kind = event.outcome.value
    if event.person is None:
        raise SlipErased(kind=kind)
    officer = history[0].header.actor
    if event.outcome is TableOutcome.SUPPLEMENT:
        return kind, supplement_data(_supplement(world, event, event.person, officer))
    return kind, refusal_data(_refusal(world, event, event.person, officer))


def _supplement(
    world: World, event: VisitRecorded, person: VisitPerson, officer: str
) -> SupplementContent:
    why = Reason(OTHER, person.reason, person.legal_basis)
    return SupplementContent(
        heading=heading(world, event.unit, event.at),
        marks=form_marks(world, event.unit, "supplement"),
        code=None,
        party=_party(world, event, person),
        procedure=procedure_line(world, event.procedure),
        lacking=tuple(Lacking(paper, why) for paper in person.papers),
        guidance=guidance(world, officer, event.round),
        officer=officer_name(world, officer),
        come_back=_come_back(world, event),
    )


def _refusal(
    world: World, event: VisitRecorded, person: VisitPerson, officer: str
) -> RefusalContent:
    return RefusalContent(
        heading=heading(world, event.unit, event.at),
        marks=form_marks(world, event.unit, "refusal"),
        code=None,
        party=_party(world, event, person),
        procedure=procedure_line(world, event.procedure),
        reasons=(Reason(OTHER, person.reason, person.legal_basis),),
        guidance=guidance(world, officer, event.round),
        officer=officer_name(world, officer),
    )


def _party(world: World, event: VisitRecorded, person: VisitPerson) -> Party:
    unit = spoken_unit(world, event.unit)
    address = ", ".join(part for part in (person.village, unit) if part)
    return Party(person.full_name, address=address, phone=person.phone)


def _come_back(world: World, event: VisitRecorded) -> ComeBack | None:
    row = find_round(world, event.round)
    if row is None or event.place_kind is PlaceKind.CENTRE:
        return None
    place = place_text(event.place_kind, event.place_village) or ""
    return come_back(world, event.round, row.back_on, place)
