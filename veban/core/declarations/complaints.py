"""What is wrong with a declaration (mục cần sửa): a place and a code, no words and no value."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from veban.core.declarations.form import Field, FieldKind
from veban.core.shared.refused import Refused


class Wrong(StrEnum):
    """What can be wrong with a field; a page's words for each stand in one table."""

    MISSING = "missing"
    NOT_LISTED = "not_listed"
    NO_DATE = "no_date"
    NO_DAY = "no_day"
    NO_TIME = "no_time"
    NO_NUMBER = "no_number"
    NO_PERSONAL_ID = "no_personal_id"
    NO_PHONE = "no_phone"
    NO_EMAIL = "no_email"
    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    TOO_LONG = "too_long"
    STRANGE = "strange"


FORM_OF_KIND = {
    FieldKind.DATE: Wrong.NO_DATE,
    FieldKind.DAY: Wrong.NO_DAY,
    FieldKind.TIME: Wrong.NO_TIME,
    FieldKind.NUMBER: Wrong.NO_NUMBER,
    FieldKind.PERSONAL_ID: Wrong.NO_PERSONAL_ID,
    FieldKind.PHONE: Wrong.NO_PHONE,
    FieldKind.EMAIL: Wrong.NO_EMAIL,
    FieldKind.CHOICE: Wrong.NOT_LISTED,
}
"""What a value is that has not the form of its kind."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing to put right.

    Args:
        section: Where; empty for the declaration as a whole.
        field: Empty for the section as a whole.
        wrong: What.
        bound: The number that it went beyond; None where there is none.
    """

    section: str
    field: str
    wrong: Wrong
    bound: int | None = None

    def __str__(self) -> str:
        where = ".".join(part for part in (self.section, self.field) if part)
        return f"{where}: {self.wrong.value}"


class DeclarationWrong(Refused):
    """The declaration does not fit its form; ``wrong`` names places and codes, never values."""

    code = "declaration.wrong"


class DeclarationElsewhere(Refused):
    """The ``form`` is none that the ``procedure`` asks for."""

    code = "declaration.not_of_procedure"


def refuse_wrong(form: str, complaints: Sequence[Complaint]) -> None:
    """Do nothing where there is no complaint.

    Raises:
        DeclarationWrong: there is one.
    """
    if complaints:
        raise DeclarationWrong(form=form, wrong="; ".join(map(str, complaints)))


def possible(one: Field) -> tuple[Complaint, ...]:
    """Return every complaint that a field can meet, so that a browser knows their words.

    Example:
        >>> copies = Field("copies", "", "", FieldKind.NUMBER, least=1, most=9)
        >>> [str(complaint.wrong) for complaint in possible(copies)]
        ['no_number', 'too_small', 'too_large']
    """
    found = [Complaint("", one.name, Wrong.MISSING)] if one.required else []
    if one.kind in FORM_OF_KIND:
        found.append(Complaint("", one.name, FORM_OF_KIND[one.kind]))
    if one.least is not None:
        found.append(Complaint("", one.name, Wrong.TOO_SMALL, one.least))
    if one.most is not None:
        too_much = Wrong.TOO_LARGE if one.kind is FieldKind.NUMBER else Wrong.TOO_LONG
        found.append(Complaint("", one.name, too_much, one.most))
    return tuple(found)
