"""Keep the officers of a unit (quản lý công chức): add, change, let go."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from veban.actions.once import Decided, once
from veban.actions.people.find_officer import get_officer
from veban.actions.ports import Step, World, Writing
from veban.core.people.officers import (
    PROGRAM,
    OfficerAdded,
    OfficerExists,
    OfficerLacksRole,
    OfficerLetGo,
    OfficerPerson,
    OwnAccess,
    officer_rows,
    officer_stream,
)
from veban.core.people.roles import Role


@dataclass(frozen=True, slots=True)
class OfficerWanted:
    """An officer as they are to be from now on.

    Args:
        key: Made where it was typed.
        officer: The officer's code.
        name: Full name.
        roles: At least one.
        unit: Where the officer works.
        by: Who decides; the program itself on the command line.
    """

    key: str
    officer: str
    name: str
    roles: Sequence[Role]
    unit: str
    by: str = PROGRAM


def keep_officer(world: World, wanted: OfficerWanted) -> None:
    """Write that an officer works in a unit with these roles; who was let go may come back.

    Raises:
        OfficerExists: the code stands for the program itself, or for somebody of another unit.
        OfficerLacksRole: who decides is no administrator.
        OwnAccess: administrators do not take the administration from themselves.
        UnitUnknown: the unit is not in the catalogue.
        ValueError: there is no role.
    """
    if not wanted.roles:
        raise ValueError(f"an officer has at least one role, got {wanted.roles!r}")
    if wanted.officer == PROGRAM:
        raise OfficerExists(officer=wanted.officer)
    world.rules.unit(wanted.unit)
    roles = tuple(sorted(set(wanted.roles)))
    event = OfficerAdded(wanted.officer, wanted.unit, roles, OfficerPerson(wanted.name))
    stream = officer_stream(wanted.officer)

    def decide(writing: Writing) -> Decided:
        _check_may(writing, wanted.by)
        if wanted.by == wanted.officer and Role.ADMIN not in roles:
            raise OwnAccess()
        history = writing.history(stream)
        for known in officer_rows(stream, history):
            if known.unit != wanted.unit:
                raise OfficerExists(officer=wanted.officer)
        step = Step(stream, len(history), [event], world.clock.now(), wanted.by)
        return Decided([step], {"officer": wanted.officer})

    once(world, wanted.key, asdict(wanted), decide)


def let_go_officer(world: World, key: str, officer: str, by: str = PROGRAM) -> None:
    """Write that an officer works here no more; the entry travels to every machine.

    Raises:
        OfficerUnknown: nobody has this code here.
        OfficerLacksRole: who decides is no administrator.
        OwnAccess: nobody lets themselves go.
    """
    stream = officer_stream(officer)

    def decide(writing: Writing) -> Decided:
        _check_may(writing, by)
        if by == officer:
            raise OwnAccess()
        known, version = get_officer(writing, officer), len(writing.history(stream))
        event = OfficerLetGo(officer, known.unit)
        steps = [] if known.is_gone else [Step(stream, version, [event], world.clock.now(), by)]
        return Decided(steps, {"officer": officer})

    once(world, key, officer, decide)


def _check_may(writing: Writing, by: str) -> None:
    if by != PROGRAM and not get_officer(writing, by).has(Role.ADMIN):
        raise OfficerLacksRole(move="officers", roles=[Role.ADMIN.value])
