"""Exchange with our centre, both ways (đồng bộ): entries first, files after.

Nothing is counted here: what is left is what the centre's last greeting does not hold. The line
may break and the program may end at any point; a repeat goes on from there.

Reason for its length: one call is read from top to bottom on one page, as it goes over the line.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from veban.actions.exchange.exchanging import Exchanging, unless_clock_behind
from veban.actions.exchange.greet import greeting_part, hear, make_greeting
from veban.actions.exchange.offer import file_part
from veban.actions.exchange.peers import chains_going_up, get_peer
from veban.actions.exchange.seal_scans import AT_ONCE, seal_scans
from veban.actions.exchange.sealing import open_part
from veban.actions.exchange.take import Taken, take_part
from veban.actions.exchange.up import parts_going_up, standing_of
from veban.actions.ports_exchange import Line, LineCut
from veban.core.nodes.rows import NodeRow
from veban.core.shared.refused import Refused
from veban.exchange.back_off import wait_s
from veban.exchange.greeting import Greeting
from veban.exchange.refusals import (
    SAID_NO,
    BundleBroken,
    BundleNeedsUpdate,
    BundleNotForUs,
    CentreRefused,
    CentreUnreachable,
    ChainGap,
    FileUnknown,
    NotOurCentre,
    NotYourChain,
    PeerUnknown,
    UploadTooLarge,
)

TRIES = 4
"""How often one call tries a line that breaks without anything having arrived in between."""

SET_ASIDE = (
    BundleBroken,
    BundleNeedsUpdate,
    CentreRefused,
    ChainGap,
    FileUnknown,
    NotYourChain,
    UploadTooLarge,
)
"""Refusals of one part; everything else goes on, and the part stays in what is left."""

ROUNDS = 6
"""How often one call goes there and back, since what arrives may make new entries here."""


@dataclass(frozen=True, slots=True)
class Synced:
    """What one exchange moved, and what the centre does not hold yet.

    Args:
        left: Entries and files here that the centre does not hold.
        reason: The code of what stopped it, or of what could not be written here; None where
            nothing did.
    """

    entries_sent: int = 0
    files_sent: int = 0
    entries_received: int = 0
    files_received: int = 0
    left: int = 0
    reason: str | None = None

    @property
    def done(self) -> bool:
        """Tell whether the centre holds everything."""
        return self.left == 0 and self.reason is None

    def as_json(self) -> dict[str, Any]:
        """Return the public answer of ``veban sync``."""
        return asdict(self)


class Sync:
    """One call of ``veban sync``.

    Args:
        x: This node.
        line: The way to its centre.
        pause: Waits so many seconds between two tries.
    """

    def __init__(self, x: Exchanging, line: Line, pause: Callable[[float], None]) -> None:
        self._x = x
        self._line = line
        self._pause = pause
        self._centre = _centre_of(x)
        self._synced = Synced()
        self._set_aside: str | None = None
        self._held_up: str | None = None

    def run(self) -> Synced:
        """Exchange both ways, trying again where the line breaks.

        Returns:
            What moved; refusals and a dead line stand in ``reason``, nothing is raised.
        """
        x, centre = self._x, self._centre.node
        self._held_up = unless_clock_behind(lambda: x.follow.release(x.world, centre))
        reason = self._try_until_done() or self._held_up
        if reason in SAID_NO:
            x.book.note_refused(centre, reason)
        left = left_to_send(self._x, self._x.book.heard(self._centre.node))
        return replace(self._synced, left=left, reason=reason)

    def _try_until_done(self) -> str | None:
        """Try until it is done, refused, or nothing arrives any more; return why it is not."""
        attempt, arrived = 0, self._line.carried
        while True:
            try:
                self._exchange()
                return self._set_aside
            except LineCut:
                if self._line.carried > arrived:
                    attempt, arrived = 0, self._line.carried
                if attempt == TRIES - 1:
                    return CentreUnreachable.code
                self._pause(wait_s(attempt, self._x.world.random.token(1)[0] / 255))
                attempt += 1
            except Refused as refusal:
                return refusal.code

    def _exchange(self) -> None:
        for _ in range(ROUNDS):
            self._set_aside = None
            greeting = self._greet()
            sent = self._send_entries(greeting)
            came = self._fetch_entries()
            before = self._x.world.journal.chains()
            self._held_up = self._x.settle_arrivals() or self._held_up
            with suppress(Refused):
                # Where nothing may be written now, the tick seals later; exchange goes on.
                seal_scans(self._x, AT_ONCE)
            grown = self._x.world.journal.chains() != before
            files = self._send_files(greeting) + self._fetch_files(greeting)
            if not (sent or came or grown or files):
                return
        self._greet()

    def _greet(self) -> Greeting:
        """Greet, and make sure that it is our centre that answers."""
        x, centre = self._x, self._centre
        ours = make_greeting(x, centre.node)
        try:
            answer = self._line.greet(greeting_part(x, centre, ours))
            greeting = self._heard(answer)
        except (BundleBroken, BundleNotForUs) as problem:
            raise NotOurCentre() from problem
        if greeting.answers != ours.nonce:
            raise NotOurCentre()
        return greeting

    def _heard(self, answer: bytes) -> Greeting:
        try:
            opened = open_part(self._x, answer)
        except PeerUnknown as problem:
            raise NotOurCentre() from problem
        if opened.peer.node != self._centre.node:
            raise NotOurCentre()
        return hear(self._x, opened)

    def _send_entries(self, greeting: Greeting) -> int:
        sent = 0
        for part in parts_going_up(self._x, self._centre, greeting):
            if not self._send(part.path):
                break
            self._count(entries_sent=part.count)
            sent += 1
        return sent

    def _send(self, part: Path) -> bool:
        """Send a part; a refused one is made anew the next time, since it may be damaged here."""
        taken = True
        try:
            self._line.upload(part)
        except SET_ASIDE as refusal:
            self._set_aside = refusal.code
            taken = False
        self._x.outbox.drop(self._centre.node, part.name)
        return taken

    def _fetch_entries(self) -> int:
        came = 0
        try:
            while part := self._line.excerpt(mark := self._x.book.held_mark(self._centre.node)):
                taken = take_part(self._x, part)
                self._take_count(taken)
                came += 1
                if self._x.book.held_mark(self._centre.node) == mark:
                    break
        except SET_ASIDE as refusal:
            self._set_aside = refusal.code
        return came

    def _send_files(self, greeting: Greeting) -> int:
        sent = 0
        for file in greeting.wants:
            try:
                path = file_part(self._x, self._centre.node, file)
            except FileUnknown:
                # Lost or damaged here: it stays in what is left, the others go on.
                continue
            if self._send(path):
                self._count(files_sent=1)
                sent += 1
        return sent

    def _fetch_files(self, greeting: Greeting) -> int:
        came = 0
        for file in self._x.book.wanted(self._centre.node):
            if name := greeting.offers.get(file):
                try:
                    taken = take_part(self._x, self._line.file(str(name)))
                except FileUnknown:
                    continue
                except SET_ASIDE as refusal:
                    self._set_aside = refusal.code
                    continue
                self._take_count(taken)
                came += taken.files
        return came

    def _take_count(self, taken: Taken) -> None:
        self._count(entries_received=taken.entries, files_received=taken.files)

    def _count(self, **more: int) -> None:
        now = {name: getattr(self._synced, name) + count for name, count in more.items()}
        self._synced = replace(self._synced, **now)


def left_to_send(x: Exchanging, greeting: Greeting | None) -> int:
    """Return how many entries and files here the greeting node does not hold."""
    chains = x.world.journal.chains()
    entries = sum(
        max(0, chains.get(node, (0, ""))[0] - standing_of(x, node, greeting)[0])
        for node in chains_going_up(x.world)
    )
    return entries + (greeting.missing_files if greeting else 0)


def _centre_of(x: Exchanging) -> NodeRow:
    if x.world.me.centre is None:
        raise PeerUnknown(node=None)
    return get_peer(x.world, x.world.me.centre)
