"""Add an officer to a unit (thêm công chức); a repeat changes name and roles."""

from collections.abc import Sequence

from veban.actions.once import Decided, once
from veban.actions.ports import Step, World, Writing
from veban.core.people.officers import (
    PROGRAM,
    OfficerAdded,
    OfficerExists,
    OfficerPerson,
    officer_rows,
    officer_stream,
)
from veban.core.people.roles import Role


def add_officer(world: World, code: str, name: str, roles: Sequence[Role], unit: str) -> None:
    """Write that an officer works in a unit with these roles.

    Raises:
        OfficerExists: the code stands for the program itself, or for somebody of another unit.
        UnitUnknown: the unit is not in the catalogue.
    """
    if code == PROGRAM:
        raise OfficerExists(officer=code)
    world.rules.unit(unit)
    event = OfficerAdded(code, unit, tuple(sorted(set(roles))), OfficerPerson(name))
    key = f"officer:{world.random.token(8).hex()}"

    def decide(writing: Writing) -> Decided:
        stream = officer_stream(code)
        for known in officer_rows(stream, writing.history(stream)):
            if known.unit != unit:
                raise OfficerExists(officer=code)
        version = len(writing.history(stream))
        step = Step(stream, version, [event], world.clock.now(), "node")
        return Decided([step], {"officer": code})

    once(world, key, code, decide)
