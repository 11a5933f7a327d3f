"""What an officer looks at again in a declaration (điều cần xem lại); never a reason to refuse.

Legal source:
    The ages stand in ``rules/declarations/`` with document and article.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from veban.core.declarations.form import DeclarationForm, Section
from veban.core.shared.typed_day import is_day


@dataclass(frozen=True, slots=True)
class TooYoung:
    """Somebody has not completed the years that the law asks for.

    Args:
        section: Who, as a part of the form.
        years: How many completed years are asked.
    """

    section: Section
    years: int


def too_young(form: DeclarationForm, data: Mapping[str, Any], day: date) -> tuple[TooYoung, ...]:
    """Return those who have not completed the years asked for on ``day``; whole dates only."""
    return tuple(
        TooYoung(section, one.years)
        for section in form.sections
        for one in section.fields
        if one.years is not None
        and not has_completed(str(data.get(section.name, {}).get(one.name, "")), one.years, day)
    )


def has_completed(born: str, years: int, day: date) -> bool:
    """Tell whether somebody has completed so many years; a date not known whole counts as yes.

    Born on a 29 February they are completed on 1 March of a common year.

    Example:
        >>> has_completed("2006-11-23", 20, date(2026, 11, 22))
        False
        >>> has_completed("2006-11-23", 20, date(2026, 11, 23))
        True
        >>> has_completed("2006", 20, date(2026, 1, 1))
        True
    """
    if not is_day(born, whole=True):
        return True
    birth = date.fromisoformat(born)
    return (day.year - birth.year, day.month, day.day) >= (years, birth.month, birth.day)
