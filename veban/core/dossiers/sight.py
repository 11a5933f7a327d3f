"""A whole record seen elsewhere, and what it makes happen in the dossier it concerns."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from veban.core.dossiers.codes import PORTAL
from veban.core.dossiers.seen import OfficialStateSeen, RecordFacts, RecordImported, RecordPerson
from veban.core.dossiers.state import Dossier


@dataclass(frozen=True, slots=True)
class Sight:
    """A national record as it was seen (bản ghi đã thấy).

    Args:
        facts: What figures need of it.
        record: The record word for word; None where it was erased.
        seen_at: When it was looked at.
        source: How it came here.
        system: Whose record it is.
    """

    facts: RecordFacts
    record: Mapping[str, Any] | None
    seen_at: datetime
    source: str
    system: str = PORTAL


def sight_event(
    dossier: Dossier | None, sight: Sight, *, held: bool, merged_from: str | None = None
) -> RecordImported | OfficialStateSeen:
    """Return what happens to a dossier when a record of it is seen.

    Args:
        dossier: The dossier; None where nothing is known of it yet.
        sight: The record.
        held: Whether it is open work of the node that writes.
        merged_from: The stream in which the record was kept before.
    """
    facts = sight.facts
    person = None if sight.record is None else RecordPerson(sight.record)
    if dossier is None or dossier.received is None:
        return RecordImported(held, facts, merged_from, person)
    return OfficialStateSeen(
        sight.system,
        facts.state,
        sight.seen_at,
        sight.source,
        facts.due_at,
        facts.clock_ended_at,
        facts.returned_at,
        facts,
        merged_from,
        person,
    )
