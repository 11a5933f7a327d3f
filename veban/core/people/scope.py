"""What one reader may see (phạm vi được xem): every query takes it."""

from dataclasses import dataclass

from veban.core.people.roles import Role


@dataclass(frozen=True, slots=True)
class Scope:
    """The units, the roles, and whether persons or only figures are shown.

    Args:
        units: Five-digit unit codes; empty sees nothing.
        roles: The reader's roles.
        persons: False shows no private field, as for a supervisor.

    Example:
        >>> Scope(frozenset({"03172"}), frozenset()).covers("03172")
        True
    """

    units: frozenset[str]
    roles: frozenset[Role]
    persons: bool = True

    def covers(self, unit: str) -> bool:
        """Tell whether the reader may see what belongs to ``unit``."""
        return unit in self.units


NOTHING = Scope(frozenset(), frozenset(), persons=False)
"""The scope of somebody who has not signed in."""
