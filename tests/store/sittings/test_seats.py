"""Whose card was read at a sitting: kept for its unit, and for two days."""

from datetime import timedelta

import pytest

from tests.store.conftest import INSTANT, OURS, THEIRS
from veban.core.dossiers.codes import Sex
from veban.core.dossiers.commands import Applicant, BirthDate
from veban.core.people.roles import Role
from veban.core.people.scope import Scope
from veban.store.sittings.seats import forget_seats, list_seats, note_seat

SITTING = "0123456789abcdef"
MOTHER = Applicant("Lò Thị Thử", "011188990001", BirthDate("1988-05-04"), Sex.FEMALE)
OUR_EYES = Scope(frozenset({OURS}), frozenset({Role.RECEIVER}))


@pytest.fixture
def seated(alias):
    note_seat(alias, OURS, SITTING, MOTHER, INSTANT)
    yield alias
    forget_seats(alias, INSTANT + timedelta(days=30))


def test_who_sits_there_comes_back_as_the_card_had_it(seated):
    assert list_seats(seated, OUR_EYES, SITTING) == [MOTHER]


def test_another_sitting_and_another_unit_see_nobody(seated):
    theirs = Scope(frozenset({THEIRS}), frozenset({Role.RECEIVER}))
    assert list_seats(seated, OUR_EYES, "fedcba9876543210") == []
    assert list_seats(seated, theirs, SITTING) == []


def test_a_sitting_is_forgotten_after_two_days(seated):
    assert forget_seats(seated, INSTANT + timedelta(days=2)) == 0
    assert forget_seats(seated, INSTANT + timedelta(days=2, seconds=1)) == 1
    assert list_seats(seated, OUR_EYES, SITTING) == []
