"""All event types, folds and rows of all rooms, named in one place."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from veban.core.bags import events as bags
from veban.core.bags.bag import BagRow, bag_rows
from veban.core.dossiers import events as happened
from veban.core.dossiers import hand_back, result
from veban.core.dossiers.fee_collected import FeeCollected
from veban.core.dossiers.late import LateDecided
from veban.core.dossiers.messages import MessageRow, MessageSent, message_rows
from veban.core.dossiers.opinions import OpinionAsked, OpinionGiven
from veban.core.dossiers.paper_scans import PaperScanned
from veban.core.dossiers.passing import DossierPassedOn
from veban.core.dossiers.received import DossierReceived
from veban.core.dossiers.renumber import DossierRenumbered
from veban.core.dossiers.rows import CodeRow, DossierRow, SerialRow, SettledRow, dossier_rows
from veban.core.dossiers.seen import (
    OfficialCodeLinked,
    OfficialStateSeen,
    RecordImported,
    RecordMerged,
)
from veban.core.dossiers.telling import ApplicantTold, NewsRow
from veban.core.journal.clock import ClockSetRight
from veban.core.journal.event import EventCatalogue
from veban.core.journal.history import Placed
from veban.core.law.entered import LawRow, LawValueEntered, law_rows
from veban.core.nodes.blank_slips import (
    BlankSlipBrought,
    BlankSlipRow,
    BlankSlipSpoiled,
    BlankSlipsPrinted,
    blank_slip_rows,
)
from veban.core.nodes.events import (
    NodeFounded,
    NodeInvited,
    NodeJoined,
    NodeRecognised,
    NodeRevoked,
)
from veban.core.nodes.leases import LaneLeased, LeaseRow, lease_rows
from veban.core.nodes.points import PointEnded, PointRow, PointSet, point_rows
from veban.core.nodes.rows import NodeRow, node_rows
from veban.core.nodes.writers import NodeRenewed
from veban.core.people.officers import OfficerAdded, OfficerLetGo, OfficerRow, officer_rows
from veban.core.people.unit_settings import UnitRow, UnitSettled, unit_rows
from veban.core.rounds.roster import RosterErased, RosterLaid, RosterRow, roster_rows
from veban.core.rounds.round import RoundClosed, RoundOpened, RoundRow, round_rows
from veban.core.rounds.scans import ScansErased, ScansSealed
from veban.core.visits.table import VisitErased, VisitRecorded, VisitRow, visit_rows

EVENTS = EventCatalogue(
    (
        LawValueEntered,
        UnitSettled,
        OfficerAdded,
        OfficerLetGo,
        NodeFounded,
        NodeInvited,
        NodeJoined,
        NodeRecognised,
        NodeRevoked,
        NodeRenewed,
        ClockSetRight,
        PointSet,
        PointEnded,
        LaneLeased,
        BlankSlipsPrinted,
        BlankSlipSpoiled,
        BlankSlipBrought,
        RoundOpened,
        RoundClosed,
        RosterLaid,
        RosterErased,
        ScansSealed,
        ScansErased,
        VisitRecorded,
        VisitErased,
        MessageSent,
        bags.BagOpened,
        bags.EnvelopePacked,
        bags.EnvelopeTakenOut,
        bags.BagSent,
        bags.EnvelopeArrived,
        bags.BagReceived,
        DossierReceived,
        RecordImported,
        OfficialCodeLinked,
        OfficialStateSeen,
        RecordMerged,
        DossierRenumbered,
        happened.DossierAccepted,
        happened.DossierTransferred,
        happened.SupplementRequested,
        happened.SupplementTaken,
        happened.PaymentRequested,
        happened.PaymentConfirmed,
        happened.DossierReappointed,
        happened.DossierEnded,
        happened.ResultSigned,
        result.ResultDrafted,
        result.DraftSigned,
        result.DraftSentBack,
        result.ResultIssued,
        result.ResultArrived,
        OpinionAsked,
        OpinionGiven,
        FeeCollected,
        happened.ResultHandedBack,
        hand_back.ResultFaultFound,
        hand_back.ResultCorrected,
        hand_back.HandBackTried,
        PaperScanned,
        ApplicantTold,
        happened.DossierHandedOver,
        DossierPassedOn,
        happened.DossierKept,
        happened.HolderReleased,
        happened.HolderAccepted,
        happened.HolderReclaimed,
        happened.MessageSettled,
        LateDecided,
        happened.DossierErased,
    )
)
"""Every event type this program knows."""

Fold = Callable[[str, Sequence[Placed]], tuple[Any, ...]]
"""(stream, history) → the stream's rows."""

FOLDS: Mapping[str, Fold] = {
    "bag": bag_rows,
    "dossier": dossier_rows,
    "lane": lease_rows,
    "law": law_rows,
    "message": message_rows,
    "node": node_rows,
    "officer": officer_rows,
    "point": point_rows,
    "roster": roster_rows,
    "round": round_rows,
    "slips": blank_slip_rows,
    "unit": unit_rows,
    "visit": visit_rows,
}
"""Kind of stream → its fold."""

ROW_TYPES: tuple[type, ...] = (
    BlankSlipRow,
    BagRow,
    CodeRow,
    DossierRow,
    LawRow,
    LeaseRow,
    MessageRow,
    NewsRow,
    NodeRow,
    OfficerRow,
    PointRow,
    RosterRow,
    RoundRow,
    SerialRow,
    SettledRow,
    UnitRow,
    VisitRow,
)
"""Every kind of row; each is a table of the store."""
