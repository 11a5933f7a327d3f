"""How long to wait before the next try (chờ trước khi thử lại): capped, with jitter."""

LONGEST_S = 120.0
"""Two minutes: a line that came back is never left unused for longer."""


def wait_s(attempt: int, chance: float) -> float:
    """Return the seconds to wait after a try failed.

    Args:
        attempt: Which try it was, from 0.
        chance: A random number from 0 to 1, so that laptops of one round do not call together.

    Example:
        >>> [wait_s(attempt, 1.0) for attempt in (0, 3, 20)]
        [1.0, 8.0, 120.0]
        >>> wait_s(3, 0.0)
        4.0
    """
    return min(LONGEST_S, 2.0 ** min(attempt, 10)) * (0.5 + chance / 2)
