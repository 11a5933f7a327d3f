"""Whom a roster takes, group by group, and which lines it refuses."""

from datetime import date

import pytest

from veban.core.law.ages import AgeLimits
from veban.core.rounds.roster_line import (
    GROUPS,
    RosterFieldMissing,
    RosterValueWrong,
    Wanted,
    read_person,
)

ON = date(2026, 11, 24)
AGES = {"aged_60": AgeLimits(60), "aged_75": AgeLimits(75), "under_3": AgeLimits(below=3)}
LINE = {"person_id": "p1", "full_name": "Sùng A Páo", "village": "Na Pheo"}


def taken(*groups, **line):
    wanted = Wanted("03172", frozenset({"na pheo"}), groups, ON, AGES)
    return read_person({**LINE, **line}, wanted)


@pytest.mark.parametrize(
    ("group", "line", "belongs"),
    [
        ("aged_60", {"birth_date": "1966-11-24"}, True),
        ("aged_60", {"birth_date": "1966-11-25"}, False),
        ("aged_60", {"birth_date": "1966"}, True),
        ("aged_60", {}, False),
        ("aged_75", {"birth_date": "1951-11"}, True),
        ("under_3", {"birth_date": "2023-11-25"}, True),
        ("under_3", {"birth_date": "2023-11-24"}, False),
        ("under_3", {"birth_date": "2023"}, True),
        ("birth_unregistered", {"birth_registered": "0"}, True),
        ("birth_unregistered", {"birth_registered": ""}, False),
        ("poor", {"household_status": "near_poor"}, False),
        ("near_poor", {"household_status": "near_poor"}, True),
        ("disabled", {"disability_level": "mild"}, True),
        ("alone", {"alone": "1"}, True),
        ("single_parent", {"single_parent": "0"}, False),
    ],
)
def test_a_line_falls_into_its_groups(group, line, belongs):
    found = taken(group, **line)
    assert (found is not None) is belongs
    assert found is None or found.groups == (group,)


def test_every_group_is_a_word_that_a_fact_may_hold():
    assert all(group.replace("_", "").isalnum() for group in GROUPS)


@pytest.mark.parametrize(
    "other", [{"unit": "03173"}, {"village": "Huổi Hạ"}, {"died_on": "2026-01-01"}]
)
def test_other_units_other_villages_and_the_dead_are_passed_over(other):
    assert taken(**other) is None


def test_a_village_is_known_with_and_without_tone_marks():
    assert taken(village="NA PHÈO") is not None


def test_what_the_table_does_not_need_stays_behind():
    found = taken(ethnicity="Mông", disability_level="severe", pension_vnd="500000")
    assert "Mông" not in str(found)
    assert "severe" not in str(found)


@pytest.mark.parametrize(
    ("line", "refusal"),
    [
        ({"full_name": ""}, RosterFieldMissing),
        ({"sex": "nam"}, RosterValueWrong),
        ({"birth_date": "24/11/1966"}, RosterValueWrong),
        ({"birth_date": "1966-13"}, RosterValueWrong),
        ({"birth_date": "0000"}, RosterValueWrong),
    ],
)
def test_a_line_that_cannot_be_read_is_refused(line, refusal):
    with pytest.raises(refusal):
        taken(**line)
