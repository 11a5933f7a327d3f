"""Recognise a node that joined after the backup (nhận lại máy): a manager, by what it can prove."""

from dataclasses import dataclass
from typing import IO, Any

from veban.actions.exchange.exchanging import Exchanging
from veban.actions.exchange.take import Taken
from veban.actions.exchange.take_bundle import take_bundle
from veban.actions.nodes.find_node import get_node
from veban.actions.once import Decided, once
from veban.actions.people.find_officer import get_officer
from veban.actions.ports import Step, World, Writing
from veban.core.dossiers.typed import check_key
from veban.core.journal.entry import Entry
from veban.core.nodes.events import NodeRecognised, node_stream, recognised_stream
from veban.core.nodes.rows import NodeRow
from veban.core.people.officers import OfficerLacksRole
from veban.core.people.roles import Role
from veban.exchange.bundle import Found, scan_bundle
from veban.exchange.excerpt import Voucher
from veban.exchange.greeting import read_greeting
from veban.exchange.introduction import Introduction, read_introduction
from veban.exchange.part import MAX_SEALED_BYTES, PartKind, check_addressee
from veban.exchange.refusals import BundleBroken, ChainGap, NodeUnproved, PeerRevoked
from veban.exchange.wire import read_json


@dataclass(frozen=True, slots=True)
class Recognition:
    """Who recognises a node.

    Args:
        key: Made where it was typed; a repeat is the same act.
        officer: A manager.
    """

    key: str
    officer: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """What came of it.

    Args:
        node: The node, known from now on.
        taken: How much of its file was new.
        again: Its file began behind what is held here; it has to exchange once more.
    """

    node: str
    taken: Taken
    again: bool

    def as_json(self) -> dict[str, Any]:
        """Return the public answer."""
        return {
            "node": self.node,
            "state": "joined",
            "entries": self.taken.entries,
            "files": self.taken.files,
            "again": self.again,
        }


def recognise_node(x: Exchanging, file: IO[bytes], recognition: Recognition) -> Recognised:
    """Take back a node that this centre once let in and does not know since it was restored.

    One that is known has its file taken, nothing else.

    What proves it is our own: entries of ours about it, under lists that we signed for it, and a
    file signed with the key that these entries name. That it is in the right hands nobody can
    see from here, so a manager says it, and it is recorded.

    Args:
        x: The restored centre.
        file: A bundle that the node made for its centre.
        recognition: Who says it.

    Raises:
        OfficerLacksRole: only a manager may.
        NodeUnproved: the file does not show that we let the node in.
        PeerRevoked: we did, and revoked it afterwards.
        BundleBroken, BundleNotForUs, BundleNeedsUpdate: nothing of it was taken.
    """
    check_key(recognition.key)
    found = scan_bundle(file)
    sender = found[0].header.sender
    shown = _shown(x, file, found)

    def decide(writing: Writing) -> Decided:
        if not get_officer(writing, recognition.officer).has(Role.MANAGER):
            raise OfficerLacksRole(move="recognise", roles=[Role.MANAGER.value])
        known = bool(writing.history(node_stream(sender)))
        if not known:
            writing.receive(_new_streams(writing, shown))
        key = _check_proved(x, get_node(writing, sender), found)
        steps = [] if known else [_step(x.world, writing, sender, key, recognition)]
        return Decided(steps, {"node": sender})

    once(x.world, recognition.key, ["recognise", sender, recognition.officer], decide)
    file.seek(0)
    try:
        return Recognised(sender, take_bundle(x, file), again=False)
    except ChainGap:
        return Recognised(sender, Taken(), again=True)


def _shown(x: Exchanging, file: IO[bytes], found: list[Found]) -> list[Entry]:
    """Return the entries of ours that a bundle shows, each under a list that we signed."""
    header, me = found[0].header, x.world.me.speaks_as
    check_addressee(header, me)
    file.seek(found[0].start)
    part = file.read(found[0].end - found[0].start)
    if header.kind is not PartKind.GREETING:
        raise BundleBroken(why="greeting")
    try:
        opened = x.world.keys.open_sealed(part[len(header.line()) :])
        payload = x.packing.unpack(opened, MAX_SEALED_BYTES)
    except ValueError as problem:
        raise BundleBroken(why="seal") from problem
    greeting = read_greeting(read_json(payload))
    shown = read_introduction(greeting.introduces, me, header.sender)
    genuine = Introduction(shown.entries, tuple(v for v in shown.vouchers if _is_ours(x, v)))
    vouched = genuine.vouched()
    entries = [entry for entry in shown.entries if entry.hash in vouched]
    if not any(_is_about(entry, header.sender) for entry in entries):
        raise NodeUnproved(node=header.sender)
    return entries


def _is_ours(x: Exchanging, voucher: Voucher) -> bool:
    try:
        signature = bytes.fromhex(voucher.signature)
        message = voucher.message()
    except ValueError:
        return False
    return x.packing.genuine(x.world.keys.public_key, message, signature)


def _is_about(entry: Entry, node: str) -> bool:
    return entry.header.stream == node_stream(node)


def _new_streams(writing: Writing, entries: list[Entry]) -> list[Entry]:
    """Return the entries of streams of which nothing is known here.

    What this node has begun anew since, as an officer added again, stays as it is.
    """
    begun = {e.header.stream for e in entries if writing.history(e.header.stream)}
    return [entry for entry in entries if entry.header.stream not in begun]


def _check_proved(x: Exchanging, row: NodeRow, found: list[Found]) -> str:
    """Return the node's key, with which every part of its file must be signed."""
    key = row.public_key
    if row.state == "revoked":
        raise PeerRevoked(node=row.node)
    if key is None:
        raise NodeUnproved(node=row.node)
    for part in found:
        try:
            signature = bytes.fromhex(part.header.signature)
        except ValueError as problem:
            raise BundleBroken(why="signature") from problem
        if not x.packing.genuine(key, part.header.message(), signature):
            raise NodeUnproved(node=row.node)
    return key


def _step(world: World, writing: Writing, node: str, key: str, by: Recognition) -> Step:
    stream = recognised_stream(node)
    event = NodeRecognised(node, key)
    return Step(stream, len(writing.history(stream)), [event], world.clock.now(), by.officer)
