"""The order in which a family's procedures are offered."""

from veban.core.law.dated import Confidence, Source
from veban.core.procedures.sequence import Sequence, SequenceStep, steps_before, steps_following

SOURCE = Source(None, None, Confidence.UNSURE)


def step(*procedures):
    return SequenceStep(procedures, "vì sao", SOURCE)


MARRIAGE, BIRTH, RECOGNITION = step("m"), step("b"), step("r", "rb")
FAMILY = Sequence("family", "Gia đình", (MARRIAGE, BIRTH, RECOGNITION))


def test_everything_earlier_that_is_not_taken_in_comes_before():
    assert steps_before([FAMILY], "rb", set()) == (MARRIAGE, BIRTH)
    assert steps_before([FAMILY], "r", {"m"}) == (BIRTH,)
    assert steps_before([FAMILY], "m", set()) == ()


def test_what_a_family_went_past_is_not_asked_for_again():
    assert steps_before([FAMILY], "r", {"b"}) == ()


def test_a_procedure_of_no_order_has_nothing_before_it():
    assert steps_before([FAMILY], "x", set()) == ()


def test_what_follows_is_the_step_after_the_last_one_taken_in():
    assert steps_following([FAMILY], {"m"}) == (BIRTH,)
    assert steps_following([FAMILY], {"b"}) == (RECOGNITION,)


def test_an_order_that_nobody_began_or_that_is_done_offers_nothing():
    assert steps_following([FAMILY], set()) == ()
    assert steps_following([FAMILY], {"rb"}) == ()
