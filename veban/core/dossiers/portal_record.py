"""Read one record of the national system (bản ghi hồ sơ quốc gia).

Keys that are not known are no error: the record is kept word for word. What law and figures
need of it is read into ``RecordFacts``.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from veban.core.dossiers.codes import Channel, DossierState, OfficialCode
from veban.core.dossiers.portal_names import (
    FeeName,
    PaperName,
    RecordName,
    ResultName,
    SupplementName,
)
from veban.core.dossiers.seen import RecordFacts, SupplementSeen
from veban.core.shared.canonical import canonical
from veban.core.shared.local_time import parse_instant
from veban.core.shared.refused import Refused
from veban.core.shared.shape import InputWrong

MAX_NUMBER = 10**15
"""Greatest number that a record may name, money included."""

YEARS = range(1900, 2200)
"""Years that a record may name; others are slips of the finger."""

MAX_BYTES = 128 * 1024
"""Longest record: it travels as one entry."""


class RecordTooLarge(Refused):
    """The record is longer than an entry may be (bản ghi quá dài)."""

    code = "record.too_large"


def read_record(data: object) -> RecordFacts:
    """Return what law and figures need of a record.

    Text, number and list fields may be missing, null or empty, the code, the procedure, the
    unit and the state aside. Numbers may be written as text. No channel means direct.

    Args:
        data: What ``json.loads`` gave.

    Raises:
        InputWrong: a field cannot be read; details name it, never its value.
        RecordTooLarge: the record is longer than 128 KiB.

    Legal source:
        Field names of the record that provinces send to the National Portal; states and
        channels as in ``rules/``.
    """
    if not isinstance(data, Mapping):
        raise InputWrong("object")
    _check_size(data)
    channel = _number(data, RecordName.CHANNEL)
    dates = {name: _instant(data, name) for name in _DATES}
    supplements = tuple(_supplement(item) for item in _items(data, RecordName.SUPPLEMENTS))
    results = _items(data, RecordName.RESULTS)
    papers = _items(data, RecordName.PAPERS)
    return RecordFacts(
        code=_code(data, RecordName.CODE),
        codes=_official_codes(data),
        own_code=_own_code(data),
        unit=_code(data, RecordName.UNIT),
        procedure=_code(data, RecordName.PROCEDURE),
        channel=_one_of(
            RecordName.CHANNEL, Channel.DIRECT if channel is None else channel, Channel
        ),
        state=_one_of(RecordName.STATE, _number(data, RecordName.STATE), DossierState),
        submitted_at=dates[RecordName.SUBMITTED],
        received_at=dates[RecordName.RECEIVED],
        due_at=dates[RecordName.DUE],
        ended_at=dates[RecordName.ENDED],
        returned_at=dates[RecordName.RETURNED],
        refused_at=dates[RecordName.REFUSED],
        as_of=_last_instant(dates, supplements),
        digitised=_flag(data, RecordName.DIGITISED),
        vneid_verified=_flag(data, RecordName.VNEID),
        payment=_one_of(RecordName.PAYMENT, _number(data, RecordName.PAYMENT), (None, 0, 1, 2)),
        fee_vnd=_fee(data),
        supplements=supplements,
        results=len(results),
        electronic_result=any(item.get(ResultName.FILE) for item in results),
        data_reused=any(_flag(item, PaperName.REUSED) for item in papers),
        from_personal_store=any(_flag(item, PaperName.FROM_STORE) for item in papers),
    )


def owner_of(record: Mapping[str, Any]) -> str | None:
    """Return the name of the person or body whose dossier it is (chủ hồ sơ)."""
    owner = record.get(RecordName.OWNER)
    return owner if isinstance(owner, str) and owner.strip() else None


_DATES = (
    RecordName.SUBMITTED,
    RecordName.RECEIVED,
    RecordName.DUE,
    RecordName.ENDED,
    RecordName.RETURNED,
    RecordName.REFUSED,
)


def _check_size(data: Mapping[str, Any]) -> None:
    try:
        size = len(canonical(data))
    except (ValueError, RecursionError) as problem:
        raise InputWrong("JSON in UTF-8") from problem
    if size > MAX_BYTES:
        raise RecordTooLarge(bytes=size, at_most=MAX_BYTES)


def _code(data: Mapping[str, Any], name: str) -> str:
    return _read_code(name, data.get(name))


def _read_code(name: str, value: object) -> str:
    try:
        return str(OfficialCode.from_text(value if isinstance(value, str) else ""))
    except ValueError as problem:
        raise InputWrong(OfficialCode.EXPECTED, name) from problem


def _own_code(data: Mapping[str, Any]) -> str | None:
    own = data.get(RecordName.OUR_CODE)
    return None if own is None else _read_code(RecordName.OUR_CODE, own)


def _official_codes(data: Mapping[str, Any]) -> tuple[str, ...]:
    codes = data.get(RecordName.OFFICIAL_CODES)
    if codes is None:
        return ()
    if not isinstance(codes, list | tuple):
        raise InputWrong("array", RecordName.OFFICIAL_CODES)
    named = [code.get("code") if isinstance(code, Mapping) else code for code in codes]
    read = [_read_code(RecordName.OFFICIAL_CODES, code) for code in named]
    return tuple(code for code in dict.fromkeys(read) if code != data.get(RecordName.CODE))


def _instant(data: Mapping[str, Any], name: str) -> datetime | None:
    text = data.get(name)
    if text is None or text == "":
        return None
    try:
        instant = parse_instant(text)
    except (ValueError, TypeError) as problem:
        raise InputWrong("ISO 8601 with offset", name) from problem
    if instant.year not in YEARS:
        raise InputWrong(f"a year from {YEARS.start} to {YEARS.stop - 1}", name)
    return instant


def _number(data: Mapping[str, Any], name: str) -> int | None:
    value = data.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 15:
        return int(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MAX_NUMBER:
        raise InputWrong("whole number", name)
    return value


def _one_of(name: str, value: Any, allowed: Iterable[Any]) -> Any:
    known = tuple(allowed)
    if value not in known:
        words = " | ".join(str(int(item)) for item in known if item is not None)
        raise InputWrong(words, name)
    return value if value is None else int(value)


def _flag(data: Mapping[str, Any], name: str) -> bool:
    value = data.get(name)
    if isinstance(value, bool):
        return value
    return bool(_one_of(name, _number(data, name) or 0, (0, 1)))


def _items(data: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    items = data.get(name)
    if items is None or items == "":
        return []
    if not isinstance(items, list | tuple) or not all(isinstance(i, Mapping) for i in items):
        raise InputWrong("array of objects", name)
    return list(items)


def _supplement(item: Mapping[str, Any]) -> SupplementSeen:
    return SupplementSeen(
        _instant(item, SupplementName.ASKED), _instant(item, SupplementName.TAKEN)
    )


def _fee(data: Mapping[str, Any]) -> int | None:
    amounts = [_number(item, FeeName.AMOUNT) for item in _items(data, RecordName.FEES)]
    named = [amount for amount in amounts if amount is not None]
    return sum(named) if named else None


def _last_instant(
    dates: Mapping[RecordName, datetime | None], supplements: Iterable[SupplementSeen]
) -> datetime | None:
    happened = [at for name, at in dates.items() if name is not RecordName.DUE]
    asked = [at for item in supplements for at in (item.asked_at, item.taken_at)]
    return max((at for at in (*happened, *asked) if at is not None), default=None)
