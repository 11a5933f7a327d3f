"""Found a centre (lập máy trung tâm): its first entries, its settings, its desk's numbers."""

from dataclasses import dataclass

from veban.actions.numbers.desk_lane import open_desk_lane
from veban.actions.once import Decided, once
from veban.actions.ports import Rules, Step, World
from veban.core.nodes.events import NodeFounded, node_stream
from veban.core.numbers.dossier_code import is_agency_code
from veban.core.people.unit_settings import Mode, UnitSettled, unit_stream
from veban.core.shared.refused import Refused


class AgencyCodeWrong(Refused):
    """The agency code has not the shape of one (mã định danh cơ quan)."""

    code = "unit.agency_code_wrong"


@dataclass(frozen=True, slots=True)
class Founding:
    """How a centre begins: its mode, and its agency code where it is known."""

    mode: Mode
    agency: str | None = None


def check_founding(rules: Rules, unit: str, founding: Founding) -> None:
    """Refuse what could not be founded, before anything is made.

    Raises:
        UnitUnknown: the unit is not in the catalogue.
        AgencyCodeWrong: the agency code has another shape.
    """
    rules.unit(unit)
    if founding.agency is not None and not is_agency_code(founding.agency):
        raise AgencyCodeWrong(agency=founding.agency)


def found_centre(world: World, founding: Founding) -> None:
    """Write who the node is, what the unit has settled, and the desk's own lane.

    Raises:
        UnitUnknown: the unit is not in the catalogue.
        AgencyCodeWrong: the agency code has another shape.
    """
    me = world.me
    check_founding(world.rules, me.unit, founding)
    founded = NodeFounded(
        me.node, me.unit, me.kind, world.keys.public_key, world.keys.recipient, me.practice
    )
    settled = UnitSettled(me.unit, founding.mode, founding.agency)
    now = world.clock.now()
    steps = [
        Step(node_stream(me.node), 0, [founded], now, "node"),
        Step(unit_stream(me.unit), 0, [settled], now, "node"),
    ]
    once(world, f"found:{me.node}", me.node, lambda _: Decided(steps, {}))
    open_desk_lane(world, me.unit)
