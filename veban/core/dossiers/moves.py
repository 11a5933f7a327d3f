"""``MOVES``: everything that can be done with a dossier after it was received.

The one table from which the code, the role matrix, the documentation, the buttons and
``veban dossiers do`` are made.

Reason for its length: one table, and whoever changes a row has to see the others.
"""

from veban.core.dossiers.codes import CLOSED, DossierState
from veban.core.dossiers.details import (
    HandBackDetails,
    HandOverDetails,
    NoDetails,
    NoteDetails,
    OfficialCodeDetails,
    OfficialStateDetails,
    PassOnDetails,
    PaymentDetails,
    PaymentRequestDetails,
    ReappointDetails,
    ReasonDetails,
    SignDetails,
    SupplementDetails,
    SupplementRequestDetails,
)
from veban.core.dossiers.fee_collected import CollectFeeDetails
from veban.core.dossiers.hand_back import FaultDetails, NotHandedBackDetails
from veban.core.dossiers.move import ClockEffect, Move
from veban.core.dossiers.opinions import AskOpinionDetails, GiveOpinionDetails
from veban.core.dossiers.paper_scans import ScanDetails
from veban.core.dossiers.result import (
    DraftDetails,
    IssueDetails,
    ResultHereDetails,
    SignDraftDetails,
)
from veban.core.dossiers.telling import TellDetails
from veban.core.people.roles import Role
from veban.core.people.unit_settings import Mode

S = DossierState
ANY_STATE = frozenset(DossierState)
OPEN = ANY_STATE - CLOSED
IN_HAND = frozenset({S.RECEIVED, S.PROCESSING})
BOTH = frozenset(Mode)
FULL = frozenset({Mode.FULL})
COMPANION = frozenset({Mode.COMPANION})


def _roles(*roles: Role) -> frozenset[Role]:
    return frozenset(roles)


