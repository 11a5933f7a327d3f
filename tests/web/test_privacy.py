"""Personal data: what is held, who looked, everything about one person given or erased."""

from datetime import date

import pytest

from tests.web.desk import browser
from tests.web.forms import fields_of
from tests.worlds.lines import move_command, receive_command
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.rounds.lay_roster import LayRoster, lay_round_roster
from veban.actions.rounds.open_round import RoundPlan, open_round
from veban.core.people.roles import Role
from veban.core.people.scope import NOTHING, Scope
from veban.core.rounds.roster import RosterPerson
from veban.store.looks.looks import list_looks
from veban.store.queries.persons import private_naming, private_of

AT = "2026-11-23T08:45:00+07:00"
SUA = {"full_name": "Hạng Thị Sua", "personal_id": "011190990123", "phone": "0912 345 000"}
HOME = "/receive/1.001193/sent-home/refusal"
PERSON = "/privacy/person"


@pytest.fixture(scope="module")
def codes(centre):
    """Sua's own dossier, one that she may collect, her place on a roster, her visit."""
    world = centre.node.world
    own = receive_dossier(world, receive_command("own", applicant=SUA))["code"]
    collector = {"full_name": "Hạng Thị Sua", "personal_id": "011190990123"}
    other = receive_dossier(world, receive_command("other", collector=collector))["code"]
    plan = RoundPlan("Bản xa", [date(2026, 11, 23)], ["Na Pheo"], world.me.node, ["lan"])
    people = [
        RosterPerson("p1", "Hạng Thị Sua", "1990", "F", "Na Pheo", "12"),
        RosterPerson("p2", "Mùa Thị Dợ", "1961", "F", "Na Pheo", "12"),
    ]
    lay_round_roster(world, LayRoster(open_round(world, "03172", plan), people))
    lan = browser(centre, "lan")
    form = fields_of(lan.get(HOME), HOME) | {"full_name": "Hạng Thị Sua", "reason": "Chưa có."}
    assert lan.post(HOME, form | {"legal_basis": "60/2014/QH13"}).status_code == 302
    return own, other


@pytest.fixture
def minh(centre):
    """The manager's browser."""
    return browser(centre, "minh")


def streams_on(page):
    return [part.partition('"')[0] for part in page.split('name="stream" value="')[1:]]


def found(minh, who="hang thi sua"):
    page = minh.post(PERSON, {"who": who}).content.decode()
    return page.partition("<fieldset")[2].partition("</fieldset>")[0], page


def test_the_page_names_every_kind_and_invents_no_period(minh, centre):
    page = minh.get("/privacy").content.decode()
    kinds = centre.node.rules.retention().values()
    assert all(kind.name in page for kind in kinds)
    assert page.count("Chưa biết giữ bao lâu") == sum(kind.how_long is None for kind in kinds)


@pytest.mark.parametrize("who", ["hang thi sua", "Hạng Thị Sua"])
def test_a_person_is_found_in_dossiers_of_others_rosters_and_visits_too(minh, codes, who):
    choices, _page = found(minh, who)
    kinds = [stream.partition("/")[0] for stream in streams_on(choices)]
    assert sorted(kinds) == ["dossier", "dossier", "roster", "visit"]


def test_a_person_is_found_by_number_and_phone(minh, codes):
    assert len(streams_on(found(minh, "011190990123")[0])) == 2
    assert len(streams_on(found(minh, "0912345000")[0])) == 1


def test_what_is_given_is_the_persons_own_and_nobody_elses(minh, centre, codes):
    streams = streams_on(found(minh)[0])
    sent = {"who": "hang thi sua", "stream": streams, "form": "csv"}
    sheet = minh.post(f"{PERSON}/file", sent).content.decode("utf-8-sig")
    assert "0912 345 000" in sheet
    assert "Dua" not in sheet
    assert "Mùa Thị Dợ" not in sheet
    given = [look.subject for look in list_looks(centre.node.alias) if look.what == "given"]
    assert sorted(given) == sorted(streams)
    page = minh.post(f"{PERSON}/file", sent | {"form": "page"}).content.decode()
    assert "0912 345 000" in page


def test_what_may_not_be_erased_is_told_with_the_reason(minh, codes):
    page = found(minh)[1]
    assert "Hồ sơ chưa xong" in page
    assert "hồ sơ của người khác" in page
    assert "xóa cả lượt" in page


def test_a_running_dossier_is_not_erased_by_a_form_made_by_hand(minh, centre, codes):
    stream = centre.node.stream_of(codes[0])
    sent = {"who": "hang thi sua", "stream": stream, "basis": "Theo yêu cầu"}
    assert minh.post(f"{PERSON}/erase", sent).status_code == 404


def test_a_closed_dossier_and_a_visit_are_erased_with_a_reason(minh, centre, codes):
    drawn = move_command(codes[0], "withdraw", "lan", AT, reason="Xin rút.")
    do_move(centre.node.world, drawn)
    own = centre.node.stream_of(codes[0])
    visit = next(one for one in streams_on(found(minh)[0]) if one.startswith("visit/"))
    for stream in (own, visit):
        sent = {"who": "hang thi sua", "stream": stream}
        asked = minh.post(f"{PERSON}/erase", sent)
        assert "Xóa rồi không lấy lại được" in asked.content.decode()
        assert minh.post(f"{PERSON}/erase", sent | {"basis": " "}).status_code == 422
        done = minh.post(f"{PERSON}/erase", sent | {"basis": "91/2025/QH15"})
        assert done.headers["Location"] == f"{PERSON}?erased=1"
    left = streams_on(found(minh)[0])
    assert own not in left
    assert visit not in left


def test_who_looked_is_filtered_by_officer_day_and_dossier(minh, centre, codes):
    browser(centre, "lan").get(f"/dossiers/{codes[1]}")
    names = {"lan": "Lò Thị Lan"}
    page = minh.post("/privacy/looks", {"officer": "lan", "code": codes[1]}).content.decode()
    assert page.count(f'<span class="title" lang="vi">{names["lan"]}') == 1
    assert codes[1] in page
    none = minh.post("/privacy/looks", {"on": "2020-01-01"}).content.decode()
    assert "Không có lượt xem nào như vậy" in none


def test_looking_at_the_looks_is_recorded(minh, centre, codes):
    minh.get("/privacy/looks")
    last = list_looks(centre.node.alias)[0]
    assert (last.officer, last.what) == ("minh", "looks")


def test_an_administrator_sees_who_looked_but_no_person(centre, codes):
    admin = browser(centre, "admin")
    assert admin.get("/privacy").status_code == 200
    assert admin.get("/privacy/looks").status_code == 200
    assert admin.post(PERSON, {"who": "hang thi sua"}).status_code == 403


@pytest.mark.parametrize("scope", [NOTHING, Scope(frozenset({"03127"}), frozenset(Role))])
def test_another_unit_finds_nothing_of_a_person_of_ours(centre, codes, scope):
    streams = [centre.node.stream_of(codes[1])]
    assert private_naming(centre.node.alias, scope, "hang thi sua") == []
    assert private_of(centre.node.alias, scope, streams) == []
