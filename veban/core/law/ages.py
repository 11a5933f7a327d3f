"""Ages that the law names (độ tuổi), and who has them on a day."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class AgeLimits:
    """From which age on, and up to which, in completed years (tuổi tròn năm).

    Args:
        at_least: So old or older; None for no lower limit.
        below: Younger than this; None for no upper limit.
    """

    at_least: int | None = None
    below: int | None = None

    def may_hold(self, born: tuple[date, date], on: date) -> bool:
        """Tell whether somebody may have such an age.

        Args:
            born: First and last day on which they can have been born.
            on: The day on which the age counts.

        Example:
            >>> limits = AgeLimits(at_least=60)
            >>> limits.may_hold((date(1966, 11, 24), date(1966, 11, 24)), date(2026, 11, 24))
            True
            >>> limits.may_hold((date(1966, 11, 25), date(1966, 11, 25)), date(2026, 11, 24))
            False
        """
        old = self.at_least is None or born[0] <= _years_before(on, self.at_least)
        return old and (self.below is None or born[1] > _years_before(on, self.below))


def _years_before(on: date, years: int) -> date:
    day = 28 if (on.month, on.day) == (2, 29) else on.day
    return date(on.year - years, on.month, day)
