"""All tables, for Django to find: the journal's own and those of the rows."""

from veban.store.journal.tables import (
    AnswerRecord,
    EntryRecord,
    ErasedRecord,
    FileRecord,
    HeadRecord,
    PersonRecord,
    PlaceRecord,
    UnwantedFileRecord,
)
from veban.store.rows.nodes import NodeRecord
from veban.store.rows.people import OfficerRecord, UnitRecord

__all__ = [
    "AnswerRecord",
    "EntryRecord",
    "ErasedRecord",
    "FileRecord",
    "HeadRecord",
    "NodeRecord",
    "OfficerRecord",
    "PersonRecord",
    "PlaceRecord",
    "UnitRecord",
    "UnwantedFileRecord",
]
