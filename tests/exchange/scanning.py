"""A laptop that scans: encrypted files, a round of its own, a centre that makes backups."""

from dataclasses import replace
from datetime import date

from tests.exchange.nodes import entries_by, join, make_centre, sync
from tests.worlds.lines import receive_command
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.rounds.open_round import RoundPlan, close_round, open_round
from veban.core.rounds.round import RoundRow
from veban.edges.blobs.blob_files import BlobFiles

NODE_KEY = bytes(range(32))
SCAN, OTHER = b"a birth certificate " * 400, b"a household book " * 400


class Scanning:
    """A centre and its laptop on a round of one day."""

    def __init__(self, folder):
        self.centre = make_centre(folder)
        laptop = join(self.centre, folder)
        self.folder = folder / "blobs"
        blobs = BlobFiles(self.folder, NODE_KEY)
        self.laptop = replace(laptop, world=replace(laptop.world, blobs=blobs))
        self.blobs = blobs
        plan = RoundPlan("Na Pheo", [date(2026, 11, 23)], ["Na Pheo"], self.me, ["lan"])
        self.round = open_round(self.centre.world, "03172", plan)
        assert self.sync().done

    @property
    def me(self):
        return self.laptop.world.me.node

    def receive(self, key, *scans):
        """Receive a dossier of the round on the laptop with scans; return code and hashes."""
        files = [self.laptop.world.blobs.put(scan) for scan in scans]
        papers = [{"name": f"Tờ {n}", "file": file} for n, file in enumerate(files)]
        command = receive_command(key, papers=papers, round=self.round)
        return receive_dossier(self.laptop.world, command)["code"], files

    def sync(self, *cuts):
        return sync(self.laptop, self.centre, *cuts)

    def back_up(self):
        """Let the centre's verified backup hold all that it holds now."""
        chains = self.centre.world.journal.chains()
        self.centre.book.backup = {node: list(position) for node, position in chains.items()}

    def close(self):
        close_round(self.centre.world, self.round, "minh")

    def rounds(self):
        (row,) = self.laptop.world.journal.rows(f"round/{self.round}")
        assert isinstance(row, RoundRow)
        return [row] if row.closed else []

    def told(self):
        """Return the types of what the laptop wrote about its scans."""
        journal = self.laptop.world.journal
        entries = [journal.entry(one) for one in entries_by(self.laptop, self.me)]
        return [e.header.type for e in entries if e.header.stream.startswith("scans/")]
