"""What other systems say of a dossier (thấy ở hệ thống khác): codes, states, whole records.

Such facts are never refused: they are taken in every state and from any node. Which of them
counts is decided in one place, ``veban.core.dossiers.standing``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from veban.core.dossiers.codes import OURS, DossierState
from veban.core.dossiers.ranking import life_rank


@dataclass(frozen=True, slots=True)
class OfficialCodeLinked:
    """Another system gave the dossier a code of its own (gắn mã hồ sơ chính thức)."""

    TYPE: ClassVar[str] = "OfficialCodeLinked"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Gắn mã hồ sơ chính thức"

    system: str
    official: str


@dataclass(frozen=True, slots=True)
class SupplementSeen:
    """One supplement of a record: asked for, and taken (bổ sung hồ sơ)."""

    asked_at: datetime | None = None
    taken_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """What law and figures need of a national record; nothing about a person.

    Args:
        code: The record's own code (MaHoSo).
        codes: Other official codes of the dossier.
        own_code: The code that another node of this program gave it.
        as_of: The last instant the record names, its due dates aside.
        payment: 0 none due, 1 paid online, 2 paid otherwise; None where it does not say.
        fee_vnd: All fees together, in đồng; None where it names none.
        results: How many results it lists.
        electronic_result: One of them has a file.
        data_reused: A paper was taken from what had been digitised before.
        from_personal_store: A paper came from the person's own data store.
    """

    code: str
    unit: str
    procedure: str
    channel: int
    state: int
    codes: tuple[str, ...] = ()
    own_code: str | None = None
    submitted_at: datetime | None = None
    received_at: datetime | None = None
    due_at: datetime | None = None
    ended_at: datetime | None = None
    returned_at: datetime | None = None
    refused_at: datetime | None = None
    as_of: datetime | None = None
    digitised: bool = False
    vneid_verified: bool = False
    payment: int | None = None
    fee_vnd: int | None = None
    supplements: tuple[SupplementSeen, ...] = ()
    results: int = 0
    electronic_result: bool = False
    data_reused: bool = False
    from_personal_store: bool = False

    @property
    def clock_ended_at(self) -> datetime | None:
        """Return the end of the clock: done, else handed back, else refused."""
        if self.state == DossierState.NOT_ACCEPTED:
            return self.refused_at or self.ended_at
        if self.state == DossierState.RETURNED:
            return self.ended_at or self.returned_at
        return self.ended_at

    @property
    def rank(self) -> tuple[datetime, int]:
        """Return what orders the records of one dossier."""
        return life_rank(self.as_of, self.state)

    def codes_named(self, system: str) -> tuple[OfficialCodeLinked, ...]:
        """Return the codes it names: its own, the other official ones, and ours."""
        official = tuple(OfficialCodeLinked(system, code) for code in (self.code, *self.codes))
        ours = (OfficialCodeLinked(OURS, self.own_code),) if self.own_code else ()
        return (*official, *ours)

    @property
    def paused_at(self) -> datetime | None:
        """Return since when the citizen is waited for; None where nobody is."""
        if self.state != DossierState.SUPPLEMENT_REQUESTED or not self.supplements:
            return None
        last = self.supplements[-1]
        return last.asked_at if last.taken_at is None else None


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
        facts: Of the whole record, where there was one.
        merged_from: The stream in which the record was kept before it was known to be this
            dossier's.
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
    facts: RecordFacts | None = None
    merged_from: str | None = None
    person: RecordPerson | None = None


@dataclass(frozen=True, slots=True)
class RecordImported:
    """A dossier known only from a national record: history, or work received elsewhere.

    Each further record of it is a new version; the one latest in the dossier's life counts.

    Args:
        held: True where it is open work of a unit of this node.
        facts: What figures need of the record.
        merged_from: The stream of another record that turned out to be of this dossier.
    """

    TYPE: ClassVar[str] = "RecordImported"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Nhập hồ sơ từ hệ thống chính thức"

    held: bool
    facts: RecordFacts
    merged_from: str | None = None
    person: RecordPerson | None = None


@dataclass(frozen=True, slots=True)
class RecordMerged:
    """What was kept here is another dossier's record; from now on it is read there (gộp hồ sơ).

    Args:
        into: The stream of that dossier.
    """

    TYPE: ClassVar[str] = "RecordMerged"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Gộp vào hồ sơ khác"

    into: str
