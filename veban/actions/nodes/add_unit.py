"""Add a unit to a node that serves several (thêm đơn vị): its settings, its desk's numbers."""

from dataclasses import dataclass

from veban.actions.dossiers.reception_context import unit_settings
from veban.actions.nodes.found import Founding, check_founding
from veban.actions.numbers.desk_lane import open_desk_lane
from veban.actions.once import Decided, once
from veban.actions.ports import Step, World, Writing
from veban.core.people.unit_settings import UnitSettled, unit_stream


@dataclass(frozen=True, slots=True)
class UnitFounding:
    """A unit, and how it begins."""

    unit: str
    founding: Founding


def add_unit(world: World, wanted: UnitFounding) -> None:
    """Settle a unit here and give this node's desk numbers for it; a repeat changes what differs.

    Raises:
        UnitUnknown: the unit is not in the catalogue.
        AgencyCodeWrong: the agency code has another shape.
    """
    unit, founding = wanted.unit, wanted.founding
    check_founding(world.rules, unit, founding)
    event = UnitSettled(unit, founding.mode, founding.agency)

    def decide(writing: Writing) -> Decided:
        known = unit_settings(writing, unit)
        agency = founding.agency or (known.agency if known else None)
        if known and (known.mode, known.agency) == (founding.mode, agency):
            return Decided([], {})
        version = len(writing.history(unit_stream(unit)))
        return Decided([Step(unit_stream(unit), version, [event], world.clock.now(), "node")], {})

    once(world, f"unit:{world.random.token(8).hex()}", unit, decide)
    open_desk_lane(world, unit)
