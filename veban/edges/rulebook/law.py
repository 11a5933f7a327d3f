"""The law of every unit of a node (quy định của các đơn vị), made anew when something came."""

from collections.abc import Callable, Collection, Hashable, Sequence

from veban.core.law.entered import LawKind, LawRow
from veban.edges.rulebook.checking import check_entered
from veban.edges.rulebook.layered import LayeredRules
from veban.edges.rulebook.shipped import ShippedRules


class UnitLaw:
    """Gives each unit its rules.

    Args:
        shipped: The law as it is shipped.
        mark: Tells whether anything was entered since; a cheap question.
        read: Returns what was entered in some units.
    """

    def __init__(
        self,
        shipped: ShippedRules,
        mark: Callable[[], Hashable],
        read: Callable[[Collection[str]], Sequence[LawRow]],
    ) -> None:
        self._shipped = shipped
        self._mark = mark
        self._read = read
        self._known: dict[str, tuple[Hashable, LayeredRules]] = {}

    def for_unit(self, unit: str) -> LayeredRules:
        """Return the rules that hold in a unit now.

        Raises:
            UnitUnknown: no unit of that code is shipped.
        """
        mark = self._mark()
        known = self._known.get(unit)
        if known is None or known[0] != mark:
            rows = self._read({unit, self._shipped.unit(unit).province})
            known = (mark, LayeredRules(self._shipped, rows, unit))
            self._known[unit] = known
        return known[1]

    def check(self, row: LawRow) -> None:
        """Read a value about to be entered.

        Raises:
            LawValueWrong: it has not the shape of its kind, or is about something unknown.
        """
        entered = self.for_unit(row.unit).entered()
        by_hand = [known.about for known in entered if known.kind == LawKind.PROCEDURE]
        check_entered(row, self._shipped.files, by_hand)
