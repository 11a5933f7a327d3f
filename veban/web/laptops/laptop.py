"""A laptop as the pages show it (tình hình của máy), read for all of a list at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from veban.core.nodes.points import PointRow
from veban.core.nodes.rows import NodeRow
from veban.core.nodes.writers import peer_of
from veban.store.exchange.last_heard import last_heard
from veban.store.queries.nodes import count_held, last_lease_days, list_points
from veban.store.queries.people import officer_names
from veban.web.serving import Node
from veban.web.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Laptop:
    """A laptop as the list shows it.

    Args:
        row: Who it is.
        team: Names of the officers who may open it.
        heard_at: When it last exchanged with us.
        steps: How many steps of its own have reached us, under whatever name.
        holds: How many open dossiers it holds, or are on their way to it.
        numbers_until: Last day of the lane of its present writer.
        point: The reception point that it is; None where it goes to the villages.
    """

    row: NodeRow
    team: list[str]
    heard_at: datetime | None
    steps: int
    holds: int
    numbers_until: date | None
    point: PointRow | None

    @property
    def tone(self) -> str:
        """Return how its state is coloured."""
        return {"joined": "ready", "invited": "waiting"}.get(self.row.state, "late")


def make_laptop(node: Node, visitor: Visitor, row: NodeRow) -> Laptop:
    """Return a laptop as the pages show it."""
    return make_laptops(node, visitor, [row])[0]


def make_laptops(node: Node, visitor: Visitor, rows: Sequence[NodeRow]) -> list[Laptop]:
    """Return laptops as the pages show them, in the order given."""
    alias, scope = node.alias, visitor.scope
    nodes = [row.node for row in rows]
    teams = {row.node: row.officers.split() for row in rows}
    names = officer_names(alias, scope, [code for team in teams.values() for code in team])
    heard, held = last_heard(alias, nodes), count_held(alias, scope, nodes)
    days = last_lease_days(alias, scope, [row.writer for row in rows])
    points = {point.node: point for point in list_points(alias, scope)}
    steps = dict.fromkeys(nodes, 0)
    for chain, (seq, _) in node.world.journal.chains().items():
        if (peer := peer_of(chain)) in steps:
            steps[peer] += seq
    return [
        Laptop(
            row=row,
            team=[names.get(code, code) for code in teams[row.node]],
            heard_at=heard.get(row.node),
            steps=steps[row.node],
            holds=held[row.node],
            numbers_until=days.get(row.writer),
            point=points.get(row.node),
        )
        for row in rows
    ]
