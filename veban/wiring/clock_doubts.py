"""Gather what is known of time beside the clock, and what an officer said of it (đồng hồ)."""

from veban.core.journal.clock_ahead import ClockDoubt, TimesKnown, doubt_clock
from veban.core.rounds.readiness import CLOCK, Said, is_fresh
from veban.store.journal.heads import list_heads
from veban.store.readiness.said import list_said, say_line
from veban.wiring.node import Node


def find_doubt(node: Node) -> ClockDoubt | None:
    """Return why the node's clock may be far ahead, whatever anybody said of it."""
    world, book = node.world, node.exchange.x.book
    centre = world.me.centre or ""
    greeting, came_at = book.heard(centre), book.heard_at(centre)
    heads = (head.recorded_at for head in list_heads(node.alias))
    return doubt_clock(
        world.clock.now(),
        TimesKnown(
            last_entry_at=max((at for at in heads if at), default=None),
            centre_at=greeting.at if greeting else None,
            # What came on a stick was written hours before it came.
            measured_at=came_at if greeting and greeting.answers else None,
            law_until=max(node.rules.calendar().announced_years),
        ),
    )


def open_doubt(node: Node) -> ClockDoubt | None:
    """Return the doubt that no officer has answered within a day; None where there is none."""
    doubt = find_doubt(node)
    if doubt is None or is_fresh(list_said(node.alias).get(CLOCK), doubt.now):
        return None
    return doubt


def confirm_clock(node: Node, officer: str) -> None:
    """Note that an officer compared the clock and found it right; counts for a day."""
    say_line(node.alias, CLOCK, Said(officer, node.world.clock.now()))
