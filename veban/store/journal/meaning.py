"""What entries mean to this program: their events, the fold of each kind of stream."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from veban.core.journal.entry import Entry
from veban.core.journal.event import Event, EventCatalogue
from veban.core.journal.history import Placed, stream_kind
from veban.core.nodes.writers import peer_of
from veban.core.shared.refused import Refused

Fold = Callable[[str, Sequence[Placed]], tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Meaning:
    """The catalogue a journal reads its entries with.

    Args:
        events: All event types known.
        folds: Kind of stream → the fold of such a stream into rows.
        persons: False on a supervisor's node, which gets entries without ``person``.
    """

    events: EventCatalogue
    folds: Mapping[str, Fold]
    persons: bool = True

    def rows(self, stream: str, history: Sequence[Placed]) -> tuple[Any, ...]:
        """Fold a stream into its rows; none for a kind not known here."""
        fold = self.folds.get(stream_kind(stream))
        if fold is None or not history:
            return ()
        rows = tuple(fold(stream, history))
        if len(rows) < 2:
            return rows
        # What arrives is never turned away: two rows under one key are one, the later.
        return tuple({(type(row), getattr(row, "part", "")): row for row in rows}.values())

    def event(self, entry: Entry) -> Event | None:
        """Return the event of an entry; None where this program cannot read it."""
        try:
            return self.events.read(entry)
        except Refused:
            return None

    def erases(self, type_name: str) -> bool:
        """Tell whether an entry of this type removes what is private in its stream."""
        return bool(getattr(self.events.types.get(type_name), "ERASES", False))

    def reclaims(self, type_name: str, writer: str) -> bool:
        """Tell whether an entry takes its place from the former holder's, or former writer's."""
        event = self.events.types.get(type_name)
        renewed = peer_of(writer) != writer and getattr(event, "RENEWED_RECLAIMS", False)
        return bool(renewed or getattr(event, "RECLAIMS", False))
