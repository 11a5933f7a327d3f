"""Add an officer to a unit (thêm công chức); a repeat changes name and roles."""

from collections.abc import Sequence

from veban.actions.people.keep_officers import OfficerWanted, keep_officer
from veban.actions.ports import World
from veban.core.people.roles import Role


def add_officer(world: World, code: str, name: str, roles: Sequence[Role], unit: str) -> None:
    """Write that an officer works in a unit with these roles, as the machine's keeper says.

    Raises:
        OfficerExists: the code stands for the program itself, or for somebody of another unit.
        UnitUnknown: the unit is not in the catalogue.
    """
    key = f"officer:{world.random.token(8).hex()}"
    keep_officer(world, OfficerWanted(key, code, name, roles, unit))
