"""A section of a declaration as a page shows it (một phần của tờ khai trên trang)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from veban.core.declarations.complaints import Complaint, possible
from veban.core.declarations.form import Choice, DeclarationForm, Field, FieldKind, Section
from veban.core.declarations.typed import is_left_out, show_value
from veban.core.shared.typed_day import TYPED
from veban.web.declarations.complaint_words import say

_KEYS = {
    FieldKind.DATE: "numeric",
    FieldKind.DAY: "numeric",
    FieldKind.NUMBER: "numeric",
    FieldKind.PERSONAL_ID: "numeric",
    FieldKind.PHONE: "tel",
    FieldKind.EMAIL: "email",
}


@dataclass(frozen=True, slots=True)
class ShownField:
    """One field with its value, its error, and all that a browser may have to say of it."""

    field: Field
    value: str
    error: str
    says: list[tuple[str, str]]

    @property
    def kind(self) -> str:
        """Return how it is typed."""
        return self.field.kind.value

    @property
    def keyboard(self) -> str:
        """Return which keys a phone shows."""
        return _KEYS.get(self.field.kind, "text")

    @property
    def pattern(self) -> str:
        """Return what may be typed, as HTML has it: the whole text is meant."""
        if self.field.kind in (FieldKind.DATE, FieldKind.DAY):
            return TYPED
        return self.field.pattern.removeprefix("^").removesuffix("$")

    @property
    def choices(self) -> list[tuple[Choice, bool]]:
        """Return the answers, each with whether it is chosen."""
        return [(choice, choice.value == self.value) for choice in self.field.choices]

    @property
    def chosen(self) -> Choice | None:
        """Return the answer that is chosen."""
        return next((choice for choice, is_chosen in self.choices if is_chosen), None)


@dataclass(frozen=True, slots=True)
class ShownSection:
    """One screen of a declaration, or one block of a finished one."""

    section: Section
    fields: list[ShownField]

    @property
    def mistakes(self) -> list[dict[str, str]]:
        """Return what is wrong, as the head of the page lists it."""
        return [
            {"field": f"f-{one.field.name}", "label": one.field.title, "text": one.error}
            for one in self.fields
            if one.error
        ]

    @property
    def said(self) -> list[ShownField]:
        """Return the fields that say something."""
        return [one for one in self.fields if one.value]


@dataclass(frozen=True, slots=True)
class Step:
    """One section in the list of all: how far it is."""

    section: Section
    state: str
    is_current: bool = field(default=False)


def show_section(
    section: Section, values: Mapping[str, Any], complaints: Sequence[Complaint] = ()
) -> ShownSection:
    """Return a section with its values and what is wrong with them."""
    wrong = {one.field: say(one) for one in complaints if one.section == section.name}
    return ShownSection(
        section,
        [
            ShownField(
                one,
                show_value(one, values.get(one.name)),
                wrong.get(one.name, ""),
                [(str(said.wrong), say(said)) for said in possible(one)],
            )
            for one in section.fields
        ],
    )


def show_steps(
    form: DeclarationForm,
    data: Mapping[str, Any],
    complaints: Sequence[Complaint],
    current: str,
) -> list[Step]:
    """Return every section with ``done``, ``wrong``, ``open`` or ``left_out``."""
    wrong = {one.section for one in complaints}
    return [
        Step(section, _state(section, data, wrong), section.name == current)
        for section in form.sections
    ]


def _state(section: Section, data: Mapping[str, Any], wrong: set[str]) -> str:
    if section.name not in data:
        return "open"
    if section.name in wrong:
        return "wrong"
    return "left_out" if is_left_out(section, data[section.name]) else "done"
