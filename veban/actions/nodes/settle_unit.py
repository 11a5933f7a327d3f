"""Settle how a unit works (thiết lập đơn vị): companion or full, what its numbers are worth."""

from dataclasses import asdict, dataclass

from veban.actions.dossiers.reception_context import unit_settings
from veban.actions.once import Decided, once
from veban.actions.people.find_officer import get_officer
from veban.actions.ports import Step, World, Writing
from veban.core.people.officers import OfficerLacksRole
from veban.core.people.roles import Role
from veban.core.people.unit_settings import Mode, NumberStanding, UnitSettled, unit_stream


@dataclass(frozen=True, slots=True)
class UnitWish:
    """How a unit is to work from now on.

    Args:
        key: Made where it was typed.
        unit: Five-digit code, or the province's code for its centre.
        by: The administrator who decides.
        mode: Companion or full.
        numbers: Whether the field's serials are reserved in the official system.
    """

    key: str
    unit: str
    by: str
    mode: Mode
    numbers: NumberStanding


def settle_unit(world: World, wish: UnitWish) -> None:
    """Write the settings that differ; dossiers received before keep what they have.

    Raises:
        OfficerLacksRole: who decides is no administrator of the unit.
    """

    def decide(writing: Writing) -> Decided:
        officer = get_officer(writing, wish.by)
        if not officer.has(Role.ADMIN) or officer.unit != wish.unit:
            raise OfficerLacksRole(move="unit", roles=[Role.ADMIN.value])
        known = unit_settings(writing, wish.unit)
        if known and (known.mode, known.numbers) == (wish.mode, wish.numbers):
            return Decided([], {})
        event = UnitSettled(wish.unit, wish.mode, None, wish.numbers)
        stream = unit_stream(wish.unit)
        version = len(writing.history(stream))
        return Decided([Step(stream, version, [event], world.clock.now(), wish.by)], {})

    once(world, wish.key, asdict(wish), decide)
