"""A declaration form (mẫu tờ khai): sections, fields, and from where a section is filled in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from veban.core.law.dated import Source
from veban.core.shared.refused import Refused


class DeclarationUnknown(Refused):
    """No ``form`` of that name, or none of that day, is shipped."""

    code = "declaration.unknown"


class FieldKind(StrEnum):
    """How a field is typed, checked and printed."""

    TEXT = "text"
    LONG = "long"
    DATE = "date"
    DAY = "day"
    TIME = "time"
    NUMBER = "number"
    CHOICE = "choice"
    TICK = "tick"
    PERSONAL_ID = "personal_id"
    PHONE = "phone"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a field with a list."""

    value: str
    title: str
    title_en: str


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a section.

    Args:
        name: Its key in the JSON.
        title: Official Vietnamese label.
        title_en: English gloss.
        kind: How it is typed.
        required: Whether it must be filled in where its section is.
        choices: Answers, for ``CHOICE``.
        default: What stands there before anybody types; empty for nothing.
        least: Smallest number allowed; None for no bound.
        most: Largest number, or most characters; None for no bound.
        hint: What helps to fill it in; empty for nothing.
        group: Heading above it on paper; empty where none begins.
        years: Completed years that the person born then must have; None where none are asked.
        pattern: What its text must look like; empty where its kind alone says it.
    """

    name: str
    title: str
    title_en: str
    kind: FieldKind
    required: bool = False
    choices: tuple[Choice, ...] = ()
    default: str = ""
    least: int | None = None
    most: int | None = None
    hint: str = ""
    group: str = ""
    pattern: str = ""
    years: int | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """From whom a section may be filled in.

    Args:
        person: ``applicant``, ``contact``, or ``earlier.SECTION`` of an earlier declaration of
            the same people.
        when: ``SECTION.FIELD`` or ``applicant.FIELD`` → value that must stand there; empty where
            it always holds.
    """

    person: str
    when: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a declaration, which is one screen.

    Args:
        required: False where it may be left out altogether, as the father of a child may.
        is_person: Whether an identity card can fill it in.
    """

    name: str
    title: str
    title_en: str
    fields: tuple[Field, ...]
    required: bool
    origins: tuple[Origin, ...] = ()
    is_person: bool = False


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs, or puts a fingerprint, under the declaration."""

    title: str
    title_en: str


@dataclass(frozen=True, slots=True)
class DeclarationForm:
    """One form as it holds from a day on.

    Args:
        name: Its English name, such as ``birth``.
        since_on: First day on which this version holds.
        source: The document that sets the form, and how far its fields are trusted.
        procedures: Codes of the procedures that ask for it.
        papers: Which paper of their checklists it is, by id.
        digest: Digest of the file, to tell versions apart.
        sample: Model data of invented people that fill it in.
        schema: The JSON Schema that decides.
    """

    name: str
    title: str
    title_en: str
    since_on: date
    source: Source
    procedures: tuple[str, ...]
    papers: tuple[str, ...]
    sections: tuple[Section, ...]
    signers: tuple[Signer, ...]
    digest: str
    sample: Mapping[str, Any] = field(repr=False)
    schema: Mapping[str, Any] = field(repr=False)

    def section(self, name: str) -> Section:
        """Return a section by its name.

        Raises:
            DeclarationUnknown: the form has none of that name.
        """
        found = next((section for section in self.sections if section.name == name), None)
        if found is None:
            raise DeclarationUnknown(form=self.name)
        return found


def form_on(forms: Sequence[DeclarationForm], procedure: str, day: date) -> DeclarationForm | None:
    """Return the form that a procedure asks for on a day; None where none is shipped."""
    known = [form for form in forms if procedure in form.procedures and form.since_on <= day]
    return max(known, key=lambda form: form.since_on, default=None)


def get_form(
    forms: Sequence[DeclarationForm], name: str, since_on: date | None = None
) -> DeclarationForm:
    """Return a form by name: the version that began on a day, or the latest.

    Raises:
        DeclarationUnknown: none is shipped.
    """
    known = [form for form in forms if form.name == name and since_on in (None, form.since_on)]
    if not known:
        raise DeclarationUnknown(form=name)
    return max(known, key=lambda form: form.since_on)
