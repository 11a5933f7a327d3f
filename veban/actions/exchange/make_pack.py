"""Make a round pack (lập gói của đợt): once, and only from a state that is proved complete."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from veban.actions.exchange.down import excerpt_part, prepare_excerpt
from veban.actions.exchange.exchanging import Exchanging
from veban.actions.exchange.greet import greeting_part, make_greeting
from veban.actions.exchange.offer import file_part
from veban.actions.exchange.sealing import seal_part
from veban.actions.exchange.writers import peer_heard
from veban.actions.rounds.lay_roster import get_round
from veban.core.journal.entry import Entry
from veban.core.journal.files import files_of
from veban.core.journal.history import stream_kind
from veban.core.nodes.leases import lane_stream, lease_rows
from veban.core.nodes.rows import NodeRow
from veban.core.nodes.writers import NodeRenewed
from veban.core.rounds.roster import people_laid, roster_stream
from veban.core.rounds.round import RoundRow
from veban.exchange.bundle import closing_content
from veban.exchange.excerpt import Mark
from veban.exchange.pack import PACK_FORM, PackHead, PackIncomplete, pack_head_content
from veban.exchange.part import PartKind, split_part


@dataclass(frozen=True, slots=True)
class Ground:
    """What is known of the node's state beside the exchange.

    Args:
        law: Digest of the law shipped with the program.
        unplaced: Entries without a place in their stream.
    """

    law: str
    unplaced: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack about to be written: its head, and the sealed parts in their order."""

    head: PackHead
    parts: Iterator[bytes]


def make_pack(x: Exchanging, round_id: str, ground: Ground) -> Pack:
    """Prepare the pack of a round for its laptop; numbers are renewed first.

    Raises:
        RoundUnknown: no round has this id here.
        PeerUnknown, PeerRevoked: nothing may be made for its laptop.
        PackIncomplete: a chain is broken, rows are not those that a rebuild makes, an entry that
            concerns the laptop waits for its place, a file is missing, or the numbers do not reach
            the round's last day.
    """
    row = get_round(x.world.journal, round_id)
    peer = peer_heard(x, row.node)
    x.follow.renew(x.world, peer)
    heard = x.book.heard(peer.node)
    begin = heard.mark if heard else Mark()
    prepare_excerpt(x, peer, begin)
    hashes = x.book.excerpt(peer.node, begin)
    if hashes is None:
        begin, hashes = Mark(), x.book.excerpt(peer.node, Mark()) or ()
    entries = (entry for one in hashes if (entry := x.world.journal.entry(one)))
    wanted = [file for file in heard.wants if x.book.may_have(peer.node, file)] if heard else []
    named = (file for entry in entries for file in sorted(files_of(entry.person)))
    files = list(dict.fromkeys([*wanted, *named]))
    head = _head(x, row, peer.writer, ground, files)
    _check_complete(x, row, ground, head, files)
    return Pack(head, _parts(x, peer, head, begin, files))


def _head(
    x: Exchanging, row: RoundRow, writer: str, ground: Ground, files: Sequence[str]
) -> PackHead:
    roster = people_laid(x.world.journal.history(roster_stream(row.round)))
    lane = lane_stream(writer)
    leases = lease_rows(lane, x.world.journal.history(lane))
    return PackHead(
        round=row.round,
        made_at=x.world.clock.now(),
        oldest=PACK_FORM,
        law=ground.law,
        people=sum(len(part.people) for part in roster if part),
        dossiers=sum(stream_kind(stream) == "dossier" for stream in x.book.given(row.node)),
        officers=len(row.officers.split("\n")),
        lane_until=max((lease.last_day.isoformat() for lease in leases), default=""),
        files=len(files),
    )


def _check_complete(
    x: Exchanging, row: RoundRow, ground: Ground, head: PackHead, files: Sequence[str]
) -> None:
    given = set(x.book.given(row.node))
    _count, broken = x.world.journal.verify()
    found = {
        "broken": len(broken),
        "rows_differ": len(x.world.journal.differing_rows()),
        "unplaced": sum(entry.header.stream in given for entry in ground.unplaced if _waits(entry)),
        "missing_files": sum(not x.world.blobs.has(file) for file in files),
        "lane_too_short": int(head.lane_until < row.last_day.isoformat()),
        "round_closed": int(row.closed),
    }
    if wrong := {name: count for name, count in found.items() if count}:
        raise PackIncomplete(what=[f"{name} {count}" for name, count in wrong.items()])


def _waits(entry: Entry) -> bool:
    """Tell whether an entry without a place waits for a person.

    A copy that said its new name in its node's stream, as copies did until each had a stream of
    its own, was heard all the same.
    """
    return entry.header.type != NodeRenewed.TYPE


def _parts(
    x: Exchanging, peer: NodeRow, head: PackHead, begin: Mark, files: Sequence[str]
) -> Iterator[bytes]:
    digests = []
    for part in _content(x, peer, head, begin, files):
        digests.append(split_part(part)[0].digest)
        yield part
    yield seal_part(x, peer, PartKind.CLOSING, closing_content(digests))


def _content(
    x: Exchanging, peer: NodeRow, head: PackHead, mark: Mark, files: Sequence[str]
) -> Iterator[bytes]:
    """Yield the head first, and the files after everything else."""
    yield seal_part(x, peer, PartKind.PACK, pack_head_content(head))
    yield greeting_part(x, peer, make_greeting(x, peer.node))
    while found := excerpt_part(x, peer, mark):
        yield found.path.read_bytes()
        mark = found.end
    for file in files:
        yield file_part(x, peer.node, file).read_bytes()
