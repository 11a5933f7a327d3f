"""The personal identification number (số định danh cá nhân) and the QR of an identity card.

Legal source:
    Circular 59/2021/TT-BCA (the number's parts), as recalled; the values are in
    ``rules/identity.yaml``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

LENGTH_WRONG = "identity.length_wrong"
PROVINCE_UNKNOWN = "identity.province_unknown"
SEX_DIFFERS = "identity.sex_differs"
YEAR_DIFFERS = "identity.year_differs"

_NUMBER = re.compile(r"\d{12}")
_OLD_NUMBER = re.compile(r"\d{9}")
_DAY = re.compile(r"(\d{2})(\d{2})(\d{4})")
_SEXES = {"Nam": "M", "Nữ": "F"}


@dataclass(frozen=True, slots=True)
class Century:
    """What the fourth digit says.

    Args:
        first_year: First year of the hundred in which the person was born.
        sex: ``M`` or ``F``.
    """

    first_year: int
    sex: str


@dataclass(frozen=True, slots=True)
class Numbering:
    """How the numbers are made: provinces by code, centuries by digit."""

    provinces: Mapping[str, str]
    centuries: Mapping[str, Century]


@dataclass(frozen=True, slots=True)
class Claimed:
    """What somebody says of themselves, to hold the number against.

    Args:
        number: As typed.
        sex: ``M``, ``F`` or nothing.
        birth_year: Nothing where it is not known.
    """

    number: str
    sex: str | None = None
    birth_year: int | None = None


@dataclass(frozen=True, slots=True)
class IdentityCard:
    """What stands in the QR of a card (thẻ căn cước).

    Args:
        number: Twelve digits.
        full_name: As printed.
        birth_date: ``YYYY-MM-DD``; empty where the card has none.
        sex: ``M``, ``F`` or nothing.
        residence: Address as one line.
        issued_on: ``YYYY-MM-DD``; empty where the card has none.
        old_number: The nine digits of before, where the card names them.
    """

    number: str
    full_name: str
    birth_date: str = ""
    sex: str = ""
    residence: str = ""
    issued_on: str = ""
    old_number: str = ""


def number_findings(claimed: Claimed, numbering: Numbering) -> tuple[str, ...]:
    """Return what does not fit about a number; never a reason to refuse anybody.

    A number of nine digits is one of the old cards, and nothing is said about it.

    Example:
        >>> centuries = {"0": Century(1900, "M"), "1": Century(1900, "F")}
        >>> vietnam = Numbering({"011": "Điện Biên"}, centuries)
        >>> number_findings(Claimed("011188990001", "M", 1988), vietnam)
        ('identity.sex_differs',)
    """
    number = claimed.number.replace(" ", "")
    if _OLD_NUMBER.fullmatch(number):
        return ()
    if not _NUMBER.fullmatch(number):
        return (LENGTH_WRONG,)
    found = [PROVINCE_UNKNOWN] if number[:3] not in numbering.provinces else []
    century = numbering.centuries.get(number[3])
    if century and claimed.sex and claimed.sex != century.sex:
        found.append(SEX_DIFFERS)
    if century and claimed.birth_year not in (None, century.first_year + int(number[4:6])):
        found.append(YEAR_DIFFERS)
    return tuple(found)


def read_card(text: str) -> IdentityCard | None:
    """Read the text of a card's QR; None where it is something else.

    The fields are parted by bars: number, old number, name, birth date, sex, residence, day of
    issue; cards differ in what follows.

    Example:
        >>> card = read_card("011188990001||Lò Thị Thử|04051988|Nữ|Bản Mẫu, Na Sang|01022022")
        >>> card.full_name, card.birth_date, card.sex
        ('Lò Thị Thử', '1988-05-04', 'F')
        >>> read_card("https://example.vn") is None
        True
    """
    parts = [part.strip() for part in text.strip().split("|")]
    if len(parts) < 6 or not _NUMBER.fullmatch(parts[0]) or not parts[2]:
        return None
    return IdentityCard(
        number=parts[0],
        full_name=parts[2],
        birth_date=_day(parts[3]),
        sex=_SEXES.get(parts[4], ""),
        residence=parts[5],
        issued_on=_day(parts[6]) if len(parts) > 6 else "",
        old_number=parts[1],
    )


def _day(text: str) -> str:
    found = _DAY.fullmatch(text)
    return "-".join(reversed(found.groups())) if found else ""