_TABLE = (
    Move(
        "accept",
        "Tiếp nhận hồ sơ trực tuyến",
        frozenset({S.NEW}),
        S.RECEIVED,
        _roles(Role.RECEIVER),
        FULL,
        NoteDetails,
    ),
    Move(
        "not_accept",
        "Không tiếp nhận",
        frozenset({S.NEW, S.RECEIVED}),
        S.NOT_ACCEPTED,
        _roles(Role.RECEIVER, Role.HANDLER),
        FULL,
        ReasonDetails,
        ClockEffect.END,
        "refusal",
    ),
    Move(
        "transfer",
        "Chuyển xử lý",
        frozenset({S.RECEIVED}),
        S.PROCESSING,
        _roles(Role.RECEIVER, Role.HANDLER),
        FULL,
        NoteDetails,
        slip="control",
    ),
    Move(
        "request_supplement",
        "Yêu cầu bổ sung",
        IN_HAND,
        S.SUPPLEMENT_REQUESTED,
        _roles(Role.RECEIVER, Role.HANDLER, Role.MANAGER),
        FULL,
        SupplementRequestDetails,
        ClockEffect.PAUSE,
        "supplement",
    ),
    Move(
        "take_supplement",
        "Nhận giấy tờ bổ sung",
        frozenset({S.SUPPLEMENT_REQUESTED}),
        None,
        _roles(Role.RECEIVER, Role.HANDLER),
        BOTH,
        SupplementDetails,
        ClockEffect.RESUME,
    ),
    Move(
        "request_payment",
        "Yêu cầu nghĩa vụ tài chính",
        IN_HAND,
        S.PAYMENT_REQUESTED,
        _roles(Role.HANDLER),
        FULL,
        PaymentRequestDetails,
        ClockEffect.PAUSE,
    ),
    Move(
        "confirm_payment",
        "Xác nhận đã nộp tiền",
        frozenset({S.PAYMENT_REQUESTED}),
        None,
        _roles(Role.RECEIVER, Role.HANDLER),
        FULL,
        PaymentDetails,
        ClockEffect.RESUME,
    ),
    Move(
        "reappoint",
        "Xin lỗi và hẹn lại",
        IN_HAND,
        None,
        _roles(Role.HANDLER, Role.MANAGER),
        FULL,
        ReappointDetails,
        ClockEffect.NEW_DATE,
        "apology",
    ),
    Move(
        "withdraw",
        "Rút hồ sơ theo yêu cầu",
        OPEN - {S.DONE},
        S.WITHDRAWN,
        _roles(Role.RECEIVER, Role.HANDLER),
        BOTH,
        ReasonDetails,
        ClockEffect.END,
        "stop",
    ),
    Move(
        "discontinue",
        "Dừng giải quyết",
        OPEN - {S.NEW, S.DONE},
        S.DISCONTINUED,
        _roles(Role.HANDLER, Role.MANAGER),
        FULL,
        ReasonDetails,
        ClockEffect.END,
        "stop",
    ),
    Move(
        "sign",
        "Ký kết quả",
        frozenset({S.PROCESSING}),
        S.DONE,
        _roles(Role.SIGNER),
        FULL,
        SignDetails,
        ClockEffect.END,
    ),
    Move(
        "draft",
        "Trình ký dự thảo kết quả",
        frozenset({S.PROCESSING}),
        None,
        _roles(Role.HANDLER),
        FULL,
        DraftDetails,
    ),
    Move(
        "sign_draft",
        "Ký duyệt dự thảo",
        frozenset({S.PROCESSING}),
        None,
        _roles(Role.SIGNER),
        FULL,
        SignDraftDetails,
    ),
    Move(
        "send_draft_back",
        "Trả lại dự thảo",
        frozenset({S.PROCESSING}),
        None,
        _roles(Role.SIGNER),
        FULL,
        ReasonDetails,
    ),
    Move(
        "issue",
        "Phát hành kết quả",
        frozenset({S.PROCESSING}),
        S.DONE,
        _roles(Role.RECEIVER, Role.HANDLER, Role.SIGNER),
        FULL,
        IssueDetails,
        ClockEffect.END,
    ),
    Move(
        "result_here",
        "Kết quả đã về",
        frozenset({S.RECEIVED, S.PROCESSING, S.DONE}),
        S.DONE,
        _roles(Role.RECEIVER, Role.HANDLER),
        COMPANION,
        ResultHereDetails,
        ClockEffect.END,
    ),
    Move(
        "ask_opinion",
        "Lấy ý kiến",
        IN_HAND,
        None,
        _roles(Role.HANDLER, Role.MANAGER),
        FULL,
        AskOpinionDetails,
    ),
    Move(
        "give_opinion",
        "Trả lời lấy ý kiến",
        OPEN,
        None,
        _roles(Role.RECEIVER, Role.HANDLER, Role.SIGNER, Role.MANAGER),
        BOTH,
        GiveOpinionDetails,
    ),
    Move(
        "collect_fee",
        "Thu phí, lệ phí",
        OPEN - {S.NEW},
        None,
        _roles(Role.RECEIVER, Role.HANDLER),
        FULL,
        CollectFeeDetails,
    ),
    Move(
        "hand_back",
        "Trả kết quả",
        frozenset({S.DONE}),
        S.RETURNED,
        _roles(Role.RECEIVER),
        BOTH,
        HandBackDetails,
    ),
    Move(
        "find_fault",
        "Kết quả có sai sót",
        frozenset({S.DONE}),
        None,
        _roles(Role.RECEIVER),
        BOTH,
        FaultDetails,
    ),
    Move(
        "correct",
        "Đã có kết quả sửa lại",
        frozenset({S.DONE}),
        None,
        _roles(Role.SIGNER, Role.HANDLER),
        BOTH,
        SignDetails,
    ),
    Move(
        "not_handed_back",
        "Chưa trả được kết quả",
        frozenset({S.DONE}),
        None,
        _roles(Role.RECEIVER),
        BOTH,
        NotHandedBackDetails,
    ),
    Move(
        "attach_scan",
        "Gắn bản quét vào giấy tờ",
        OPEN,
        None,
        _roles(Role.RECEIVER, Role.HANDLER),
        BOTH,
        ScanDetails,
    ),
    Move(
        "tell",
        "Đã báo tin cho người nộp hồ sơ",
        ANY_STATE - {S.NEW, S.WITHDRAWN, S.RETURNED},
        None,
        _roles(Role.RECEIVER, Role.HANDLER, Role.MANAGER),
        BOTH,
        TellDetails,
    ),
    Move(
        "hand_over",
        "Bàn giao hồ sơ giấy",
        OPEN,
        None,
        _roles(Role.RECEIVER, Role.HANDLER, Role.SIGNER),
        BOTH,
        HandOverDetails,
        slip="control",
    ),
    Move(
        "pass_on",
        "Chuyển sang đơn vị khác",
        OPEN,
        None,
        _roles(Role.RECEIVER, Role.HANDLER, Role.SIGNER, Role.MANAGER),
        BOTH,
        PassOnDetails,
    ),
    Move(
        "keep",
        "Giữ lại trên máy",
        OPEN,
        None,
        _roles(Role.RECEIVER),
        BOTH,
        NoDetails,
    ),
    Move(
        "let_go",
        "Hồ sơ đã đủ, gửi về Trung tâm",
        OPEN,
        None,
        _roles(Role.RECEIVER),
        BOTH,
        NoDetails,
    ),
    Move(
        "reclaim",
        "Thu hồi nơi xử lý",
        OPEN,
        None,
        _roles(Role.MANAGER),
        BOTH,
        ReasonDetails,
    ),
    Move(
        "link_code",
        "Gắn mã hồ sơ chính thức",
        ANY_STATE,
        None,
        _roles(Role.RECEIVER, Role.HANDLER),
        BOTH,
        OfficialCodeDetails,
    ),
    Move(
        "seen",
        "Ghi trạng thái ở hệ thống chính thức",
        ANY_STATE,
        None,
        _roles(Role.RECEIVER, Role.HANDLER),
        BOTH,
        OfficialStateDetails,
    ),
)

MOVES = {move.name: move for move in _TABLE}
"""Name → move."""

FACTS_SEEN = frozenset({"link_code", "seen"})
"""Moves that only say what another system shows: never refused for the dossier's state."""
