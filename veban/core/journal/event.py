"""What every event type declares, and how events become entries and back.

An event is a frozen dataclass. Its private fields are one nested dataclass in the field
``person``; everything else is facts. ``TYPE`` and ``SCHEMA`` name it in the journal for ever;
``NAME`` is what people read.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar, Protocol

from veban.core.journal.entry import Entry
from veban.core.shared.shape import read_shape, write_shape


class Event(Protocol):
    """Something that happened (sự kiện)."""

    TYPE: ClassVar[str]
    SCHEMA: ClassVar[int]
    NAME: ClassVar[str]


Upcast = Callable[[dict[str, Any]], dict[str, Any]]
"""Turns an old event's JSON, ``person`` included, into the shape that follows."""


def split(event: Event) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """Write an event as (facts, person)."""
    facts = write_shape(event)
    return facts, facts.pop("person", None)


class EventCatalogue:
    """All event types this program knows.

    Args:
        types: The event classes.
        upcasts: (type, schema) → function to the next schema.

    Raises:
        ValueError: two classes claim one name.
    """

    def __init__(
        self,
        types: Iterable[type[Event]],
        upcasts: Mapping[tuple[str, int], Upcast] | None = None,
    ) -> None:
        found = tuple(types)
        self.types = {kind.TYPE: kind for kind in found}
        self.upcasts = dict(upcasts or {})
        if len(self.types) != len(found):
            raise ValueError("two event classes have the same TYPE")

    def read(self, entry: Entry) -> Event | None:
        """Return the event of an entry; None where this program is too old to know it."""
        header = entry.header
        kind = self.types.get(header.type)
        if kind is None or header.schema > kind.SCHEMA:
            return None
        data = dict(entry.facts)
        if entry.person is not None:
            data["person"] = entry.person
        for schema in range(header.schema, kind.SCHEMA):
            data = self.upcasts[header.type, schema](data)
        return read_shape(kind, data)
