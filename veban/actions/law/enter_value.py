"""Enter a value of the law at a unit's law desk (nhập quy định tại đơn vị)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from veban.actions.once import Decided, once
from veban.actions.people.find_officer import get_officer
from veban.actions.ports import Step, World, Writing
from veban.core.law.dated import Confidence
from veban.core.law.entered import LawKind, LawValueEntered, LawValueWrong, law_row, law_stream
from veban.core.people.officers import OfficerLacksRole
from veban.core.people.roles import Role
from veban.core.procedures.units import UnitKind
from veban.core.shared.shape import write_shape


@dataclass(frozen=True, slots=True)
class EnterLawValue:
    """What an administrator enters.

    Args:
        key: Made where it was typed.
        officer: The administrator; the value is for the officer's unit.
        kind: What it is.
        about: Procedure, day, year or slip; empty for what there is one of.
        since_on: First day on which it holds.
        value: In the shape that ``rules/`` has for its kind.
        document: Number of the document.
        article: Article and clause, where there is one.
        confidence: Whether the text was read or only heard of.
    """

    key: str
    officer: str
    kind: LawKind
    since_on: date
    value: Mapping[str, object]
    document: str
    about: str = ""
    article: str | None = None
    confidence: Confidence = Confidence.CHECKED


def enter_value(world: World, wanted: EnterLawValue) -> None:
    """Write the value; dossiers received before keep the one they were received under.

    Raises:
        OfficerLacksRole: only an administrator enters law.
        LawValueWrong: no document is named, or the value has not the shape of its kind.
    """

    def decide(writing: Writing) -> Decided:
        officer = get_officer(writing, wanted.officer)
        if not officer.has(Role.ADMIN):
            raise OfficerLacksRole(move="law", roles=[Role.ADMIN.value])
        event = _event(world, wanted, officer.unit)
        stream = law_stream(officer.unit)
        version = len(writing.history(stream))
        step = Step(stream, version, [event], world.clock.now(), wanted.officer)
        return Decided([step], {"unit": officer.unit, "kind": event.kind.value})

    once(world, wanted.key, write_shape(wanted), decide)


def _event(world: World, wanted: EnterLawValue, unit: str) -> LawValueEntered:
    document = wanted.document.strip()
    if not document:
        raise LawValueWrong(kind=wanted.kind.value, problem="document")
    event = LawValueEntered(
        unit,
        world.rules.unit(unit).kind is UnitKind.PROVINCE,
        wanted.kind,
        wanted.about.strip(),
        wanted.since_on,
        wanted.value,
        document,
        (wanted.article or "").strip() or None,
        wanted.confidence,
    )
    world.law.check(law_row(event, 0, world.clock.now(), wanted.officer))
    return event
