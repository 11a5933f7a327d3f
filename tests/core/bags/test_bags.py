"""Bags: what a scanner types, and what travels in an envelope."""

import pytest

from tests.worlds.memory import RULES
from veban.core.bags.bag import compare
from veban.core.bags.envelope import travelling_papers
from veban.core.bags.refusals import ScanUnreadable
from veban.core.bags.scan import read_scan
from veban.core.dossiers.received import PaperFact
from veban.core.procedures.papers import Handing, PaperForm

SIGNED = (
    "https://na-sang.example/t/2K7MAC9X?c=H18.03.172-261123-0001&d=2611261700&k=0a1b2c3d&s="
    + "A" * 86
)


def test_the_qr_of_a_receipt_and_a_typed_code_lead_to_the_same_dossier():
    assert read_scan(SIGNED) == read_scan(" h18.03.172-261123-0001\r\n") == "H18.03.172-261123-0001"


@pytest.mark.parametrize("text", ["", "  ", "https://elsewhere.example/?c=1", "x" * 201])
def test_what_is_no_code_is_refused(text):
    with pytest.raises(ScanUnreadable):
        read_scan(text)


def test_an_official_code_is_taken_as_it_stands():
    assert read_scan("000.12.34.H18-260101-0007") == "000.12.34.H18-260101-0007"


def test_list_and_reality_are_told_apart_in_three_groups():
    found = compare(["a", "b"], ["b", "c"])
    assert (found.both, found.extra, found.missing, found.differs) == (("b",), ("c",), ("a",), True)
    assert not compare(["a"], ["a"]).differs


def test_data_and_originals_only_shown_do_not_travel():
    procedure = next(
        p for p in RULES.procedures() if any(x.submit is Handing.PRESENT for x in p.papers)
    )
    shown = next(paper for paper in procedure.papers if paper.submit is Handing.PRESENT)
    papers = (
        PaperFact(shown.id, PaperForm.ORIGINAL, 1),
        PaperFact(None, PaperForm.ORIGINAL, 2),
        PaperFact(None, PaperForm.COPY, 1),
        PaperFact(None, PaperForm.DATA, 1),
    )
    assert travelling_papers(papers, procedure) == {PaperForm.ORIGINAL: 2, PaperForm.COPY: 1}
    assert travelling_papers(papers, None)[PaperForm.ORIGINAL] == 3
