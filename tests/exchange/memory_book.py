"""A book of exchanges in memory: the same contract as the database's."""

from collections import defaultdict
from copy import deepcopy

from veban.core.bags.bag import BagRow
from veban.core.dossiers.messages import MessageRow
from veban.core.dossiers.rows import DossierRow
from veban.core.journal.files import files_of
from veban.core.law.entered import LawRow
from veban.core.nodes.events import node_stream
from veban.core.nodes.leases import LeaseRow
from veban.core.nodes.points import PointRow
from veban.core.nodes.rows import NodeRow
from veban.core.people.officers import OfficerRow
from veban.core.rounds.round import RoundRow
from veban.exchange.excerpt import Mark, last_mark
from veban.exchange.interest import Known, interest_of, streams_for


class MemoryBook:
    """Reads rows and entries of one memory journal."""

    def __init__(self, journal):
        self._journal = journal
        self._excerpts = defaultdict(list)
        self._vouchers = defaultdict(list)
        self._heard = {}
        self._heard_at = {}
        self._refused = {}
        self.backup = {}
        self._wanted = defaultdict(set)

    def as_copied(self, other):
        """Return this book with what another one holds, as a copied folder has it."""
        for name in ("_excerpts", "_vouchers", "_heard", "_heard_at", "_wanted"):
            setattr(self, name, deepcopy(getattr(other, name)))
        return self

    def extend_excerpt(self, peer):
        (row,) = self._journal.rows(node_stream(peer))
        interest = interest_of(row, self._rows(RoundRow))
        kinds = (NodeRow, DossierRow, MessageRow, OfficerRow, LeaseRow, BagRow, LawRow, PointRow)
        streams = streams_for(interest, Known(*map(self._rows, kinds)))
        given = set(self._excerpts[peer])
        self._excerpts[peer] += [
            entry.hash
            for entry in self._entries()
            if entry.header.stream in streams
            and entry.header.node != row.writer
            and entry.hash not in given
        ]
        return Mark().after(self._excerpts[peer])

    def excerpt(self, peer, mark):
        hashes = self._excerpts[peer]
        if Mark().after(hashes[: mark.count]) != mark:
            return None
        return hashes[mark.count :]

    def restart_excerpt(self, peer):
        self._excerpts[peer] = []

    def vouch(self, voucher, arrived_at):
        if voucher not in self._vouchers[voucher.sender]:
            self._vouchers[voucher.sender].append(voucher)

    def held_mark(self, peer):
        return last_mark([(one.start, one.end) for one in self._vouchers[peer]])

    def vouched_by(self, peer):
        return list(self._vouchers[peer])

    def hear(self, greeting, heard_at):
        self._heard[greeting.node] = greeting
        self._heard_at[greeting.node] = heard_at
        self._refused.pop(greeting.node, None)

    def note_refused(self, peer, code):
        self._refused[peer] = code

    def refused(self, peer):
        return self._refused.get(peer)

    def heard(self, peer):
        return self._heard.get(peer)

    def heard_at(self, peer):
        return self._heard_at.get(peer)

    def given(self, peer):
        return sorted({self._journal.entry(one).header.stream for one in self._excerpts[peer]})

    def backed_up(self):
        return self.backup

    def want(self, peer, files):
        self._wanted[peer] |= set(files)

    def wanted(self, peer):
        return sorted(self._wanted[peer] & self._journal._shelf.named_files())

    def got(self, file):
        for files in self._wanted.values():
            files.discard(file)

    def may_have(self, peer, file):
        entries = map(self._journal.entry, self._excerpts[peer])
        return any(file in files_of(entry.person) for entry in entries)

    def _entries(self):
        return list(self._journal._shelf.entries.values())

    def _rows(self, kind):
        journal = self._journal
        found = (row for stream in journal.streams() for row in journal.rows(stream))
        return [row for row in found if isinstance(row, kind)]
