"""No page shows a person without the look being recorded, and each page says whether it does."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from tests.web.desk import browser
from tests.web.forms import BIRTH, fields_of
from tests.web.laptop import Pair
from tests.web.test_laptops import Lost
from tests.worlds.lines import receive_command
from tools.access_page import routes
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.rounds.lay_roster import LayRoster, lay_round_roster
from veban.actions.rounds.open_round import RoundPlan, open_round
from veban.core.rounds.roster import RosterPerson
from veban.edges.clocks import VARIABLE
from veban.store.looks.looks import list_looks
from veban.web.access import OfficersOnly

ASKED = {"who": "sung a de", "q": "dua", "form": "csv"}
"""What a form that looks for people is sent."""

SHOWS_PERSONS = {
    "carriage",
    "dossiers",
    "dossiers/<str:code>",
    "dossiers/<str:code>/<slip:kind>.pdf",
    "dossiers/<str:code>/do/<str:move>",
    "dossiers/<str:code>/papers",
    "dossiers/<str:code>/received",
    "envelopes",
    "inbox",
    "late",
    "late/<str:subject>",
    "nodes/<str:laptop>/lost.pdf",
    "privacy/person",
    "privacy/person/file",
    "receive/<str:procedure>/form",
    "receive/<str:procedure>/person",
    "road/queue",
    "road/return",
    "road/return.pdf",
    "visits/<str:visit>",
    "visits/<str:visit>/slip.pdf",
}
"""Pages that show persons; the walk sees each of them do it."""

SHOWS_PERSONS_AFTER_MORE = {
    "declarations/<str:draft>/<str:section>",
    "declarations/<str:draft>/print.pdf",
    "dossiers/<str:code>/declaration",
    "dossiers/<str:code>/papers/<int:paper>/<int:scan>",
    "dossiers/<str:code>/papers/<int:paper>/<int:scan>/small",
    "dossiers/<str:code>/papers/<int:paper>/attach",
    "dossiers/<str:code>/renumber",
    "road/to-tell",
    "road/to-tell/<int:village>.pdf",
    "road/underway",
    "sittings/<str:sitting>",
    "sittings/<str:sitting>/summary.pdf",
}
"""Pages that name persons only once something else was done: a paper lost on the road, a result to
tell of, a declaration begun, a scan put to a paper, a family at the table."""

SHOWS_NOBODY = {
    "bags",
    "bags/<str:bag>",
    "bags/<str:bag>/close",
    "bags/<str:bag>/list.pdf",
    "bags/<str:bag>/scan",
    "clock",
    "clock/ahead",
    "clock/right",
    "doors/dossiers",
    "doors/moves",
    "envelopes.pdf",
    "jobs",
    "jobs/<str:job>/run",
    "law",
    "law/agency",
    "law/choose/<str:kind>",
    "law/enter/<str:kind>",
    "law/enter/<str:kind>/<str:about>",
    "lock",
    "me",
    "me/end",
    "me/second-factor",
    "nodes",
    "nodes/<str:laptop>",
    "nodes/<str:laptop>/late",
    "nodes/<str:laptop>/lost",
    "nodes/<str:laptop>/point",
    "nodes/recognise",
    "officers",
    "officers/<str:officer>",
    "officers/<str:officer>/invite",
    "officers/<str:officer>/let-go",
    "officers/<str:officer>/sessions",
    "officers/new",
    "pin",
    "privacy",
    "privacy/looks",
    "privacy/person/erase",
    "receive",
    "receive/<str:procedure>",
    "receive/<str:procedure>/declaration",
    "receive/<str:procedure>/sent-home/<outcome:outcome>",
    "road",
    "road/blanks",
    "road/blanks/print.pdf",
    "road/blanks/spoiled",
    "road/lan",
    "road/lan/qr.svg",
    "road/lan/receive",
    "road/lan/send",
    "road/pack",
    "road/pack/<str:round_id>.veban",
    "road/pack/blanks",
    "road/pack/make",
    "road/pack/open",
    "road/queue/address",
    "road/queue/try",
    "road/ready",
    "road/ready/<str:line>",
    "road/ready/print.pdf",
    "road/slip",
    "road/stick",
    "road/stick/carried/<str:name>",
    "road/stick/carried/<str:name>/drop",
    "road/stick/make",
    "road/stick/take",
    "scans",
    "scans/<str:digest>",
    "scans/<str:digest>/small",
    "scans/add",
    "scans/drop",
    "scans/join",
    "scans/waiting",
    "unit",
}
"""Pages that show officers, numbers and dossiers' codes, but nobody else; packs are sealed.
Scans that wait are what the officer has just laid into the scanner."""

PEOPLE = ("Dua", "Chống", "Sùng A Dế")


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    """A centre with its laptop, and one that lost its: where pages are asked, and with what."""
    folder = tmp_path_factory.mktemp("looks")
    (folder / "clock").write_text("2026-11-23T09:00:00+07:00", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(folder / "clock"))
        pair, lost = Pair(folder / "pair"), Lost(folder / "lost")
        yield [
            (pair.centre, at_the_centre(pair)),
            (pair.laptop, at_the_laptop(pair)),
            (lost.serving, after_a_loss(lost)),
        ]
        pair.close()


def at_the_centre(pair):
    world = pair.centre.node.world
    plan = RoundPlan("Bản xa", [date(2026, 11, 23)], ["Na Pheo"], world.me.node, ["lan"])
    made = open_round(world, "03172", plan)
    people = [RosterPerson("p1", "Sùng A Dế", "1950-03", "M", "Na Pheo", "12")]
    lay_round_roster(world, LayRoster(made, people))
    code = receive_dossier(world, receive_command("dua"))["code"]
    lan, home = browser(pair.centre, "lan"), f"/receive/{BIRTH}/sent-home/refusal"
    form = fields_of(lan.get(home), home)
    form |= {"full_name": "Sùng A Chống", "reason": "Chưa có.", "legal_basis": "60/2014/QH13"}
    visit = lan.post(home, form).headers["Location"].rpartition("/")[2]
    return samples(
        code, **{"<str:visit>": visit, "form": f"form?person={made}.0", "roster": f"roster/{made}"}
    )


def at_the_laptop(pair):
    code = receive_dossier(pair.laptop.node.world, receive_command("k1"))["code"]
    return samples(code)


def after_a_loss(lost):
    minh, page = browser(lost.serving, "minh"), f"/nodes/{lost.id}"
    laptop = samples(lost.code, **{"<str:laptop>": lost.id})
    minh.post(f"{page}/lost", {"key": "k", "reason": "lost"})
    with lost.bundle.open("rb") as bundle:
        minh.post(f"{page}/late", {"key": "n", "bundle": bundle})
    late = minh.get("/late").content.decode()
    subject = late.partition('href="/late/')[2].partition('"')[0]
    return laptop | {"<str:subject>": subject}


def samples(code, **more):
    return {
        "<str:code>": code,
        "<str:move>": "withdraw",
        "<slip:kind>": "receipt",
        "<str:procedure>": BIRTH,
        "<outcome:outcome>": "supplement",
        "envelopes.pdf": f"envelopes.pdf?c={code}",
        **more,
    }


def text_of(answer):
    if answer["Content-Type"] != "application/pdf":
        return answer.content.decode("utf-8", "replace")
    pages = PdfReader(io.BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def officers_pages():
    return sorted(a for a, view in routes() if isinstance(view.access, OfficersOnly))


def asked(serving, words, address):
    """Yield (who, names a person, looks recorded) of each way to ask for a page."""
    way = address
    for mark, sample in words.items():
        way = way.replace(mark, sample) if "<" in mark or way.endswith(mark) else way
    if "<" in way or address == "lock":
        return
    for officer in ("lan", "minh", "vien", "admin"):
        client, alias = browser(serving, officer), serving.node.alias
        for ask in (client.get, client.post) if address in ASKING else (client.get,):
            before = len(list_looks(alias, limit=10_000))
            sent = ASKED | {"stream": words.get("roster", "")}
            answer = ask(f"/{way}", sent) if ask == client.post else ask(f"/{way}")
            if answer.status_code == 200 and not answer.streaming:
                named = any(name in text_of(answer) for name in PEOPLE)
                yield officer, named, len(list_looks(alias, limit=10_000)) - before


ASKING = {
    "dossiers",
    "privacy/person",
    "privacy/person/file",
    "receive/<str:procedure>/person",
}
"""Pages that are asked by posting words."""


def test_each_page_says_whether_it_shows_persons():
    known = SHOWS_PERSONS | SHOWS_PERSONS_AFTER_MORE | SHOWS_NOBODY
    assert set(officers_pages()) == known


@pytest.mark.parametrize("address", officers_pages())
def test_no_person_is_shown_without_a_recorded_look(places, address):
    ways = [found for serving, words in places for found in asked(serving, words, address)]
    assert [way for way in ways if way[1] and not way[2]] == []
    assert any(named for _who, named, _looks in ways) == (address in SHOWS_PERSONS)
