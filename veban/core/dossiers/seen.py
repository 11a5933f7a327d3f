"""What other systems say of a dossier (thấy ở hệ thống khác): codes, states, whole records.

Such facts are never refused: they are taken in every state and from any node. Which of them
counts is decided in one place, ``veban.core.dossiers.standing``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class OfficialCodeLinked:
    """Another system gave the dossier a code of its own (gắn mã hồ sơ chính thức)."""

    TYPE: ClassVar[str] = "OfficialCodeLinked"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Gắn mã hồ sơ chính thức"

    system: str
    official: str


@dataclass(frozen=True, slots=True)
class RecordPerson:
    """The record as the other system gave it, word for word."""

    record: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class OfficialStateSeen:
    """Another system showed the dossier in a state, with its dates.

    Args:
        state: The national record's state, 1 to 10.
        seen_at: When it was looked at.
        source: How it came here, for example ``import``.
    """

    TYPE: ClassVar[str] = "OfficialStateSeen"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Trạng thái ở hệ thống chính thức"

    system: str
    state: int
    seen_at: datetime
    source: str
    due_at: datetime | None = None
    ended_at: datetime | None = None
    returned_at: datetime | None = None
    person: RecordPerson | None = None


@dataclass(frozen=True, slots=True)
class RecordImported:
    """A dossier known only from a national record: history, or work received elsewhere.

    Args:
        code: The record's own code (MaHoSo).
        held: True where it is open work of a unit of this node.
        digest: Digest of the record; an equal one again is passed over.
    """

    TYPE: ClassVar[str] = "RecordImported"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Nhập hồ sơ từ hệ thống chính thức"

    code: str
    unit: str
    procedure: str
    channel: int
    state: int
    held: bool
    digest: str
    submitted_at: datetime | None = None
    received_at: datetime | None = None
    due_at: datetime | None = None
    ended_at: datetime | None = None
    returned_at: datetime | None = None
    refused_at: datetime | None = None
    digitised: bool = False
    vneid_verified: bool = False
    paid_online: int = 0
    supplements: int = 0
    electronic_result: bool = False
    person: RecordPerson | None = None
