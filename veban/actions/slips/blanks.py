"""Gather blank slips for print (in phiếu trắng), from what was set aside for them."""

from collections.abc import Sequence

from veban.actions.dossiers.reception_context import unit_settings
from veban.actions.ports import World
from veban.actions.slips.subject import heading, marks
from veban.core.nodes.blank_slips import BlankSlipRow
from veban.core.people.unit_settings import NumberStanding
from veban.core.rounds.round import RoundRow
from veban.core.shared.refused import Refused
from veban.core.slips.blank import BlankBatch, blank_data

KIND = "blank"


class NoSlipsToPrint(Refused):
    """None of the numbers asked for stands on a blank slip that may still be used."""

    code = "slips.no_blanks_to_print"


def blank_slips(
    world: World, printed: Sequence[BlankSlipRow], round_row: RoundRow | None
) -> dict[str, object]:
    """Return the data of the blank slips' template.

    Args:
        world: The node.
        printed: Numbers of one lane that are set aside, not used and not spoiled.
        round_row: The round whose contact people ask; None where none is known.

    Raises:
        NoSlipsToPrint: there are none.
    """
    if not printed:
        raise NoSlipsToPrint()
    first = printed[0]
    settings = unit_settings(world.journal, first.unit)
    numbers = settings.numbers if settings else NumberStanding.PROVISIONAL
    return blank_data(
        BlankBatch(
            heading=heading(world, first.unit, world.clock.now()),
            marks=marks(world),
            agency=first.agency,
            node=first.node,
            serials=tuple(row.serial for row in printed),
            first_day=min(row.first_day for row in printed if row.first_day),
            last_day=max(row.last_day for row in printed if row.last_day),
            official=numbers == NumberStanding.RESERVED,
            placeholder_agency=settings is None or settings.agency is None,
            ask=_ask(round_row),
        )
    )


def _ask(row: RoundRow | None) -> str | None:
    if row is None or not row.contact_name:
        return None
    return ", ".join(part for part in (row.contact_name, row.contact_phone) if part)
