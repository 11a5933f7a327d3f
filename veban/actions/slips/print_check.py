"""Gather the page that tries the printer (trang in thử)."""

from veban.actions.ports import World
from veban.actions.slips.subject import heading, marks
from veban.core.slips.print_check import PrintCheck, print_check_data

KIND = "print_check"


def print_check(world: World) -> dict[str, object]:
    """Return the data of the page's template."""
    now = world.clock.now()
    head = heading(world, world.me.unit, now)
    return print_check_data(PrintCheck(head, marks(world), world.me.node, now))
