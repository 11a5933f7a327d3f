"""The ten forms: each has a sample that fits, and what does not fit is said by place and code."""

import copy
import json
import re

import jsonschema_rs
import pytest

from veban.core.declarations.form import FieldKind, form_on
from veban.core.law.dated import Confidence
from veban.edges.rulebook.declaration_check import FORMATS, DeclarationBook
from veban.edges.rulebook.declarations import parse_form
from veban.edges.rulebook.shapes import RulesBroken
from veban.edges.rulebook.shipped import RULES, ShippedRules, law_digest

LAW = ShippedRules()
FORMS = LAW.declarations()
BIRTH = next(form for form in FORMS if form.name == "birth")
NAMES = {
    *("birth", "death", "marriage", "change_correction", "marital_status", "extract_copy"),
    *("social_allowance", "social_pension", "disability", "business_household"),
}
WEEK = {
    "1.001193": "birth",
    "1.003583": "birth",
    "1.000894": "marriage",
    "1.000593": "marriage",
    "1.000656": "death",
    "1.000419": "death",
    "1.004859": "change_correction",
    "1.004873": "marital_status",
    "2.000635": "extract_copy",
    "1.001776": "social_allowance",
    "1.014027": "social_pension",
    "1.001699": "disability",
    "1.001653": "disability",
    "1.001612": "business_household",
}
"""The procedures of a front desk's week that have a form of their own."""

by_name = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)


def said(form, data):
    return [str(complaint) for complaint in LAW.complaints(form, data)]


def changed(section, **values):
    data = copy.deepcopy(BIRTH.sample)
    data[section] |= values
    return {part: {k: v for k, v in data[part].items() if v is not None} for part in data}


def test_all_ten_forms_are_shipped():
    assert {form.name for form in FORMS} == NAMES


@pytest.mark.parametrize(("procedure", "name"), WEEK.items())
def test_every_procedure_of_the_week_names_its_form(procedure, name):
    form = form_on(FORMS, procedure, BIRTH.since_on)
    assert form is not None
    assert form.name == name


@by_name
def test_every_procedure_that_a_form_names_is_known_and_has_no_other_form(form):
    for code in form.procedures:
        assert LAW.procedure(code).code == code
        assert [one.name for one in FORMS if code in one.procedures] == [form.name]


@by_name
def test_every_sample_fits_its_form_and_leaves_no_part_unseen(form):
    assert said(form, form.sample) == []
    required = {section.name for section in form.sections if section.required}
    assert required <= set(form.sample)


@by_name
def test_samples_name_nobody_who_could_exist(form):
    text = json.dumps(form.sample, ensure_ascii=False)
    assert all(number.startswith("00000000") for number in re.findall(r"\d{12}", text))
    assert all(phone.startswith("0900 000 1") for phone in re.findall(r"0\d{3} \d{3} \d{3}", text))


@by_name
def test_every_form_is_a_json_schema_and_says_whence_it_is(form):
    jsonschema_rs.meta.validate(form.schema)
    assert form.source.document
    assert form.source.confidence in set(Confidence)
    assert form.signers


@by_name
def test_every_choice_and_number_has_what_its_kind_needs(form):
    for section in form.sections:
        for one in section.fields:
            assert bool(one.choices) == (one.kind is FieldKind.CHOICE)
            assert (one.least is not None) == (one.kind is FieldKind.NUMBER)


@by_name
def test_every_origin_speaks_of_a_part_that_there_is(form):
    parts = {section.name for section in form.sections} | {"applicant"}
    every = {f"earlier.{section.name}" for one in FORMS for section in one.sections}
    for section in form.sections:
        for origin in section.origins:
            assert origin.person in every | {"applicant", "contact"}
            assert {place.partition(".")[0] for place in origin.when} <= parts


@pytest.mark.parametrize(
    ("section", "values", "complaint"),
    [
        ("child", {"full_name": None}, "child.full_name: missing"),
        ("child", {"full_name": ""}, "child.full_name: missing"),
        ("child", {"full_name": "A" * 101}, "child.full_name: too_long"),
        ("child", {"birth_date": "2026-02-31"}, "child.birth_date: no_day"),
        ("child", {"birth_date": "2026"}, "child.birth_date: no_day"),
        ("mother", {"birth_date": "1988-13"}, "mother.birth_date: no_date"),
        ("child", {"sex": "X"}, "child.sex: not_listed"),
        ("mother", {"personal_id": "12"}, "mother.personal_id: no_personal_id"),
        ("requester", {"phone": "gọi sau"}, "requester.phone: no_phone"),
        ("extras", {"copies": 1000}, "extras.copies: too_large"),
        ("extras", {"copies": -1}, "extras.copies: too_small"),
        ("extras", {"copies": "ba"}, "extras.copies: no_number"),
        ("child", {"weight": 3}, "child: strange"),
        ("child", {"full_name": 7}, "child.full_name: strange"),
    ],
)
def test_what_does_not_fit_is_named_by_place_and_code(section, values, complaint):
    assert said(BIRTH, changed(section, **values)) == [complaint]


def test_a_year_alone_is_a_lawful_birth_date():
    assert said(BIRTH, changed("father", birth_date="1988")) == []


def test_parts_that_are_missing_or_strange_are_named():
    assert said(BIRTH, {}) == ["requester: missing", "child: missing"]
    assert ": strange" in said(BIRTH, BIRTH.sample | {"uncle": {}})
    assert said(BIRTH, BIRTH.sample | {"mother": 3}) == ["mother: strange"]


def test_a_complaint_holds_no_value():
    found = LAW.complaints(BIRTH, changed("child", full_name="Sùng A Bí Mật" * 20))
    assert "Bí Mật" not in repr(found)


def test_dates_are_checked_as_days_that_exist():
    assert FORMATS["partial-date"]("1988-02-29")
    assert not FORMATS["partial-date"]("1989-02-29")
    assert not FORMATS["whole-date"]("1988-02")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"x-source": None}, "source"),
        ({"x-unknown": 1}, "unknown"),
        ({"properties": {"a": {"title": "A"}}}, "lacks"),
    ],
)
def test_a_form_of_another_shape_is_broken(tmp_path, change, message):
    (tmp_path / "birth").mkdir()
    path = tmp_path / "birth" / "2026-01-01.json"
    path.write_text(json.dumps({**BIRTH.schema, **change}), encoding="utf-8")
    with pytest.raises(RulesBroken, match=message):
        parse_form(path, {"$defs": {}})


def test_a_file_that_is_no_day_or_no_json_is_broken(tmp_path):
    (tmp_path / "birth").mkdir()
    (tmp_path / "birth" / "new.json").write_text(json.dumps(BIRTH.schema), encoding="utf-8")
    with pytest.raises(RulesBroken):
        parse_form(tmp_path / "birth" / "new.json", {"$defs": {}})
    with pytest.raises(RulesBroken):
        _ = DeclarationBook(tmp_path).forms


def test_two_programs_with_other_forms_have_another_law(tmp_path):
    folder = tmp_path / "rules"
    (folder / "declarations").mkdir(parents=True)
    assert law_digest(folder) != law_digest(RULES)
    before = law_digest(folder)
    (folder / "declarations" / "shared.json").write_text("{}", encoding="utf-8")
    assert law_digest(folder) != before
