"""What goes down to a peer (phạm vi trích): which streams concern it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from veban.core.bags.bag import BagRow
from veban.core.dossiers.messages import MessageRow
from veban.core.dossiers.rows import DossierRow
from veban.core.law.entered import LawRow
from veban.core.nodes.blank_slips import slips_stream
from veban.core.nodes.events import NodeKind
from veban.core.nodes.leases import LeaseRow, lane_stream
from veban.core.nodes.points import PointRow, point_stream
from veban.core.nodes.rows import NodeRow
from veban.core.nodes.writers import peer_of
from veban.core.people.officers import OfficerRow, officer_stream
from veban.core.people.unit_settings import unit_stream
from veban.core.rounds.roster import roster_stream
from veban.core.rounds.round import RoundRow


@dataclass(frozen=True, slots=True)
class Interest:
    """What decides which streams a peer gets.

    Args:
        peer: The node.
        writer: Who writes for it now.
        unit: Its unit.
        officers: Codes of its team.
        rounds: Ids of the rounds it goes on.
        streams: Streams that are its own whatever stands in them.
        units: Units of which everything concerns it: a commune's node stands for its unit, a
            laptop for none.
    """

    peer: str
    writer: str
    unit: str
    officers: frozenset[str]
    rounds: frozenset[str]
    streams: frozenset[str]
    units: frozenset[str] = frozenset()

    @property
    def desks(self) -> frozenset[str]:
        """Desks whose paper the peer carries."""
        return frozenset({f"node:{self.peer}", *(f"round:{one}" for one in self.rounds)})

    @property
    def ends(self) -> frozenset[str]:
        """Ends of a bag's way that are the peer's: its own desk."""
        return frozenset({f"node:{self.peer}"})

    def covers_bag(self, row: BagRow) -> bool:
        """Tell whether the peer sends or gets a bag."""
        return row.from_desk in self.ends or row.to_desk in self.ends

    def covers_dossier(self, row: DossierRow) -> bool:
        """Tell whether the peer received, holds or carries a dossier, or its round took it."""
        return (
            self.peer in map(peer_of, filter(None, (row.origin, row.holder, row.releasing_to)))
            or row.round in self.rounds
            or row.desk in self.desks
            or row.unit in self.units
            or row.competent_unit in self.units
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
        lane_stream(peer.writer),
        unit_stream(peer.unit),
        point_stream(peer.node),
        *(row.stream for row in own),
        *(roster_stream(row.round) for row in own),
        *(officer_stream(code) for code in officers),
    }
    return Interest(
        peer.node,
        peer.writer,
        peer.unit,
        frozenset(officers),
        frozenset(row.round for row in own),
        frozenset(streams),
        frozenset({peer.unit} if peer.kind == NodeKind.CENTRE else ()),
    )


def slips_streams(peer: str, node_streams: Iterable[str]) -> frozenset[str]:
    """Return the streams in which any device tells of the slips printed for a peer's lane."""
    writers = (stream.partition("/")[2] for stream in node_streams)
    return frozenset(slips_stream(peer, writer) for writer in writers)


@dataclass(frozen=True, slots=True)
class Known:
    """The rows of a node that decide what concerns its peers."""

    nodes: Sequence[NodeRow]
    dossiers: Sequence[DossierRow]
    messages: Sequence[MessageRow]
    officers: Sequence[OfficerRow] = ()
    leases: Sequence[LeaseRow] = ()
    bags: Sequence[BagRow] = ()
    laws: Sequence[LawRow] = ()
    points: Sequence[PointRow] = ()


def streams_for(interest: Interest, known: Known) -> frozenset[str]:
    """Return every stream that concerns the peer.

    All devices are among them: revocations must reach everybody, and keys are public. So are
    the slips printed for the peer's lane, which gives their numbers to nobody, and the leases of
    each of its writers, should its folder live twice. A commune's node
    also gets its unit's officers, the leases given and the points named in it, and what others
    tell about its dossiers, since it may hold them, with the officers who received and who told.
    """
    told = {row.dossier for row in known.messages if peer_of(row.node) == interest.peer}
    covered = {row.stream for row in known.dossiers if interest.covers_dossier(row)}
    devices = {row.stream for row in known.nodes}
    streams = {*interest.streams, *devices, *covered, *told}
    streams |= slips_streams(interest.peer, devices)
    streams |= {row.stream for row in known.bags if interest.covers_bag(row)}
    streams |= {row.stream for row in known.laws if row.for_all or row.unit == interest.unit}
    streams |= {row.stream for row in known.leases if peer_of(row.node) == interest.peer}
    if interest.units:
        streams |= {row.stream for row in known.officers if row.unit in interest.units}
        streams |= {row.stream for row in known.leases if row.unit in interest.units}
        streams |= {row.stream for row in known.points if row.unit in interest.units}
        told_it = [row for row in known.messages if row.dossier in covered]
        streams |= {row.stream for row in told_it}
        received = {row.received_by for row in known.dossiers if row.stream in covered}
        acting = {*received, *(row.officer for row in told_it)} - {""}
        streams |= {officer_stream(code) for code in acting}
    return frozenset(streams)
