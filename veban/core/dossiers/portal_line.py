"""Write a dossier as the national record (bản ghi hồ sơ quốc gia).

A record that was imported is written again word for word; what was decided here since, and
what was seen, stands over it. A dossier received here is written from its events.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from veban.core.dossiers.codes import OURS, DossierState
from veban.core.dossiers.portal_events import (
    own_fees,
    own_payment,
    own_record,
    own_results,
    own_supplements,
)
from veban.core.dossiers.portal_names import (
    FILE_ERASED,
    FeeName,
    RecordName,
    ResultName,
    SupplementName,
)
from veban.core.dossiers.portal_record import read_record
from veban.core.dossiers.received import DossierReceived
from veban.core.dossiers.seen import RecordFacts, RecordPerson
from veban.core.dossiers.standing import Standing, counting_record, standing
from veban.core.dossiers.state import Dossier, fold
from veban.core.journal.history import Placed
from veban.core.shared.local_time import format_instant

Line = dict[str, Any]

_OURS_TO_SAY = (
    RecordName.PROCEDURE,
    RecordName.CHANNEL,
    RecordName.SUBMITTED,
    RecordName.RECEIVED,
    RecordName.UNIT,
)
"""Our receipt says these; another system can only have copied them."""

_ORDER = {str(name): place for place, name in enumerate(RecordName)}


def portal_line(history: Sequence[Placed]) -> Line | None:
    """Return the record of the dossier that a history makes.

    What it gives, imported into an empty node, is given there again, byte for byte.

    Args:
        history: The accepted steps of a dossier's stream.

    Returns:
        JSON in the order in which it is written; None where the stream is no dossier of its own.
    """
    dossier = fold(history)
    if dossier is None or dossier.merged_into is not None:
        return None
    if dossier.received is None:
        line = _from_record(dossier, history)
    else:
        line = _from_reception(dossier, dossier.received, history)
    line[RecordName.OFFICIAL_CODES] = _official_codes(dossier, line)
    if dossier.received is not None:
        line[RecordName.OUR_CODE] = dossier.code
        line[RecordName.CODE] = next(iter(line[RecordName.OFFICIAL_CODES]), dossier.code)
    _let_count(line, standing(dossier))
    return {str(key): _sorted(line[key]) for key in sorted(line, key=_place)}


def _from_reception(dossier: Dossier, received: DossierReceived, history: Sequence[Placed]) -> Line:
    """Return what our events say, under the record that was seen elsewhere."""
    counts = standing(dossier)
    refused = counts.state is DossierState.NOT_ACCEPTED
    line = own_record(received) | {
        RecordName.DUE: _text(counts.due_at),
        RecordName.STATE: int(counts.state),
        RecordName.ENDED: None if refused else _text(counts.ended_at),
        RecordName.RETURNED: _text(counts.returned_at),
        RecordName.REFUSED: _text(counts.ended_at) if refused else None,
        RecordName.PAYMENT: own_payment(received, history),
        RecordName.FEES: own_fees(received, history),
        RecordName.SUPPLEMENTS: own_supplements(history, received.due_at),
        RecordName.RESULTS: own_results(history),
    }
    seen = counting_record(dossier)
    if seen is None or seen.facts is None:
        return line
    return _over(line, _as_given(seen.facts, seen.person))


def _from_record(dossier: Dossier, history: Sequence[Placed]) -> Line:
    """Return the record that counts, with what happened here after it."""
    record = dossier.record
    if record is None:
        raise ValueError(f"{dossier.stream} has no record")
    line = _as_given(record.facts, record.person)
    at = next(n for n, step in enumerate(history) if step.event is record)
    before, since = fold(history[:at]), history[at + 1 :]
    asked = list(line.get(RecordName.SUPPLEMENTS) or ())
    if before is not None and before.decided:
        # A record that came later may not know of what we had asked for by then.
        known = _from_record(before, history[:at]).get(RecordName.SUPPLEMENTS) or ()
        asked = max(asked, list(known), key=len)
    later = own_supplements(since, record.facts.due_at)
    if asked and later and SupplementName.ASKED not in later[0]:
        # What was brought here answers the record's own last request.
        asked[-1:] = [{**asked[-1], **later.pop(0)}]
    for name, told, added in (
        (RecordName.SUPPLEMENTS, asked, later),
        (RecordName.FEES, line.get(RecordName.FEES) or (), own_fees(None, since)),
        (RecordName.RESULTS, line.get(RecordName.RESULTS) or (), own_results(since)),
    ):
        if told or added:
            line[name] = [*told, *added]
    return line


def _as_given(facts: RecordFacts, person: RecordPerson | None) -> Line:
    if person is not None:
        return dict(person.record)
    link = FILE_ERASED if facts.electronic_result else None
    codes = None if facts.own_code is None and not facts.codes else [facts.code, *facts.codes]
    line: Line = {
        RecordName.CODE: facts.code,
        RecordName.PROCEDURE: facts.procedure,
        RecordName.CHANNEL: facts.channel,
        RecordName.OWNER: None,
        RecordName.OWNER_ID: None,
        RecordName.SUBMITTED: _text(facts.submitted_at),
        RecordName.RECEIVED: _text(facts.received_at),
        RecordName.DUE: _text(facts.due_at),
        RecordName.STATE: facts.state,
        RecordName.ENDED: _text(facts.ended_at),
        RecordName.RETURNED: _text(facts.returned_at),
        RecordName.REFUSED: _text(facts.refused_at),
        RecordName.UNIT: facts.unit,
        RecordName.DIGITISED: int(facts.digitised),
        RecordName.VNEID: int(facts.vneid_verified),
        RecordName.PAYMENT: facts.payment,
        RecordName.FEES: [] if facts.fee_vnd is None else [{FeeName.AMOUNT: facts.fee_vnd}],
        RecordName.SUPPLEMENTS: [
            {SupplementName.ASKED: _text(s.asked_at), SupplementName.TAKEN: _text(s.taken_at)}
            for s in facts.supplements
        ],
        RecordName.RESULTS: [{ResultName.FILE: link} for _ in range(facts.results)],
    }
    if facts.own_code is not None:
        line[RecordName.OUR_CODE] = facts.own_code
        codes = [code for code in codes or () if code != facts.own_code]
    return line if codes is None else line | {RecordName.OFFICIAL_CODES: codes}


def _over(line: Line, record: Mapping[str, Any]) -> Line:
    """Put a record over a line; where it is silent, and in what we received, the line stands."""
    told = {key: value for key, value in record.items() if value not in (None, "", [])}
    asked = RecordName.SUPPLEMENTS
    if len(told.get(asked, ())) < len(line[asked]):
        told[asked] = line[asked]
    return line | told | {name: line[name] for name in _OURS_TO_SAY}


def _official_codes(dossier: Dossier, line: Line) -> list[str]:
    if dossier.received is not None:
        return [linked.official for linked in dossier.codes if linked.system != OURS]
    given = line.get(RecordName.OFFICIAL_CODES)
    named = [line[RecordName.CODE]] if given is None else list(given)
    known = {*named, line[RecordName.CODE], line.get(RecordName.OUR_CODE)}
    return named + [linked.official for linked in dossier.codes if linked.official not in known]


def _let_count(line: Line, counts: Standing) -> None:
    """Write the state and the dates that count, where the line says something else."""
    said = read_record(line)
    if said.state != counts.state:
        line[RecordName.STATE] = int(counts.state)
    if counts.due_at is not None and said.due_at != counts.due_at:
        line[RecordName.DUE] = _text(counts.due_at)
    if counts.returned_at is not None and said.returned_at != counts.returned_at:
        line[RecordName.RETURNED] = _text(counts.returned_at)
    if counts.ended_at is not None and read_record(line).clock_ended_at != counts.ended_at:
        refused = counts.state is DossierState.NOT_ACCEPTED
        line[RecordName.REFUSED if refused else RecordName.ENDED] = _text(counts.ended_at)


def _text(instant: datetime | None) -> str | None:
    return None if instant is None else format_instant(instant)


def _place(key: str) -> tuple[int, str]:
    return _ORDER.get(str(key), len(_ORDER)), str(key)


def _sorted(value: Any) -> Any:
    """Return JSON with the keys of every object in order, as the journal keeps it."""
    if isinstance(value, Mapping):
        return {str(key): _sorted(value[key]) for key in sorted(value)}
    if isinstance(value, list | tuple):
        return [_sorted(item) for item in value]
    return value
