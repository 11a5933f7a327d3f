"""Drafts are kept section by section, seen by their unit alone, and thrown away after a while."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from veban.core.declarations.draft import KEPT_AFTER_USE, KEPT_FOR, Draft, DraftGone, DraftUsed
from veban.store.drafts.drafts import (
    begin_draft,
    get_draft,
    keep_reception,
    keep_section,
    sweep_drafts,
    use_draft,
)

NOON = datetime(2026, 11, 27, 5, 0, tzinfo=UTC)
OURS = {"03172"}
DRAFT = Draft(
    draft="d1",
    unit="03172",
    procedure="1.001193",
    form="birth",
    since_on=date(2025, 7, 1),
    touched_at=NOON,
    people={"applicant": {"full_name": "Lò Thị Mẫu"}},
    reception={"key": ["k1"], "more-reasons": ["poor", "elderly"]},
)


@pytest.fixture
def begun(alias):
    begin_draft(alias, DRAFT)
    return alias


def test_a_draft_comes_back_as_it_was_kept(begun):
    assert get_draft(begun, OURS, "d1") == DRAFT


def test_another_units_draft_is_as_good_as_none(begun):
    for units, name in (({"03166"}, "d1"), (OURS, "d2")):
        with pytest.raises(DraftGone):
            get_draft(begun, units, name)


def test_two_who_fill_in_two_sections_lose_neither(begun):
    seen = get_draft(begun, OURS, "d1")
    keep_section(begun, seen, "mother", {"full_name": "Lò Thị Mẫu"}, NOON)
    keep_section(begun, seen, "child", {"full_name": "Vàng A Thử"}, NOON)
    data = get_draft(begun, OURS, "d1").data
    assert data["mother"] == {"full_name": "Lò Thị Mẫu"}
    assert data["child"] == {"full_name": "Vàng A Thử"}


def test_the_reception_form_is_kept_as_it_was_left_last_and_no_section_is_lost(begun):
    keep_section(begun, DRAFT, "child", {"full_name": "Vàng A Thử"}, NOON)
    keep_reception(begun, replace(DRAFT, reception={"key": ["k2"]}, people={}), NOON)
    found = get_draft(begun, OURS, "d1")
    assert (found.reception, found.people) == ({"key": ["k2"]}, {})
    assert found.data == {"child": {"full_name": "Vàng A Thử"}}


def test_a_used_draft_is_changed_no_more(begun):
    use_draft(begun, "d1")
    with pytest.raises(DraftUsed):
        keep_section(begun, DRAFT, "child", {}, NOON)
    assert get_draft(begun, OURS, "d1").used


def test_what_was_thrown_away_is_not_written_again(begun):
    sweep_drafts(begun, NOON + KEPT_FOR + timedelta(seconds=1))
    with pytest.raises(DraftGone):
        keep_section(begun, DRAFT, "child", {}, NOON)


@pytest.mark.parametrize(("used", "kept_for"), [(False, KEPT_FOR), (True, KEPT_AFTER_USE)])
def test_a_draft_is_thrown_away_when_its_time_is_over(begun, used, kept_for):
    if used:
        use_draft(begun, "d1")
    assert sweep_drafts(begun, NOON + kept_for) == 0
    assert sweep_drafts(begun, NOON + kept_for + timedelta(seconds=1)) == 1
