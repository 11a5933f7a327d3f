"""``veban declarations`` lists, shows, checks and prints the forms; no node is needed."""

import io
import json

import jsonschema_rs
import pytest
from pypdf import PdfReader

from tests.cli.running import reception, veban
from veban.core.declarations.form import get_form
from veban.core.declarations.kept import write_kept
from veban.edges.rulebook.shipped import ShippedRules

BIRTH = get_form(ShippedRules().declarations(), "birth")


def words_of(path):
    pages = PdfReader(io.BytesIO(path.read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_all_forms_are_listed(tmp_path):
    listed = veban("declarations", "list", cwd=tmp_path).answers
    assert len(listed) == 10
    assert {"form": "birth", "digest": BIRTH.digest}.items() <= listed[0].items()


def test_a_schema_that_is_shown_stands_alone(tmp_path):
    schema = veban("declarations", "show", "birth", cwd=tmp_path).answer
    validator = jsonschema_rs.Draft202012Validator(schema)
    assert validator.is_valid(schema["examples"][0])
    assert not validator.is_valid({"child": {}})


def test_a_declaration_that_fits_says_nothing_and_one_that_does_not_names_the_place(tmp_path):
    file = tmp_path / "birth.json"
    file.write_text(json.dumps(dict(BIRTH.sample)), encoding="utf-8")
    ran = veban("declarations", "check", "birth", file, cwd=tmp_path)
    assert (ran.code, ran.out) == (0, "")
    wrong = BIRTH.sample | {"extras": {"copies": 1000}}
    file.write_text(json.dumps(wrong), encoding="utf-8")
    ran = veban("declarations", "check", "birth", file, cwd=tmp_path)
    place = {"section": "extras", "field": "copies"}
    assert (ran.code, ran.answer) == (1, {**place, "wrong": "too_large", "bound": 999})


@pytest.mark.parametrize("content", ["tờ khai", "[1]"])
def test_what_is_no_json_object_is_refused(tmp_path, content):
    (tmp_path / "birth.json").write_text(content, encoding="utf-8")
    ran = veban("declarations", "check", "birth", "birth.json", cwd=tmp_path)
    assert ran.code == 1
    assert "input.not_json" in ran.err


def test_an_unknown_form_is_refused(tmp_path):
    ran = veban("declarations", "print", "divorce", "-o", "x.pdf", "--json", cwd=tmp_path)
    assert (ran.code, ran.answer["refused"]) == (1, "declaration.unknown")
    assert not (tmp_path / "x.pdf").exists()


def test_a_form_is_printed_empty_and_as_a_model(tmp_path):
    veban("declarations", "print", "birth", "-o", "empty.pdf", cwd=tmp_path)
    veban("declarations", "print", "birth", "-o", "model.pdf", "--sample", cwd=tmp_path)
    empty, model = words_of(tmp_path / "empty.pdf"), words_of(tmp_path / "model.pdf")
    assert "TỜ KHAI ĐĂNG KÝ KHAI SINH" in empty
    assert "VÀNG A THỬ" not in empty
    assert "VÀNG A THỬ" in model
    assert "MẪU ĐIỀN SẴN" in model
    assert "MẪU ĐIỀN SẴN" not in empty


def test_a_model_cannot_be_filled_in_too(tmp_path):
    (tmp_path / "birth.json").write_text("{}", encoding="utf-8")
    words = ("print", "birth", "-o", "x.pdf", "--sample", "--fill", "birth.json")
    assert veban("declarations", *words, cwd=tmp_path).code == 2


def test_a_received_declaration_is_printed_from_the_journal(centre):
    declaration = write_kept(BIRTH, BIRTH.sample)
    answer = centre.play("receive", reception("d1", declaration=declaration)).answer
    ran = centre.run("slip", answer["code"], "--kind", "declaration", "-o", "d.pdf")
    assert ran.code == 0, ran.err
    text = words_of(centre.folder / "d.pdf")
    assert "VÀNG A THỬ" in text
    assert "Kính gửi: Ủy ban nhân dân xã Na Sang" in text
    assert "MẪU ĐIỀN SẴN" not in text


def test_a_dossier_without_a_declaration_has_none_to_print(centre):
    code = centre.play("receive", reception("d2")).answer["code"]
    ran = centre.run("slip", code, "--kind", "declaration", "-o", "d.pdf")
    assert ran.code == 1
    assert "slip.nothing_to_print" in ran.err


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ({"data": {"child": {}}}, "declaration.wrong"),
        ({"form": "divorce"}, "declaration.unknown"),
        ({"since": "1999-01-01"}, "declaration.unknown"),
        ({"form": "death"}, "declaration.not_of_procedure"),
    ],
)
def test_a_declaration_that_does_not_fit_refuses_the_line(centre, change, refused):
    declaration = write_kept(BIRTH, BIRTH.sample) | change
    answer = centre.play("receive", reception("d3", declaration=declaration)).answer
    assert answer["refused"] == refused
    assert "VÀNG A THỬ" not in json.dumps(answer, ensure_ascii=False)


def test_another_systems_declaration_is_kept_as_it_came(centre):
    answer = centre.play("receive", reception("d4", declaration={"tenTre": "Sùng A Thử"})).answer
    assert answer["code"]
