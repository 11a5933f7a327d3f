"""A villager is found on the round's roster, and the form begins with them."""

from datetime import date

import pytest

from tests.web.forms import BIRTH, fields_of
from veban.actions.rounds.lay_roster import LayRoster, lay_round_roster
from veban.actions.rounds.open_round import RoundPlan, open_round
from veban.core.rounds.roster import RosterPerson

PERSON = f"/receive/{BIRTH}/person"
FORM = f"/receive/{BIRTH}/form"


@pytest.fixture(scope="module")
def round_id(centre):
    """A round of today, on the node that serves, with two people on its roster."""
    world = centre.node.world
    plan = RoundPlan("Bản xa", [date(2026, 11, 23)], ["Na Pheo"], world.me.node, ["lan"])
    made = open_round(world, "03172", plan)
    people = [
        RosterPerson("p1", "Sùng A Páo", "1950-03", "M", "Na Pheo", "12"),
        RosterPerson("p2", "Mùa Thị Dợ", "1961", "F", "Na Pheo", "12"),
    ]
    lay_round_roster(world, LayRoster(made, people))
    return made


@pytest.mark.parametrize("words", ["sung pao", "Páo", "p1"])
def test_a_person_is_found_by_name_or_number(lan, round_id, words):
    page = lan.post(PERSON, {"who": words}).content.decode()
    assert "Sùng A Páo" in page
    assert "Mùa Thị Dợ" not in page
    assert f'href="{FORM}?person={round_id}.0"' in page


def test_the_form_begins_with_the_person_and_offers_the_search(lan, round_id):
    answer = lan.get(f"{FORM}?person={round_id}.0")
    form = fields_of(answer, FORM)
    assert form["applicant-full_name"] == "Sùng A Páo"
    assert form["applicant-birth_date"] == "03/1950"
    assert (form["applicant-sex"], form["applicant-village"]) == ("M", "Na Pheo")
    assert PERSON in answer.content.decode()


@pytest.mark.parametrize("place", ["x", "none.0", ".1", "a.-1", "a.99999999999999999999"])
def test_an_address_that_names_nobody_shows_the_empty_form(lan, place):
    form = fields_of(lan.get(FORM, {"person": place}), FORM)
    assert form["applicant-full_name"] == ""


def test_nobody_found_is_told_with_a_way_on(lan, round_id):
    page = lan.post(PERSON, {"who": "Nguyễn Văn Không"}).content.decode()
    assert "Không có ai" in page
    assert f'href="{FORM}"' in page
