"""Days as people type them (ngày như người dân ghi): 1988, 05/1988, 04/05/1988."""

import re
from datetime import date

TYPED = r"(?:(?:\d{1,2}[\/.\-])?\d{1,2}[\/.\-])?\d{4}"
"""Pattern of a typed day, for pages too."""

_TYPED = re.compile(r"(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})", re.ASCII)


def read_typed_day(typed: str) -> str:
    """Return a typed day as ISO, as far as it is known; what is none stays as typed.

    Example:
        >>> read_typed_day("4/5/1988"), read_typed_day("05.1988"), read_typed_day("1988")
        ('1988-05-04', '1988-05', '1988')
        >>> read_typed_day("hôm qua")
        'hôm qua'
    """
    found = _TYPED.fullmatch(typed.strip())
    if not found:
        return typed.strip()
    day, month, year = found.groups()
    return "-".join([year, *(part.zfill(2) for part in (month, day) if part)])


def show_day(iso: str) -> str:
    """Return an ISO day the way people write it, as far as it is known.

    Example:
        >>> show_day("1988-05-04"), show_day("1988")
        ('04/05/1988', '1988')
    """
    return "/".join(reversed(iso.split("-")))


def is_day(iso: str, *, whole: bool = False) -> bool:
    """Tell whether an ISO text is a day, a month or a year that exists.

    Args:
        iso: Four, seven or ten characters.
        whole: Only a whole day counts.

    Example:
        >>> is_day("1988"), is_day("1988", whole=True), is_day("1988-02-31")
        (True, False, False)
    """
    if len(iso) not in ((10,) if whole else (4, 7, 10)):
        return False
    try:
        date.fromisoformat(iso + "-01-01"[len(iso) - 4 :])
    except ValueError:
        return False
    return True
