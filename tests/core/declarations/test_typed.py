"""What is typed becomes what is kept, and comes back the way it was typed."""

import pytest

from veban.core.declarations.form import Field, FieldKind, Section
from veban.core.declarations.typed import filled_in, is_left_out, read_section, show_value

NAME = Field("full_name", "Họ tên", "Name", FieldKind.TEXT, required=True)
COUNTRY = Field("nationality", "Quốc tịch", "Nationality", FieldKind.TEXT, default="Việt Nam")
BORN = Field("birth_date", "Ngày sinh", "Born", FieldKind.DATE)
MONEY = Field("capital", "Vốn", "Capital", FieldKind.NUMBER)
TICK = Field("agreed", "Tự nguyện", "Agreed", FieldKind.TICK)
NUMBER = Field("personal_id", "Số định danh", "Number", FieldKind.PERSONAL_ID)
WORDS = Field("reason", "Lý do", "Reason", FieldKind.LONG)


def section(*fields, required=True):
    return Section("part", "Phần", "Part", fields, required)


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        (NAME, "  Lò  Thị   Mẫu ", "Lò Thị Mẫu"),
        (BORN, "4/5/1988", "1988-05-04"),
        (BORN, "1988", "1988"),
        (MONEY, "30.000.000", 30_000_000),
        (MONEY, "0", 0),
        (TICK, "on", True),
        (NUMBER, "000 000 000 001", "000000000001"),
        (WORDS, "dòng một\r\ndòng hai", "dòng một\ndòng hai"),
    ],
)
def test_what_is_typed_is_kept_in_its_form(field, typed, kept):
    assert read_section(section(field), {field.name: typed}) == {field.name: kept}


@pytest.mark.parametrize(
    ("field", "typed"), [(BORN, "hôm qua"), (MONEY, "ba triệu"), (MONEY, "-1")]
)
def test_what_cannot_be_read_stays_as_typed(field, typed):
    assert read_section(section(field), {field.name: typed}) == {field.name: typed}


def test_what_is_empty_is_left_out():
    assert read_section(section(NAME, TICK, MONEY), {"full_name": "  ", "capital": ""}) == {}


@pytest.mark.parametrize(
    ("field", "kept", "shown"),
    [(BORN, "1988-05-04", "04/05/1988"), (MONEY, 30_000_000, "30.000.000"), (TICK, True, "on")],
)
def test_what_is_kept_is_shown_as_it_is_typed(field, kept, shown):
    assert show_value(field, kept) == shown
    assert read_section(section(field), {field.name: shown}) == {field.name: kept}


def test_a_part_with_nothing_but_its_defaults_is_left_out():
    father = section(NAME, COUNTRY, required=False)
    assert is_left_out(father, {"nationality": "Việt Nam"})
    assert not is_left_out(father, {"nationality": "Lào"})
    assert not is_left_out(section(NAME, COUNTRY), {})


def test_a_part_that_must_be_there_stays_even_when_empty(birth):
    assert filled_in(birth, {}) == {"requester": {}, "child": {}}
