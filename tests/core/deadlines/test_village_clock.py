"""A term that ends before the team is back is found at the table, with the ways out."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from veban.core.deadlines.village_clock import (
    Finding,
    Missed,
    ProcedureWays,
    TeamReturns,
    WayOut,
    term_ends_before_return,
)
from veban.core.shared.local_time import parse_instant

WEDNESDAY = parse_instant("2026-12-09T17:00:00+07:00")
BACK = TeamReturns(back_at=WEDNESDAY)
EARLY = parse_instant("2026-12-07T17:00:00+07:00")
NEXT_WEEK = parse_instant("2026-12-14T17:00:00+07:00")
NOTHING_ELSE = ProcedureWays()

instants = st.integers(0, 90 * 24).map(
    lambda n: datetime(2026, 12, 1, tzinfo=UTC) + timedelta(hours=n)
)


def test_a_term_that_ends_when_the_team_is_back_cannot_be_kept():
    assert term_ends_before_return(WEDNESDAY, BACK, NOTHING_ELSE) is not None


def test_a_term_that_ends_after_the_team_is_back_is_no_finding():
    assert term_ends_before_return(WEDNESDAY + timedelta(hours=1), BACK, NOTHING_ELSE) is None


def test_a_term_that_ends_before_a_signer_is_reached_is_a_finding():
    finding = term_ends_before_return(WEDNESDAY - timedelta(minutes=1), BACK, NOTHING_ELSE)
    assert finding == Finding((Missed.SIGNATURE,), (WayOut.TRAVELLING_SIGNER,))
    assert finding.code == "dossier.term_ends_before_return"


def test_a_mobile_variant_with_a_longer_term_comes_first():
    ways = ProcedureWays("9.000001", mobile_due_at=NEXT_WEEK, online=True)
    finding = term_ends_before_return(EARLY, BACK, ways)
    assert finding is not None
    assert finding.mobile_variant == "9.000001"
    assert finding.ways == (
        WayOut.MOBILE_VARIANT,
        WayOut.TRAVELLING_SIGNER,
        WayOut.HELP_TO_FILE_ONLINE,
    )


def test_a_mobile_variant_that_would_be_late_as_well_is_no_way_out():
    finding = term_ends_before_return(EARLY, BACK, ProcedureWays("9.000001", EARLY))
    assert finding == Finding((Missed.SIGNATURE,), (WayOut.TRAVELLING_SIGNER,))


def test_a_mobile_variant_that_only_comes_back_late_still_saves_the_term():
    team = TeamReturns(WEDNESDAY, returns_on=date(2026, 12, 28))
    finding = term_ends_before_return(EARLY, team, ProcedureWays("9.000001", NEXT_WEEK))
    assert finding is not None
    assert finding.missed == (Missed.SIGNATURE, Missed.HAND_BACK)
    assert WayOut.MOBILE_VARIANT in finding.ways


def test_a_result_that_waits_at_the_centre_is_told_apart_from_a_broken_term():
    team = TeamReturns(EARLY, returns_on=date(2026, 12, 28))
    finding = term_ends_before_return(WEDNESDAY, team, ProcedureWays(online=True))
    assert finding == Finding((Missed.HAND_BACK,), (WayOut.HELP_TO_FILE_ONLINE,))


def test_coming_back_on_the_day_of_the_term_is_in_time():
    team = TeamReturns(EARLY, returns_on=date(2026, 12, 9))
    assert term_ends_before_return(WEDNESDAY, team, NOTHING_ELSE) is None


@given(instants, instants, instants)
def test_a_later_due_date_never_makes_a_finding_of_none(one, other, back_at):
    early, late = sorted((one, other))
    team = TeamReturns(back_at, returns_on=back_at.date())
    if term_ends_before_return(early, team, NOTHING_ELSE) is None:
        assert term_ends_before_return(late, team, NOTHING_ELSE) is None
