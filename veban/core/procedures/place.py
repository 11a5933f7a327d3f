"""Where a procedure may be received: in a village, at a bedside (nơi tiếp nhận lưu động)."""

from dataclasses import dataclass
from enum import StrEnum


class PlaceRule(StrEnum):
    """Whether reception away from the office is lawful.

    ``exception`` demands a reason, the place with day, hour and minute, and a witness.
    """

    YES = "yes"
    NO = "no"
    EXCEPTION = "exception"


@dataclass(frozen=True, slots=True)
class PlaceRules:
    """The rule for villages and former offices, and the rule for homes."""

    village: PlaceRule
    home: PlaceRule
