"""``veban rounds roster``: the people of a round's villages, on its laptop and no other."""

from tests.cli.running import Served
from tests.cli.test_field import joined

HEAD = "note,full_name,person_id,village,birth_date,sex,household_no,unit,birth_registered\n"
LIST = HEAD + (
    "x,Sùng A Páo,p1,Na Pheo,1950,M,12,03172,1\n"
    "x,Mùa Thị Dợ,p2,na pheo,2025-03-01,F,12,03172,0\n"
    "x,Lò Văn Xa,p3,Huổi Xa,1950,M,1,03172,1\n"
    "x,,p4,Na Pheo,1950,M,1,03172,1\n"
    "x,Sùng A Páo,p1,Na Pheo,1950,M,12,03172,1\n"
    "x,Giàng A Trẻ,p6,Na Pheo,1990,M,7,03172,1\n"
)


def opened_round(desk, node, name="Bản xa"):
    words = ["--name", name, "--days", "2026-11-24", "--villages", "Na Pheo"]
    ran = desk.run("rounds", "open", *words, "--node", node, "--officers", "lan", "--json")
    assert ran.code == 0, ran.err
    return ran.answer["round"]


def lay(desk, round_id, *options, text=LIST):
    (desk.folder / "list.csv").write_text(text, encoding="utf-8")
    return desk.run("rounds", "roster", round_id, "list.csv", *options, "--json")


def entries(laptop):
    return laptop.run("journal", "verify", "--json").answer["entries"]


def test_a_roster_goes_down_to_the_laptop_of_its_round_only(centre):
    with Served(centre.data, VEBAN_CLOCK=str(centre.folder / "clock")) as served:
        centre.url = served.url
        near, other = joined(centre, "may-a"), joined(centre, "may-b")
        for laptop in (near, other):
            assert laptop.run("sync", "--json").code == 0
        before = [entries(laptop) for laptop in (near, other)]
        round_id = opened_round(centre, near.node)
        laid = lay(centre, round_id, "--groups", "aged_60,birth_unregistered")
        assert laid.code == 1
        *wrong, answer = laid.answers
        assert [(one["line"], one["refused"]) for one in wrong] == [
            (5, "roster.field_missing"),
            (6, "roster.repeated"),
        ]
        groups = {"aged_60": 1, "birth_unregistered": 1}
        assert (answer["people"], answer["groups"]) == (2, groups)
        assert "Páo" not in laid.err
        again = lay(centre, round_id, "--groups", "aged_60,birth_unregistered")
        assert again.answers[-1] == answer
        for laptop in (near, other):
            assert laptop.run("sync", "--json").code == 0
        assert [entries(near), entries(other)] == [before[0] + 2, before[1]]
        for node in (centre, near):
            assert node.run("journal", "rebuild", "--json").answer["identical"] is True


def test_a_roster_of_nothing_known_is_refused_whole(centre):
    assert lay(centre, "none").answer["refused"] == "round.unknown"
