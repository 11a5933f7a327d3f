"""The values a dossier is received under, and their digest."""

from dataclasses import replace
from datetime import date

import pytest

from tests.core.procedures.made import DAY, FREE, MADE, ORDINARY, SINCE, SOURCE, dated
from veban.core.law.dated import Dated, DatedValue, LawUnknown
from veban.core.procedures.place import PlaceRule
from veban.core.procedures.term import Term, TermRule

CHANGE = date(2027, 3, 1)


def test_a_day_gives_the_values_in_force():
    day = MADE.on(DAY)
    assert day.term == Term(TermRule.WORKING_DAYS, 3)
    assert day.place.home is PlaceRule.EXCEPTION
    assert day.due_reason is None


def test_a_term_that_nobody_knows_has_a_reason_and_no_guess():
    day = replace(MADE, term=dated(None)).on(DAY)
    assert (day.term, day.due_reason) == (None, "term.unknown")


def test_a_day_before_the_law_is_refused():
    with pytest.raises(LawUnknown):
        MADE.on(date(2025, 12, 31))


def test_the_digest_stays_while_the_values_stay():
    assert MADE.on(SINCE).rules_hash == MADE.on(DAY).rules_hash


def test_the_digest_changes_on_the_day_the_term_changes():
    values = (
        DatedValue(SINCE, Term(TermRule.WORKING_DAYS, 3), SOURCE),
        DatedValue(CHANGE, Term(TermRule.WORKING_DAYS, 2), SOURCE),
    )
    changing = replace(MADE, term=Dated("term", values))
    assert changing.on(DAY).rules_hash == MADE.on(DAY).rules_hash
    assert changing.on(CHANGE).rules_hash != MADE.on(DAY).rules_hash


@pytest.mark.parametrize(
    "change",
    [
        {"fees": dated((replace(FREE, vnd=1),))},
        {"exemptions": dated(frozenset({"poor"}))},
        {"cases": (ORDINARY,)},
        {"code": "other"},
    ],
    ids=["fee", "exemptions", "cases", "code"],
)
def test_the_digest_covers_what_decides(change):
    assert replace(MADE, **change).on(DAY).rules_hash != MADE.on(DAY).rules_hash


def test_the_digest_does_not_cover_what_only_labels():
    renamed = replace(MADE, name="Tên khác", aliases=("mẫu",))
    assert renamed.on(DAY).rules_hash == MADE.on(DAY).rules_hash
