"""How dates, times, money and lists are written on Vietnamese slips."""

from datetime import date, datetime

from veban.core.shared.local_time import LOCAL

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def day_text(day: date) -> str:
    """Write a day as on a form.

    Example:
        >>> day_text(date(2026, 11, 5))
        '05/11/2026'
    """
    return f"{day:%d/%m/%Y}"


def long_day_text(day: date) -> str:
    """Write a day as in the place-and-date line of an official paper.

    Days below ten and the months January and February take a leading zero there, so that
    no digit can be added by hand.

    Example:
        >>> long_day_text(date(2026, 2, 5)), long_day_text(date(2026, 11, 25))
        ('ngày 05 tháng 02 năm 2026', 'ngày 25 tháng 11 năm 2026')
    """
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def weekday_text(day: date) -> str:
    """Name the day of the week.

    Example:
        >>> weekday_text(date(2026, 12, 1))
        'thứ Ba'
    """
    return WEEKDAYS[day.weekday()]


def instant_text(instant: datetime) -> str:
    """Write an aware instant in Vietnamese local time, to the minute.

    Raises:
        ValueError: the instant carries no offset.

    Example:
        >>> from datetime import UTC
        >>> instant_text(datetime(2026, 11, 25, 10, 0, tzinfo=UTC))
        '17:00 ngày 25/11/2026'
    """
    if instant.tzinfo is None:
        raise ValueError(f"a printed instant needs its offset, got {instant!r}")
    local = instant.astimezone(LOCAL)
    return f"{local:%H:%M} ngày {day_text(local.date())}"


def money_text(amount_vnd: int) -> str:
    """Write an amount of đồng with points between the thousands.

    Raises:
        ValueError: the amount is negative.

    Example:
        >>> money_text(8000), money_text(1250000)
        ('8.000 đồng', '1.250.000 đồng')
    """
    if amount_vnd < 0:
        raise ValueError(f"amount_vnd must be at least 0, got {amount_vnd}")
    return f"{amount_vnd:,}".replace(",", ".") + " đồng"
