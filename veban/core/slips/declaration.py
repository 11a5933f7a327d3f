"""A declaration as it is printed (tờ khai in ra): filled in, empty, or filled in as a model."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from veban.core.declarations.form import DeclarationForm, Field, FieldKind, Section
from veban.core.declarations.typed import show_value
from veban.core.law.dated import Confidence

SUPPORT_PRINT = (
    "Bản in hỗ trợ: các mục ghi theo hiểu biết của phần mềm, chưa đối chiếu từng mục với mẫu"
)
CHECKED_PRINT = "Các mục đã đối chiếu với mẫu"


class Print(StrEnum):
    """What a printed declaration is for."""

    FILLED = "filled"
    EMPTY = "empty"
    SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed of one declaration.

    Args:
        form: The version that was filled in.
        data: Section → field → value; nothing for an empty one.
        use: What it is printed for; a sample says so across every page.
        addressee: To whom (kính gửi), such as "Ủy ban nhân dân xã Na Sang"; empty for a line.
        code: The dossier's code, where it is received.
        practice: The node is a practice node.
    """

    form: DeclarationForm
    data: Mapping[str, Any]
    use: Print
    addressee: str = ""
    code: str | None = None
    practice: bool = False


def declaration_data(sheet: Sheet) -> dict[str, object]:
    """Return the data of the template ``declaration.typ``."""
    form = sheet.form
    checked = form.source.confidence is Confidence.CHECKED
    document = f" ({form.source.document})" if form.source.document else ""
    return {
        "heading": {
            "practice": sheet.practice,
            "awaits_centre": None,
            "layout_note": f"{CHECKED_PRINT if checked else SUPPORT_PRINT}{document}",
        },
        "title": form.title,
        "title_en": form.title_en,
        "addressee": sheet.addressee or None,
        "code": sheet.code,
        "sample": sheet.use is Print.SAMPLE,
        "sections": [
            _section(section, sheet.data.get(section.name, {}), sheet.use)
            for section in form.sections
        ],
        "signers": [{"title": one.title, "title_en": one.title_en} for one in form.signers],
    }


def _section(section: Section, values: Mapping[str, Any], use: Print) -> dict[str, object]:
    return {
        "title": section.title,
        "title_en": section.title_en,
        "optional": not section.required,
        "fields": [_field(one, values, use) for one in section.fields],
    }


def _field(one: Field, values: Mapping[str, Any], use: Print) -> dict[str, object]:
    value = values.get(one.name)
    shown = show_value(one, value)
    if use is Print.EMPTY:
        shown = one.default
    return {
        "title": one.title,
        "title_en": one.title_en,
        "kind": one.kind.value,
        "group": one.group or None,
        "value": None if one.kind in (FieldKind.CHOICE, FieldKind.TICK) else shown or None,
        "ticked": shown == "on",
        "choices": [
            {"title": choice.title, "title_en": choice.title_en, "chosen": choice.value == shown}
            for choice in one.choices
        ],
    }
