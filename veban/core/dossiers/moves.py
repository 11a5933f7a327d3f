"""``MOVES``: everything that can be done with a dossier after it was received.

The one table from which the code, the role matrix, the documentation, the buttons and
``veban dossiers do`` are made.
"""

from dataclasses import dataclass
from enum import StrEnum

from veban.core.dossiers.codes import CLOSED, DossierState
from veban.core.dossiers.details import (
    HandBackDetails,
    HandOverDetails,
    NoDetails,
    NoteDetails,
    OfficialCodeDetails,
    OfficialStateDetails,
    PaymentDetails,
    PaymentRequestDetails,
    ReappointDetails,
    ReasonDetails,
    SignDetails,
    SupplementDetails,
    SupplementRequestDetails,
)
from veban.core.dossiers.standing import standing
from veban.core.dossiers.state import Dossier
from veban.core.people.roles import Role
from veban.core.people.unit_settings import Mode

S = DossierState
ANY_STATE = frozenset(DossierState)
OPEN = ANY_STATE - CLOSED
IN_HAND = frozenset({S.RECEIVED, S.PROCESSING})
BOTH = frozenset(Mode)
FULL = frozenset({Mode.FULL})


class ClockEffect(StrEnum):
    """What a move does to the term."""

    NONE = "none"
    PAUSE = "pause"
    RESUME = "resume"
    NEW_DATE = "new_date"
    END = "end"


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that can be done (thao tác).

    Args:
        name: What ``veban dossiers do`` calls it.
        title: What the button says.
        sources: The states it starts from.
        target: The state it leads to; None where the state stays or goes back.
        roles: Who may do it.
        modes: In which modes pages offer it; a command is taken in every mode.
        clock: What it does to the term.
        slip: The slip it prints, as a kind of ``veban slip``.
        details: The shape of its ``with``.
    """

    name: str
    title: str
    sources: frozenset[DossierState]
    target: DossierState | None
    roles: frozenset[Role]
    modes: frozenset[Mode]
    details: type
    clock: ClockEffect = ClockEffect.NONE
    slip: str | None = None

    @property
    def needs_reason(self) -> bool:
        """Tell whether the move is refused without a reason."""
        return "reason" in self.details.__dataclass_fields__  # type: ignore[attr-defined]


def _roles(*roles: Role) -> frozenset[Role]:
    return frozenset(roles)


_TABLE = (
    Move(
        "accept", "Tiếp nhận hồ sơ trực tuyến", frozenset({S.NEW}), S.RECEIVED,
        _roles(Role.RECEIVER), FULL, NoteDetails,
    ),
    Move(
        "not_accept", "Không tiếp nhận", frozenset({S.NEW, S.RECEIVED}), S.NOT_ACCEPTED,
        _roles(Role.RECEIVER, Role.HANDLER), FULL, ReasonDetails, ClockEffect.END, "refusal",
    ),
    Move(
        "transfer", "Chuyển xử lý", frozenset({S.RECEIVED}), S.PROCESSING,
        _roles(Role.RECEIVER, Role.HANDLER), FULL, NoteDetails, slip="control",
    ),
    Move(
        "request_supplement", "Yêu cầu bổ sung", IN_HAND, S.SUPPLEMENT_REQUESTED,
        _roles(Role.RECEIVER, Role.HANDLER, Role.MANAGER), FULL, SupplementRequestDetails,
        ClockEffect.PAUSE, "supplement",
    ),
    Move(
        "take_supplement", "Nhận giấy tờ bổ sung", frozenset({S.SUPPLEMENT_REQUESTED}), None,
        _roles(Role.RECEIVER, Role.HANDLER), BOTH, SupplementDetails, ClockEffect.RESUME,
    ),
    Move(
        "request_payment", "Yêu cầu nghĩa vụ tài chính", IN_HAND, S.PAYMENT_REQUESTED,
        _roles(Role.HANDLER), FULL, PaymentRequestDetails, ClockEffect.PAUSE,
    ),
    Move(
        "confirm_payment", "Xác nhận đã nộp tiền", frozenset({S.PAYMENT_REQUESTED}), None,
        _roles(Role.RECEIVER, Role.HANDLER), FULL, PaymentDetails, ClockEffect.RESUME,
    ),
    Move(
        "reappoint", "Xin lỗi và hẹn lại", IN_HAND, None,
        _roles(Role.HANDLER, Role.MANAGER), FULL, ReappointDetails, ClockEffect.NEW_DATE,
        "apology",
    ),
    Move(
        "withdraw", "Rút hồ sơ theo yêu cầu", OPEN - {S.DONE}, S.WITHDRAWN,
        _roles(Role.RECEIVER, Role.HANDLER), BOTH, ReasonDetails, ClockEffect.END, "stop",
    ),
    Move(
        "discontinue", "Dừng giải quyết", OPEN - {S.NEW, S.DONE}, S.DISCONTINUED,
        _roles(Role.HANDLER, Role.MANAGER), FULL, ReasonDetails, ClockEffect.END, "stop",
    ),
    Move(
        "sign", "Ký kết quả", frozenset({S.PROCESSING}), S.DONE,
        _roles(Role.SIGNER), FULL, SignDetails, ClockEffect.END,
    ),
    Move(
        "hand_back", "Trả kết quả", frozenset({S.DONE}), S.RETURNED,
        _roles(Role.RECEIVER), BOTH, HandBackDetails,
    ),
    Move(
        "hand_over", "Bàn giao hồ sơ giấy", OPEN, None,
        _roles(Role.RECEIVER, Role.HANDLER, Role.SIGNER), BOTH, HandOverDetails, slip="control",
    ),
    Move(
        "keep", "Giữ lại trên máy", OPEN, None, _roles(Role.RECEIVER), BOTH, NoDetails,
    ),
    Move(
        "let_go", "Hồ sơ đã đủ, gửi về Trung tâm", OPEN, None,
        _roles(Role.RECEIVER), BOTH, NoDetails,
    ),
    Move(
        "reclaim", "Thu hồi nơi xử lý", OPEN, None, _roles(Role.MANAGER), BOTH, ReasonDetails,
    ),
    Move(
        "link_code", "Gắn mã hồ sơ chính thức", ANY_STATE, None,
        _roles(Role.RECEIVER, Role.HANDLER), BOTH, OfficialCodeDetails,
    ),
    Move(
        "seen", "Ghi trạng thái ở hệ thống chính thức", ANY_STATE, None,
        _roles(Role.RECEIVER, Role.HANDLER), BOTH, OfficialStateDetails,
    ),
)

MOVES = {move.name: move for move in _TABLE}
"""Name → move."""

FACTS_SEEN = frozenset({"link_code", "seen"})
"""Moves that only say what another system shows: never refused for the dossier's state."""


def moves_offered(dossier: Dossier, roles: frozenset[Role], mode: Mode) -> tuple[Move, ...]:
    """Return the moves that a page offers now, in the table's order.

    Args:
        dossier: The dossier.
        roles: The officer's roles.
        mode: The unit's mode.
    """
    state = standing(dossier).state
    return tuple(
        move
        for move in _TABLE
        if state in move.sources and mode in move.modes and not roles.isdisjoint(move.roles)
    )
