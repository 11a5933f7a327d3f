"""A complete checklist the first time, by case."""

from dataclasses import replace

import pytest

from tests.core.procedures.made import BY_PROXY, MADE, NOTICE, ORDINARY, PROXY
from veban.core.procedures.checklist import CaseUnknown, PaperUnknown, case_of, missing_papers

UNCHECKED = replace(MADE, papers=(), cases=())


def test_the_first_case_is_meant_where_none_is_named():
    assert case_of(MADE) == ORDINARY
    assert case_of(MADE, "proxy") == BY_PROXY


def test_a_case_that_does_not_exist_is_refused_with_those_that_do():
    with pytest.raises(CaseUnknown) as refused:
        case_of(MADE, "divorce")
    assert refused.value.details["cases"] == ["ordinary", "proxy"]


def test_missing_papers_come_with_their_names():
    assert missing_papers(MADE, ["declaration"]) == (NOTICE,)


def test_another_case_asks_for_other_papers():
    assert missing_papers(MADE, ["declaration", "notice"], "proxy") == (PROXY,)


def test_a_paper_that_is_only_shown_may_be_missing():
    assert missing_papers(MADE, ["declaration", "notice"]) == ()


def test_a_paper_of_another_case_is_welcome():
    assert missing_papers(MADE, ["declaration", "notice", "proxy"]) == ()


def test_a_strange_paper_is_refused_by_its_id():
    with pytest.raises(PaperUnknown) as refused:
        missing_papers(MADE, ["declaration", "notice", "passport"])
    assert refused.value.details["papers"] == ["passport"]


def test_what_is_missing_is_said_before_what_is_strange():
    assert missing_papers(MADE, ["declaration", "passport"]) == (NOTICE,)


def test_an_unchecked_procedure_leaves_the_papers_to_the_officer():
    assert missing_papers(UNCHECKED, ["whatever"]) == ()


def test_an_unchecked_procedure_has_no_case_to_name():
    with pytest.raises(CaseUnknown):
        missing_papers(UNCHECKED, [], "ordinary")
