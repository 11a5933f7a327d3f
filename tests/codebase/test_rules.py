"""Every value in ``rules/`` has a day, a source and a confidence, and every name in it is known."""

import re
from collections import Counter
from datetime import date

import pytest
import yaml

from veban.core.law.dated import Confidence
from veban.core.procedures.procedure import CatalogueState
from veban.edges.rulebook.shipped import RULES, ShippedRules

LAW = ShippedRules()
PROCEDURES = LAW.procedures()
FILES = sorted(RULES.rglob("*.yaml"))
# A published decision, circular, law: number/year or number/body, as lawyers cite it.
DOCUMENT = re.compile(r"[\wĐ]+(/\d{4})?[/-][\wĐ\-]+(/[\wĐ\-]+)?")
SOURCE_KEYS = {"document", "article", "confidence"}
# Personal numbers and telephone numbers: rules are law, never people.
PERSONAL = re.compile(r"(?<!\d)(\d{12}|0\d{9})(?!\d)")


def found(given, key):
    """Yield every value that stands under ``key``, at any depth."""
    if isinstance(given, dict):
        for name, inner in given.items():
            if name == key:
                yield inner
            yield from found(inner, key)
    elif isinstance(given, list):
        for inner in given:
            yield from found(inner, key)


def sourceless(given):
    """Yield every mapping that holds a ``value`` and no ``source`` beside it."""
    if isinstance(given, dict):
        if "value" in given and "source" not in given:
            yield given
        for inner in given.values():
            yield from sourceless(inner)
    elif isinstance(given, list):
        for inner in given:
            yield from sourceless(inner)


def loaded(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def codes(procedures):
    return sorted(procedure.code for procedure in procedures)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_value_has_a_source(path):
    assert list(sourceless(loaded(path))) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_source_says_document_article_and_confidence(path):
    for source in found(loaded(path), "source"):
        assert set(source) == SOURCE_KEYS
        assert source["confidence"] in set(Confidence)
        assert source["document"] is None or DOCUMENT.fullmatch(source["document"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_is_called_checked_without_a_document(path):
    bare = [
        source
        for source in found(loaded(path), "source")
        if source["document"] is None and source["confidence"] == Confidence.CHECKED
    ]
    assert bare == []


def test_a_value_without_a_source_is_noticed():
    assert list(sourceless({2026: [{"value": 1}]})) == [{"value": 1}]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_person_stands_in_the_rules(path):
    assert PERSONAL.findall(path.read_text(encoding="utf-8")) == []


def test_the_catalogue_is_whole():
    assert len(PROCEDURES) == 84
    names = [path.stem for path in sorted((RULES / "procedures").glob("*.yaml"))]
    assert names == codes(PROCEDURES)


def test_twenty_five_procedures_are_checked_and_exactly_those_have_cases():
    checked = [p for p in PROCEDURES if p.state is CatalogueState.CHECKED]
    assert len(checked) == 25
    assert codes(checked) == codes(p for p in PROCEDURES if p.cases)


def test_what_is_known_from_memory_alone_is_never_called_checked():
    recalled = [p for p in PROCEDURES if p.source.confidence is not Confidence.CHECKED]
    assert len(recalled) == 15
    assert {p.state for p in recalled} == {CatalogueState.UNCHECKED}


def test_seventeen_procedures_have_no_figure_and_each_says_why():
    today = [(p, p.on(date(2026, 12, 1)).fees) for p in PROCEDURES]
    without = [p for p, fees in today if all(line.vnd is None for line in fees)]
    assert len(without) == 17
    assert "1.004859" in codes(without)


def test_every_procedure_answers_on_every_day_of_the_shipped_calendar():
    since = {p.code: max(d.values[0].since_on for d in _dated(p)) for p in PROCEDURES}
    assert max(since.values()) <= date(2025, 7, 1)
    for procedure in PROCEDURES:
        assert procedure.on(date(2026, 1, 1)).rules_hash
        assert procedure.on(date(2030, 12, 31)).rules_hash


def test_every_reason_of_exemption_is_known():
    named = {code for p in PROCEDURES for entry in p.exemptions.values for code in entry.value}
    assert named <= set(LAW.reasons())


def test_every_reason_for_a_missing_figure_has_its_words():
    lines = [line for p in PROCEDURES for entry in p.fees.values for line in entry.value]
    named = {line.reason for line in lines if line.reason}
    assert named <= set(LAW.fee_reasons())
    assert "fee.pages_unknown" in LAW.fee_reasons()
    assert "fee.channel_unknown" in LAW.fee_reasons()


def test_every_paper_described_is_asked_for_by_some_case():
    idle = {
        p.code: sorted(ids)
        for p in PROCEDURES
        if (ids := {x.id for x in p.papers} - {a.paper.id for c in p.cases for a in c.papers})
    }
    assert idle == {}


def test_the_first_case_of_a_checked_procedure_needs_a_paper():
    assert [p.code for p in PROCEDURES if p.cases and not p.cases[0].required()] == []


def test_case_names_are_not_used_twice():
    twice = [p.code for p in PROCEDURES if len({c.case for c in p.cases}) != len(p.cases)]
    assert twice == []


def test_mobile_and_ordinary_forms_name_each_other():
    by_code = {p.code: p for p in PROCEDURES}
    mobiles = [p for p in PROCEDURES if p.variant_of]
    assert len(mobiles) == 3
    for mobile in mobiles:
        assert by_code[mobile.variant_of].mobile_variant == mobile.code
    assert Counter(bool(p.mobile_variant) for p in PROCEDURES)[True] == 3


def test_the_units_are_those_of_the_province():
    units = LAW.units()
    assert all(unit.province == "11" for unit in units)
    assert all(re.fullmatch(r"\d{5}|\d{2}", unit.code) for unit in units)
    assert sum(unit.kind == "ward" for unit in units) == 3


def _dated(procedure):
    return (procedure.term, procedure.fees, procedure.exemptions, procedure.place)
