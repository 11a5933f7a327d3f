"""The national record as JSON Schema (định dạng bản ghi hồ sơ quốc gia), for who writes imports.

Keys that are not named here are kept and exported again; ``read_record`` has the last word.
"""

from typing import Any

from veban.core.dossiers.codes import Channel, DossierState
from veban.core.dossiers.portal_names import (
    FeeName,
    PaperName,
    RecordName,
    ResultName,
    SupplementName,
)

_TEXT = {"type": ["string", "null"]}
_CODE = {"type": "string", "minLength": 1}
_INSTANT = {"type": ["string", "null"], "description": "ISO 8601 with offset"}
_NUMBER = {"type": ["integer", "string", "null"], "description": "a whole number, or as text"}
_FLAG = {"enum": [0, 1, "0", "1", "", True, False, None]}
_INSTANTS = (
    RecordName.SUBMITTED,
    RecordName.RECEIVED,
    RecordName.DUE,
    RecordName.ENDED,
    RecordName.RETURNED,
    RecordName.REFUSED,
)
_REQUIRED = (RecordName.CODE, RecordName.PROCEDURE, RecordName.STATE, RecordName.UNIT)


def record_schema() -> dict[str, Any]:
    """Return the schema of one line of ``veban dossiers import``.

    Example:
        >>> record_schema()["required"]
        ['MaHoSo', 'MaTTHC', 'TrangThaiHoSo', 'DonViXuLy']
    """
    return {
        "type": "object",
        "properties": {str(name): shape for name, shape in _properties().items()},
        "required": [str(name) for name in _REQUIRED],
        "additionalProperties": True,
    }


def _properties() -> dict[RecordName, dict[str, Any]]:
    return {
        RecordName.CODE: _CODE,
        RecordName.PROCEDURE: _CODE,
        RecordName.UNIT: _CODE,
        RecordName.CHANNEL: _numbered([int(channel) for channel in Channel], optional=True),
        RecordName.STATE: _numbered([int(state) for state in DossierState]),
        RecordName.PAYMENT: _numbered([0, 1, 2], optional=True),
        RecordName.OWNER: _TEXT,
        RecordName.OWNER_ID: _TEXT,
        RecordName.PHONE: _TEXT,
        **dict.fromkeys(_INSTANTS, _INSTANT),
        RecordName.DIGITISED: _FLAG,
        RecordName.VNEID: _FLAG,
        RecordName.FEES: _list({FeeName.NAME: _TEXT, FeeName.AMOUNT: _NUMBER}),
        RecordName.SUPPLEMENTS: _list(
            {SupplementName.ASKED: _INSTANT, SupplementName.TAKEN: _INSTANT}
        ),
        RecordName.RESULTS: _list({ResultName.NAME: _TEXT, ResultName.FILE: _TEXT}),
        RecordName.PAPERS: _list({PaperName.REUSED: _FLAG, PaperName.FROM_STORE: _FLAG}),
        RecordName.OFFICIAL_CODES: {"type": ["array", "null"], "items": _CODE},
        RecordName.OUR_CODE: _TEXT,
    }


def _numbered(values: list[int], *, optional: bool = False) -> dict[str, Any]:
    more = [None, ""] if optional else []
    return {"enum": [*values, *map(str, values), *more]}


def _list(fields: dict[Any, dict[str, Any]]) -> dict[str, Any]:
    named = {str(name): shape for name, shape in fields.items()}
    item = {"type": "object", "properties": named, "additionalProperties": True}
    empty: dict[str, Any] = {"enum": [None, ""]}
    return {"anyOf": [{"type": "array", "items": item}, empty]}
