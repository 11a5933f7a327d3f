"""The dossier code (mã hồ sơ): agency, day of reception, serial of that day."""

import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

HIGHEST_SERIAL = 99_999_999
CENTURY = 2000

_AGENCY = r"[HG][0-9]{2}(?:\.[0-9]{1,3}){0,3}"
_CODE = re.compile(rf"({_AGENCY})-([0-9]{{2}})([0-9]{{2}})([0-9]{{2}})-([0-9]{{4,8}})")


@dataclass(frozen=True, slots=True, order=True)
class DossierCode:
    """A dossier's own code, which never changes; codes sort by agency, day and number.

    Args:
        agency: Agency code (mã định danh cơ quan), with dots.
        day: Local day of the reception, in this century.
        serial: Number of that day, 1 to 99,999,999; written with four digits or more and
            compared as a number.

    Raises:
        ValueError: a part is out of its bounds.

    Legal source:
        Circular 03/2025, art. 13 (shape of the code).

    Example:
        >>> code = DossierCode.from_text("H18.03.172-261123-0001")
        >>> code.day, code.serial, str(code)
        (datetime.date(2026, 11, 23), 1, 'H18.03.172-261123-0001')
        >>> DossierCode.from_text("H18-261123-9999") < DossierCode.from_text("H18-261123-10000")
        True
    """

    EXPECTED: ClassVar[str] = "dossier code such as H18.03.172-261123-0001"

    agency: str
    day: date
    serial: int

    def __post_init__(self) -> None:
        if not is_agency_code(self.agency):
            raise ValueError(f"no agency code: {self.agency!r}")
        if not CENTURY <= self.day.year < CENTURY + 100:
            raise ValueError(f"a dossier code holds days of this century only, got {self.day}")
        if not 1 <= self.serial <= HIGHEST_SERIAL:
            raise ValueError(f"a serial is 1 to {HIGHEST_SERIAL}, got {self.serial}")

    @classmethod
    def from_text(cls, text: str) -> "DossierCode":
        """Read a code; more leading zeros than needed are the same number.

        Raises:
            ValueError: the text is no dossier code, or its day is none.
        """
        found = _CODE.fullmatch(text)
        if not found:
            raise ValueError(f"no dossier code: {text!r}")
        agency, year, month, day, serial = found.groups()
        return cls(agency, date(CENTURY + int(year), int(month), int(day)), int(serial))

    def __str__(self) -> str:
        return f"{self.agency}-{self.day:%y%m%d}-{self.serial:04}"


def is_agency_code(text: str) -> bool:
    """Tell whether a text has the shape of an agency code: G or H, two digits, up to three parts.

    Example:
        >>> is_agency_code("H18.03.172"), is_agency_code("03172")
        (True, False)
    """
    return re.fullmatch(_AGENCY, text) is not None
