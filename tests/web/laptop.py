"""A laptop of Na Sang, joined over HTTP and open, beside its centre."""

from contextlib import contextmanager
from datetime import date

from tests.web.desk import browser, make_centre
from tests.web.live import live_pages
from veban.actions.nodes.invite import invite_node
from veban.actions.rounds.open_round import RoundPlan, open_round
from veban.cli.joining import join_centre
from veban.wiring.calling import exchange_with_centre
from veban.wiring.opening import Opening
from veban.wiring.served import ServedFolder

PHRASE = "con gà trống gáy trên nương"


class Pair:
    """A centre and its open laptop, with one round of two days in Na Pheo."""

    def __init__(self, folder, days=(date(2026, 11, 23), date(2026, 11, 24))):
        self.centre = make_centre(folder / "centre")
        self.folder = folder / "laptop"
        node = self.centre.node
        answer = invite_node(node.world, node.exchange.invitations, "Máy 2", ["lan"])
        with live_pages(self.centre) as address:
            joined = join_centre(self.folder, address, answer["token"], Opening("lan", PHRASE)).node
            plan = RoundPlan("Đợt Na Pheo", list(days), ["Na Pheo"], answer["node"], ["lan"])
            self.round = open_round(node.world, node.world.me.unit, plan)
            exchange_with_centre(joined, address, lambda _: None)
        self.laptop = ServedFolder(self.folder)
        self.laptop.open("lan", PHRASE)

    def exchange(self):
        """Let the laptop and its centre exchange until nothing is left."""
        with live_pages(self.centre) as address:
            return exchange_with_centre(self.laptop.node, address, lambda _: None)

    def lan(self):
        """Return the browser of the officer at the laptop."""
        return browser(self.laptop, "lan")

    def close(self):
        self.laptop.node.close()
        self.centre.node.close()


@contextmanager
def pair(folder):
    made = Pair(folder)
    try:
        yield made
    finally:
        made.close()
