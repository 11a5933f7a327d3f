"""Check a declaration against its JSON Schema, with jsonschema-rs (kiểm tra tờ khai)."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import jsonschema_rs

from veban.core.declarations.complaints import FORM_OF_KIND, Complaint, Wrong
from veban.core.declarations.form import DeclarationForm, Field
from veban.core.shared.typed_day import is_day
from veban.edges.rulebook.declarations import SHARED, parse_form, read_json, whole_field

FORMATS = {
    "partial-date": is_day,
    "whole-date": lambda typed: is_day(typed, whole=True),
}
_BY_KEYWORD = {
    "minimum": Wrong.TOO_SMALL,
    "maximum": Wrong.TOO_LARGE,
    "maxLength": Wrong.TOO_LONG,
    "minLength": Wrong.MISSING,
    "required": Wrong.MISSING,
    "oneOf": Wrong.NOT_LISTED,
    "additionalProperties": Wrong.STRANGE,
}


class DeclarationBook:
    """The forms of a folder, each with what checks it, read when they are first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._checkers: dict[str, jsonschema_rs.Draft202012Validator] = {}

    @cached_property
    def forms(self) -> tuple[DeclarationForm, ...]:
        """Return all versions of all forms, by name and first day."""
        paths = sorted(self._folder.glob("*/*.json"))
        return tuple(parse_form(path, self._shared) for path in paths)

    def complaints(self, form: DeclarationForm, data: Mapping[str, Any]) -> tuple[Complaint, ...]:
        """Return what is wrong with a declaration, in the order of the form."""
        found = [
            complaint
            for error in self._checker(form).iter_errors(dict(data))
            for complaint in _complaints(form, error)
        ]
        return tuple(sorted(set(found), key=lambda one: _place(form, one)))

    def _checker(self, form: DeclarationForm) -> jsonschema_rs.Draft202012Validator:
        if form.digest not in self._checkers:
            self._checkers[form.digest] = jsonschema_rs.Draft202012Validator(
                dict(form.schema), registry=self._registry, formats=FORMATS, validate_formats=True
            )
        return self._checkers[form.digest]

    def bundled(self, form: DeclarationForm) -> dict[str, Any]:
        """Return a form's schema with what it refers to inside, for other programs."""
        sections = {
            name: {
                **section,
                "properties": {
                    one: whole_field(one, given, self._shared)
                    for one, given in section["properties"].items()
                },
            }
            for name, section in form.schema["properties"].items()
        }
        return {**form.schema, "properties": sections}

    @cached_property
    def _registry(self) -> jsonschema_rs.Registry:
        return jsonschema_rs.Registry([(self._shared["$id"], self._shared)])

    @cached_property
    def _shared(self) -> Any:
        return read_json(self._folder / SHARED)


def _complaints(form: DeclarationForm, error: jsonschema_rs.ValidationError) -> list[Complaint]:
    section, name, *_ = [str(step) for step in error.instance_path] + ["", ""]
    keyword, value = error.kind.name, error.kind.value
    if keyword == "required":
        place = (section, str(value)) if section else (str(value), "")
        return [Complaint(*place, Wrong.MISSING)]
    if keyword == "additionalProperties":
        return [Complaint(section, "", Wrong.STRANGE)]
    one = _field(form, section, name)
    wrong = _BY_KEYWORD.get(keyword)
    if wrong is None:
        wrong = FORM_OF_KIND.get(one.kind, Wrong.STRANGE) if one else Wrong.STRANGE
    bound = value if wrong in (Wrong.TOO_SMALL, Wrong.TOO_LARGE, Wrong.TOO_LONG) else None
    return [Complaint(section, name, wrong, bound)]


def _field(form: DeclarationForm, section: str, name: str) -> Field | None:
    fields = (one for part in form.sections if part.name == section for one in part.fields)
    return next((one for one in fields if one.name == name), None)


def _place(form: DeclarationForm, complaint: Complaint) -> tuple[int, int, str]:
    names = [section.name for section in form.sections]
    if complaint.section not in names:
        return (len(names), 0, complaint.section)
    at = names.index(complaint.section)
    fields = [one.name for one in form.sections[at].fields]
    found = fields.index(complaint.field) if complaint.field in fields else -1
    return (at, found, complaint.wrong.value)
