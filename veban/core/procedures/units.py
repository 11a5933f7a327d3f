"""Administrative units (đơn vị hành chính), and what stands for an unknown agency code."""

from dataclasses import dataclass
from enum import StrEnum


class UnitKind(StrEnum):
    """What a unit is: province (tỉnh), commune (xã), ward (phường), special zone (đặc khu)."""

    PROVINCE = "province"
    COMMUNE = "commune"
    WARD = "ward"
    SPECIAL_ZONE = "special_zone"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that runs a centre.

    Args:
        code: Code of the statistics office: five digits, two for a province.
        name: Name without its kind.
        kind: What it is.
        full_name: Name as it stands on letterheads.
        province: Code of its province; its own for a province.
        postal_code: Code of the post, None where not known.
        former: Units it was formed from, with their kind.
        villages: Villages that the data know, not all of them.
        agency: Agency code, None where nobody found it.
    """

    code: str
    name: str
    kind: UnitKind
    full_name: str
    province: str
    postal_code: str | None = None
    former: tuple[str, ...] = ()
    villages: tuple[str, ...] = ()
    agency: str | None = None


def agency_placeholder(unit: Unit, province_agency: str) -> str:
    """Return the code used where the unit's own agency code is not known.

    It is the agency code of the province, then the digits of the unit's code: the first two of
    five, then the other three. Everything printed with it says that it is a placeholder.

    Example:
        >>> na_sang = Unit("03172", "Na Sang", UnitKind.COMMUNE, "Xã Na Sang", "11")
        >>> agency_placeholder(na_sang, "H18")
        'H18.03.172'
    """
    if unit.kind is UnitKind.PROVINCE:
        return province_agency
    return f"{province_agency}.{unit.code[:2]}.{unit.code[2:]}"
