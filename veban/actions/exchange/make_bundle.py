"""Make a bundle for a stick (tạo gói): what a peer lacks by its last greeting, with our own.

Our greeting goes along, so that acknowledgements travel by stick too.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace

from veban.actions.exchange.down import excerpt_part, prepare_excerpt
from veban.actions.exchange.exchanging import Exchanging, unless_clock_behind
from veban.actions.exchange.greet import greeting_part, make_greeting
from veban.actions.exchange.introduce import introduction_to
from veban.actions.exchange.offer import file_part
from veban.actions.exchange.peers import chains_going_up, get_peer, goes_up
from veban.actions.exchange.seal_scans import AT_ONCE, seal_scans
from veban.actions.exchange.sealing import seal_part
from veban.actions.exchange.up import parts_going_up, standing_of
from veban.actions.exchange.writers import peer_heard
from veban.core.journal.entry import Entry
from veban.core.journal.files import files_of
from veban.core.nodes.rows import NodeRow
from veban.core.shared.refused import Refused
from veban.exchange.bundle import closing_content
from veban.exchange.excerpt import Mark
from veban.exchange.part import PartKind, split_part
from veban.exchange.refusals import FileUnknown


def make_bundle(x: Exchanging, to: str) -> Iterator[bytes]:
    """Yield the parts of a bundle for our centre or for a laptop of ours, the closing one last.

    Raises:
        PeerUnknown, PeerRevoked: nothing may be made for the peer.
    """
    up = goes_up(x.world, to)
    peer = get_peer(x.world, to) if up else peer_heard(x, to)
    digests = []
    for part in _up(x, peer) if up else _down(x, peer):
        digests.append(split_part(part)[0].digest)
        yield part
    yield seal_part(x, peer, PartKind.CLOSING, closing_content(digests))


def _up(x: Exchanging, peer: NodeRow) -> Iterator[bytes]:
    unless_clock_behind(lambda: x.follow.release(x.world, peer.node))
    with suppress(Refused):
        seal_scans(x, AT_ONCE)
    heard = x.book.heard(peer.node)
    greeting = replace(make_greeting(x, peer.node), introduces=introduction_to(x, peer.node))
    yield greeting_part(x, peer, greeting)
    yield from (part.path.read_bytes() for part in parts_going_up(x, peer, heard))
    fresh = (
        entry
        for node in chains_going_up(x.world)
        for entry in x.world.journal.chain(node, standing_of(x, node, heard)[0])
    )
    yield from _files(x, peer, heard.wants if heard else (), fresh)


def _down(x: Exchanging, peer: NodeRow) -> Iterator[bytes]:
    unless_clock_behind(lambda: x.follow.renew(x.world, peer))
    heard = x.book.heard(peer.node)
    begin = mark = heard.mark if heard else Mark()
    prepare_excerpt(x, peer, mark)
    yield greeting_part(x, peer, make_greeting(x, peer.node))
    while found := excerpt_part(x, peer, mark):
        yield found.path.read_bytes()
        mark = found.end
    hashes = x.book.excerpt(peer.node, begin) or ()
    fresh = (entry for one in hashes if (entry := x.world.journal.entry(one)))
    allowed = [file for file in heard.wants if x.book.may_have(peer.node, file)] if heard else ()
    yield from _files(x, peer, allowed, fresh)


def _files(
    x: Exchanging, peer: NodeRow, wanted: Iterable[str], fresh: Iterable[Entry]
) -> Iterator[bytes]:
    """Yield the files a peer asked for and those that the entries in this bundle name."""
    named = {file: None for entry in fresh for file in sorted(files_of(entry.person))}
    for file in dict.fromkeys([*wanted, *named]):
        with suppress(FileUnknown):
            yield file_part(x, peer.node, file).read_bytes()
