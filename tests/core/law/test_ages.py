"""Who may have an age on a day, also where only the year of birth is known."""

from datetime import date

import pytest

from veban.core.law.ages import AgeLimits

LEAP_DAY = date(2028, 2, 29)


@pytest.mark.parametrize(
    ("limits", "born", "holds"),
    [
        (AgeLimits(at_least=75), date(1953, 2, 28), True),
        (AgeLimits(at_least=75), date(1953, 3, 1), False),
        (AgeLimits(below=3), date(2025, 3, 1), True),
        (AgeLimits(below=3), date(2025, 2, 28), False),
        (AgeLimits(at_least=70, below=75), date(1955, 1, 1), True),
        (AgeLimits(at_least=70, below=75), date(1950, 1, 1), False),
    ],
)
def test_an_age_counts_completed_years_on_a_leap_day_too(limits, born, holds):
    assert limits.may_hold((born, born), LEAP_DAY) is holds


def test_whoever_may_have_the_age_by_the_year_alone_has_it():
    year = (date(1966, 1, 1), date(1966, 12, 31))
    assert AgeLimits(at_least=60).may_hold(year, date(2026, 11, 24))
    assert AgeLimits(below=60).may_hold(year, date(2026, 11, 24))
