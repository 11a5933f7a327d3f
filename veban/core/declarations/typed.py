"""Between what is typed and what is kept (từ chữ ghi đến dữ liệu tờ khai), both ways."""

from collections.abc import Mapping
from typing import Any

from veban.core.declarations.form import DeclarationForm, Field, FieldKind, Section
from veban.core.shared.typed_day import read_typed_day, show_day

_DAYS = (FieldKind.DATE, FieldKind.DAY)


def read_section(section: Section, typed: Mapping[str, str]) -> dict[str, Any]:
    """Return a section as its schema takes it; what is empty is left out.

    What cannot be read stays as it was typed, so that nobody types it twice and the schema's own
    complaint stands beside it.

    Example:
        >>> born = Field("born_on", "Ngày sinh", "Date of birth", FieldKind.DATE)
        >>> read_section(Section("child", "", "", (born,), True), {"born_on": " 4/5/2026 "})
        {'born_on': '2026-05-04'}
    """
    found = {one.name: _read(one, typed.get(one.name, "")) for one in section.fields}
    return {name: value for name, value in found.items() if value != "" and value is not False}


def show_value(one: Field, value: Any) -> str:
    """Return a kept value the way it is typed; empty for nothing."""
    if value is None or value is False:
        return ""
    if one.kind is FieldKind.TICK:
        return "on"
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".")
    return show_day(str(value)) if one.kind in _DAYS else str(value)


def is_left_out(section: Section, values: Mapping[str, Any]) -> bool:
    """Tell whether nobody said anything in a section that may be left out."""
    said = {
        one.name
        for one in section.fields
        if one.name in values and show_value(one, values[one.name]) != one.default
    }
    return not section.required and not said


def filled_in(form: DeclarationForm, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the declaration with the sections left out that nobody said anything in."""
    return {
        section.name: dict(data.get(section.name, {}))
        for section in form.sections
        if not is_left_out(section, data.get(section.name, {}))
    }


def _read(one: Field, typed: str) -> Any:
    text = typed.replace("\r\n", "\n").strip()
    if one.kind is not FieldKind.LONG:
        text = " ".join(text.split())
    if one.kind is FieldKind.TICK:
        return bool(text)
    if one.kind in _DAYS:
        return read_typed_day(text)
    if one.kind is FieldKind.NUMBER:
        digits = text.replace(".", "").replace(" ", "")
        return int(digits) if digits.isascii() and digits.isdecimal() else text
    if one.kind is FieldKind.PERSONAL_ID:
        return text.replace(" ", "")
    return text
