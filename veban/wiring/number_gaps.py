"""Every number that no dossier of a day has, and why (danh sách số bỏ trống)."""

from datetime import date

from veban.actions.dossiers.reception_context import unit_settings
from veban.actions.ports import World
from veban.core.numbers.gaps import Blanks, Gap, list_gaps
from veban.core.people.scope import Scope
from veban.core.shared.local_time import local_day
from veban.store.queries.slips import blanks_of, serials_on


def gaps_on(world: World, alias: str, unit: str, day: date) -> tuple[Gap, ...]:
    """Return the gaps of a unit's lanes on a local day, as far as this node knows them."""
    settings = unit_settings(world.journal, unit)
    agency = (settings.agency if settings else None) or world.rules.agency_placeholder(unit)
    scope = Scope(frozenset({unit}), frozenset())
    used = serials_on(alias, scope, agency, day)
    leases = [lease for lease in world.work.leases(agency) if lease.unit == unit]
    seen = blanks_of(alias, scope, agency)
    # What was printed later was an ordinary number on that day; its fate is told as it stands now.
    there = [one for one in seen if local_day(one.row.at) <= day]
    blanks = Blanks(
        frozenset(one.row.serial for one in there),
        frozenset(one.row.serial for one in there if one.used),
        frozenset(one.row.serial for one in there if one.spoiled),
    )
    return list_gaps(leases, day, used.keys(), blanks, {n for n, slip in used.items() if slip})
