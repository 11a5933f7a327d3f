"""An invented procedure, to try the rules of core without the shipped law."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from veban.core.law.dated import Confidence, Dated, DatedValue, Source
from veban.core.procedures.fee_lines import FeeLine, FeePer
from veban.core.procedures.papers import Case, CasePaper, Handing, Paper, PaperForm
from veban.core.procedures.place import PlaceRule, PlaceRules
from veban.core.procedures.procedure import CatalogueState, Named, Procedure
from veban.core.procedures.term import Term, TermRule

SINCE = date(2026, 1, 1)
DAY = date(2026, 12, 1)
SOURCE = Source("1/2026/NĐ-CP", None, Confidence.CHECKED)
FORM = Paper("declaration", "Tờ khai", PaperForm.ORIGINAL, 1, Handing.SUBMIT)
NOTICE = Paper("notice", "Giấy báo", PaperForm.ORIGINAL, 1, Handing.SUBMIT)
PROXY = Paper("proxy", "Văn bản ủy quyền", PaperForm.ORIGINAL, 1, Handing.SUBMIT)
CARD = Paper("card", "Thẻ", PaperForm.ORIGINAL, 1, Handing.PRESENT)
FREE = FeeLine(frozenset({1, 2, 3}), FeePer.DOSSIER, 0)


def dated(value):
    return Dated("made", (DatedValue(SINCE, value, SOURCE),))


def asks(*papers: Paper, optional: Sequence[Paper] = ()) -> tuple[CasePaper, ...]:
    needed = tuple(CasePaper(paper, required=True) for paper in papers)
    return needed + tuple(CasePaper(paper, required=False) for paper in optional)


ORDINARY = Case("ordinary", "Tự đi", asks(FORM, NOTICE, optional=[CARD]))
BY_PROXY = Case("proxy", "Ủy quyền", asks(FORM, NOTICE, PROXY))
MADE = Procedure(
    code="example",
    name="Thủ tục đăng ký việc mẫu",
    name_en="Example",
    field=Named("example", "Mẫu"),
    decided_by=Named("commune", "Ủy ban nhân dân cấp xã"),
    state=CatalogueState.CHECKED,
    source=SOURCE,
    term=dated(Term(TermRule.WORKING_DAYS, 3)),
    fees=dated((FREE,)),
    exemptions=dated(frozenset({"poor", "merit"})),
    place=dated(PlaceRules(PlaceRule.YES, PlaceRule.EXCEPTION)),
    mobile_variant=None,
    variant_of=None,
    results=(),
    legal_basis=(),
    papers=(FORM, NOTICE, PROXY, CARD),
    cases=(ORDINARY, BY_PROXY),
)


def with_fee(*lines: FeeLine):
    """Return the made procedure's day with these fee lines."""
    return replace(MADE, fees=dated(lines)).on(DAY)
