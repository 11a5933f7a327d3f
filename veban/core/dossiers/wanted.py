"""What somebody looks for among dossiers (điều kiện tìm hồ sơ)."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Wanted:
    """Conditions, all of which a dossier meets; an empty one is none.

    Args:
        text: Part of any code, or words of name, number, phone or village.
        states: National states.
        procedures: Procedure codes.
        late_at: Only what is past its date at this instant, neither paused nor ended.
    """

    text: str = ""
    states: frozenset[int] = frozenset()
    procedures: frozenset[str] = frozenset()
    late_at: datetime | None = None


EVERYTHING = Wanted()
"""No condition."""
