"""Tell a record that says something new from one that was seen before (so bản ghi)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from veban.core.dossiers.portal_line import portal_line
from veban.core.dossiers.portal_record import read_record
from veban.core.dossiers.seen import (
    OfficialStateSeen,
    RecordFacts,
    RecordImported,
    RecordPerson,
)
from veban.core.dossiers.standing import counting_record
from veban.core.dossiers.state import Dossier
from veban.core.journal.history import Placed
from veban.core.shared.canonical import canonical


class News(StrEnum):
    """What a record says beside what is known."""

    NOTHING = "nothing"
    BACK = "back"
    SOMETHING = "something"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A record that was read.

    Args:
        number: Its line, from 1.
        facts: What figures need of it.
        record: It, word for word.
    """

    number: int
    facts: RecordFacts
    record: Mapping[str, Any]

    @property
    def codes(self) -> tuple[str, ...]:
        """Return every code it names."""
        return tuple(linked.official for linked in self.facts.codes_named(""))

    def equals(self, facts: RecordFacts, person: RecordPerson | None) -> bool:
        """Tell whether it is a record that was kept; of an erased one only the facts are left."""
        if person is None:
            return self.facts == facts
        return canonical(self.record) == canonical(person.record)


def news_of(dossier: Dossier, history: Sequence[Placed], incoming: Incoming) -> News:
    """Compare a record with what is known of its dossier.

    Returns:
        ``NOTHING`` where it equals the record that counts, what this node would export, or an
        earlier record of the dossier's life. ``BACK`` where it equals an earlier version that
        nothing dates before the one that counts: it may be a correction taken back.
    """
    ours = portal_line(history)
    if ours is None or canonical(ours) == canonical(incoming.record):
        return News.NOTHING
    if _is_our_own(dossier, incoming) and incoming.facts.rank <= read_record(ours).rank:
        return News.NOTHING
    counting = dossier.record or counting_record(dossier)
    if counting is None or counting.facts is None:
        return News.SOMETHING
    if incoming.equals(counting.facts, counting.person):
        return News.NOTHING
    if not any(incoming.equals(facts, person) for facts, person in _versions(history)):
        return News.SOMETHING
    return News.NOTHING if incoming.facts.rank < counting.facts.rank else News.BACK


def _is_our_own(dossier: Dossier, incoming: Incoming) -> bool:
    """Tell whether the record is an export of this program that nobody else has written on."""
    received = dossier.received
    return received is not None and incoming.facts.own_code == dossier.code


def _versions(history: Sequence[Placed]) -> list[tuple[RecordFacts, RecordPerson | None]]:
    found = []
    for step in history:
        event = step.event
        if isinstance(event, RecordImported | OfficialStateSeen) and event.facts is not None:
            found.append((event.facts, event.person))
    return found
