"""Record that somebody left the table with a slip and no code (phiếu hướng dẫn tại bàn)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from veban.actions.once import Decided, once
from veban.actions.people.find_officer import get_officer
from veban.actions.ports import Step, World, Writing
from veban.core.dossiers.codes import PlaceKind
from veban.core.dossiers.refusals import ReceivedInFuture, SupplementEmpty
from veban.core.people.officers import OfficerLacksRole
from veban.core.people.roles import Role
from veban.core.shared.canonical import digest
from veban.core.shared.shape import write_shape
from veban.core.visits.table import TableOutcome, VisitPerson, VisitRecorded


@dataclass(frozen=True, slots=True)
class RecordVisit:
    """Send somebody home with slip 02 (papers missing) or slip 03 (refused), without a code.

    Args:
        papers: What is missing, all of it; for slip 02.
        reason: Why, in words the person understands.
        legal_basis: For slip 03.
    """

    key: str
    procedure: str
    officer: str
    at: datetime
    outcome: TableOutcome
    full_name: str
    reason: str
    papers: tuple[str, ...] = ()
    legal_basis: str | None = None
    place_kind: PlaceKind = PlaceKind.CENTRE
    place_village: str | None = None
    round: str | None = None
    phone: str | None = None
    village: str | None = None


def record_visit(world: World, command: RecordVisit) -> Mapping[str, Any]:
    """Write the visit and return ``key`` and the id under which its slip prints.

    Raises:
        Refused: unknown procedure or officer, no paper named, or a time to come.
    """
    visit = digest([world.me.node, command.key])[:24]

    def decide(writing: Writing) -> Decided:
        officer = get_officer(writing, command.officer)
        if not officer.has(Role.RECEIVER):
            raise OfficerLacksRole(move="visit", roles=[Role.RECEIVER.value])
        world.rules.procedure(command.procedure)
        if command.at > (now := world.clock.now()):
            raise ReceivedInFuture(now=now.isoformat(timespec="minutes"))
        if command.outcome is TableOutcome.SUPPLEMENT and not command.papers:
            raise SupplementEmpty()
        event = _event(command, officer.unit)
        step = Step(f"visit/{visit}", 0, [event], command.at, command.officer)
        return Decided([step], {"key": command.key, "visit": visit})

    return once(world, command.key, write_shape(command), decide)


def _event(command: RecordVisit, unit: str) -> VisitRecorded:
    return VisitRecorded(
        unit=unit,
        procedure=command.procedure,
        outcome=command.outcome,
        place_kind=command.place_kind,
        at=command.at,
        place_village=command.place_village,
        round=command.round,
        person=VisitPerson(
            command.full_name,
            command.reason,
            command.papers,
            command.legal_basis,
            command.phone,
            command.village,
        ),
    )
