"""How templates write days, instants, money and codes (cách viết trên trang)."""

from datetime import date, datetime
from typing import Any

from django import template
from django.utils.translation import gettext

from veban.core.dossiers.codes import DossierState
from veban.core.dossiers.waiting_scan import WaitingScan
from veban.core.people.roles import Role
from veban.core.shared.local_time import LOCAL
from veban.core.shared.typed_day import show_day
from veban.web import words, words_of_people

register = template.Library()
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


@register.filter
def day(value: date | datetime | None) -> str:
    """Write a day as people in Việt Nam do: 05/11/2026."""
    if value is None:
        return ""
    local = value.astimezone(LOCAL).date() if isinstance(value, datetime) else value
    return f"{local:%d/%m/%Y}"


@register.filter
def weekday(value: date | datetime | None) -> str:
    """Name the day of the week."""
    if value is None:
        return ""
    local = value.astimezone(LOCAL).date() if isinstance(value, datetime) else value
    return gettext(WEEKDAYS[local.weekday()])


@register.filter
def instant(value: datetime | None) -> str:
    """Write an instant in local time, to the minute: 17:00 05/11/2026."""
    return "" if value is None else f"{value.astimezone(LOCAL):%H:%M %d/%m/%Y}"


@register.filter
def scan_name(scan: WaitingScan) -> str:
    """Write what a scan is called: when it was taken, what it is, how many pages it has."""
    what = gettext("Ảnh")
    if scan.kind == "application/pdf":
        what = gettext("PDF, số trang: %(number)s") % {"number": scan.pages}
    return f"{scan.at.astimezone(LOCAL):%H:%M:%S} · {what}"


@register.filter
def machine_time(value: datetime | None) -> str:
    """Write an instant for the ``datetime`` attribute of a ``time`` element."""
    return "" if value is None else value.astimezone(LOCAL).isoformat(timespec="minutes")


@register.filter
def born(value: object) -> str:
    """Write a birth date as far as it is known, the day first.

    Example:
        >>> born("1988-05-04"), born("1988-05"), born("1988"), born(None)
        ('04/05/1988', '05/1988', '1988', '')
    """
    return "" if value is None else show_day(str(value))


@register.filter
def money(value: int | None) -> str:
    """Write an amount of đồng with points between the thousands."""
    return "" if value is None else f"{value:,}".replace(",", ".") + " đ"


@register.filter
def state(value: int) -> Any:
    """Name a state of the national record."""
    return words.STATES[DossierState(value)]


@register.filter
def tone(value: int) -> str:
    """Return the colour word of a state."""
    return words.tone_of(value)


@register.filter
def role(value: str) -> Any:
    """Name a role."""
    return words.ROLES[Role(value)]


@register.filter
def word(value: Any, table: str) -> Any:
    """Look a code up in one of the word tables: ``{{ code|word:"PLACES" }}``."""
    return getattr(words, table).get(value, value)


@register.filter
def person_word(value: Any, table: str) -> Any:
    """Look a code up in a table of the words about people and rights."""
    return getattr(words_of_people, table).get(value, value)


@register.filter
def way_at(how: str, kind: str) -> str:
    """Return how a result goes back: ``{{ how|way_at:kind|word:"RETURNS" }}``."""
    return words.way_of(kind, how)
