"""All tables, for Django to find: the journal's own and those of the rows."""

from veban.store.accounts.tables import AccountRecord, SessionRecord
from veban.store.drafts.tables import DraftRecord
from veban.store.exchange.tables import (
    BackupRecord,
    ExcerptRecord,
    HeardRecord,
    InvitationRecord,
    RefusedRecord,
    VoucherRecord,
    WantedFileRecord,
)
from veban.store.jobs.tables import JobRunRecord
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
from veban.store.looks.tables import LookRecord
from veban.store.readiness.tables import SaidRecord
from veban.store.rows.bags import BagRecord
from veban.store.rows.dossiers import CodeRecord, DossierRecord, SerialRecord, SettledRecord
from veban.store.rows.law import LawRecord
from veban.store.rows.messages import MessageRecord
from veban.store.rows.news import NewsRecord
from veban.store.rows.nodes import LeaseRecord, NodeRecord, PointRecord
from veban.store.rows.people import OfficerRecord, UnitRecord
from veban.store.rows.rounds import RosterRecord, RoundRecord
from veban.store.rows.slips import BlankSlipRecord
from veban.store.rows.visits import VisitRecord
from veban.store.scans.tables import ScanRecord
from veban.store.sittings.tables import SeatRecord

__all__ = [
    "AccountRecord",
    "AnswerRecord",
    "BackupRecord",
    "BagRecord",
    "BlankSlipRecord",
    "CodeRecord",
    "DossierRecord",
    "DraftRecord",
    "EntryRecord",
    "ErasedRecord",
    "ExcerptRecord",
    "FileRecord",
    "HeadRecord",
    "HeardRecord",
    "InvitationRecord",
    "JobRunRecord",
    "LawRecord",
    "LeaseRecord",
    "LookRecord",
    "MessageRecord",
    "NewsRecord",
    "NodeRecord",
    "OfficerRecord",
    "PersonRecord",
    "PlaceRecord",
    "PointRecord",
    "RefusedRecord",
    "RosterRecord",
    "RoundRecord",
    "SaidRecord",
    "ScanRecord",
    "SeatRecord",
    "SerialRecord",
    "SessionRecord",
    "SettledRecord",
    "UnitRecord",
    "UnwantedFileRecord",
    "VisitRecord",
    "VoucherRecord",
    "WantedFileRecord",
]
