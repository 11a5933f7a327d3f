"""Reasons of exemption from fees and of service at home (lý do miễn phí, phục vụ tại nhà)."""

from dataclasses import dataclass

from veban.core.law.dated import Source


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody is exempt from a fee or visited at home (lý do miễn phí, lý do phục vụ tại nhà).

    Args:
        code: Word used in reception lines, such as ``elderly``.
        name: Vietnamese name.
        group: Coarse group for figures; nothing finer leaves the unit.
        home_visit: Whether it is a reason to receive at home.
        source: Where the law names it.
    """

    code: str
    name: str
    group: str
    home_visit: bool
    source: Source
