"""A procedure in plain values, as the command line and the doors show it."""

import json
from dataclasses import replace

from tests.core.procedures.made import DAY, MADE, dated
from veban.core.procedures.describe import describe


def test_it_has_the_keys_that_the_interfaces_name():
    assert list(describe(MADE, DAY)) == ["code", "name", "confidence", "term", "fees", "cases"]


def test_it_is_json():
    assert json.loads(json.dumps(describe(MADE, DAY))) == describe(MADE, DAY)


def test_each_paper_says_whether_it_is_required():
    papers = describe(MADE, DAY)["cases"][0]["papers"]
    assert [(paper["paper"], paper["required"]) for paper in papers] == [
        ("declaration", True),
        ("notice", True),
        ("card", False),
    ]


def test_an_unknown_term_is_null():
    assert describe(replace(MADE, term=dated(None)), DAY)["term"] is None


def test_a_fee_says_by_what_it_is_counted_and_who_is_exempt():
    (line,) = describe(MADE, DAY)["fees"]
    assert (line["channels"], line["per"], line["vnd"]) == ([1, 2, 3], "dossier", 0)
    assert line["exempt"] == ["merit", "poor"]


def test_the_source_stands_beside_the_value():
    assert describe(MADE, DAY)["fees"][0]["source"]["document"] == "1/2026/NĐ-CP"
