"""The shipped orders, and what is no order."""

import pytest

from veban.edges.rulebook.sequences import parse_sequences
from veban.edges.rulebook.shapes import RulesBroken
from veban.edges.rulebook.shipped import ShippedRules

LAW = ShippedRules()


def test_every_step_names_procedures_that_are_shipped():
    steps = [step for one in LAW.sequences() for step in one.steps]
    assert steps
    for step in steps:
        assert [LAW.procedure(code).code for code in step.procedures] == list(step.procedures)


def test_a_step_names_the_ordinary_form_whose_mobile_one_counts_as_it():
    steps = [step for one in LAW.sequences() for step in one.steps]
    codes = [code for step in steps for code in step.procedures]
    assert [code for code in codes if LAW.procedure(code).variant_of] == []


@pytest.mark.parametrize(
    "given",
    [
        {"family": {"name": "Gia đình", "steps": []}},
        {"family": {"name": "Gia đình", "steps": [{"procedures": ["1"], "why": "x"}]}},
        {"family": {"steps": []}},
    ],
)
def test_an_order_without_steps_or_sources_is_refused(given):
    with pytest.raises(RulesBroken):
        parse_sequences("sequences", given)
