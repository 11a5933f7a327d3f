"""What goes down to a peer (phạm vi trích): which streams concern it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from veban.core.dossiers.messages import MessageRow
from veban.core.dossiers.rows import DossierRow
from veban.core.nodes.leases import lane_stream
from veban.core.nodes.rows import NodeRow
from veban.core.people.officers import officer_stream
from veban.core.people.unit_settings import unit_stream
from veban.core.rounds.roster import roster_stream
from veban.core.rounds.round import RoundRow


@dataclass(frozen=True, slots=True)
class Interest:
    """What decides which streams a peer gets.

    Args:
        peer: The node.
        unit: Its unit.
        officers: Codes of its team.
        rounds: Ids of the rounds it goes on.
        streams: Streams that are its own whatever stands in them.
    """

    peer: str
    unit: str
    officers: frozenset[str]
    rounds: frozenset[str]
    streams: frozenset[str]

    @property
    def desks(self) -> frozenset[str]:
        """Desks whose paper the peer carries."""
        return frozenset({f"node:{self.peer}", *(f"round:{one}" for one in self.rounds)})

    def covers_dossier(self, row: DossierRow) -> bool:
        """Tell whether the peer received, holds or carries a dossier, or its round took it."""
        return (
            self.peer in (row.origin, row.holder, row.releasing_to)
            or row.round in self.rounds
            or row.desk in self.desks
        )


def interest_of(peer: NodeRow, rounds: Iterable[RoundRow]) -> Interest:
    """Return what concerns a peer.

    Args:
        peer: The node, with the officers it was invited for.
        rounds: All rounds; those of the peer count.
    """
    own = [row for row in rounds if row.node == peer.node]
    officers = {*peer.officers.split(), *(code for row in own for code in row.officers.split("\n"))}
    streams = {
        lane_stream(peer.node),
        unit_stream(peer.unit),
        *(row.stream for row in own),
        *(roster_stream(row.round) for row in own),
        *(officer_stream(code) for code in officers),
    }
    return Interest(
        peer.node,
        peer.unit,
        frozenset(officers),
        frozenset(row.round for row in own),
        frozenset(streams),
    )


def streams_for(
    interest: Interest,
    nodes: Iterable[NodeRow],
    dossiers: Iterable[DossierRow],
    messages: Sequence[MessageRow],
) -> frozenset[str]:
    """Return every stream that concerns the peer.

    All devices are among them: revocations must reach everybody, and keys are public.
    """
    told = {row.dossier for row in messages if row.node == interest.peer}
    return interest.streams | frozenset(
        {
            *(row.stream for row in nodes),
            *(row.stream for row in dossiers if interest.covers_dossier(row)),
            *told,
        }
    )
