"""Everything about going to the villages, on one page (đi bản)."""

from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from veban.actions.nodes.set_clock_right import MAY_SAY
from veban.core.people.roles import Role
from veban.web.access import officer_required
from veban.web.counter.dossier import OFFICE_ROLES
from veban.web.round.stick import CARRIERS
from veban.web.round.to_tell import TELLERS
from veban.web.serving import serving_of
from veban.web.visitor import Visitor

FIELD, CENTRE = frozenset({True}), frozenset({False})
EVERYWHERE = FIELD | CENTRE
NO_ROLE: frozenset[Role] = frozenset()
PACKERS = frozenset({Role.RECEIVER, Role.HANDLER})


@dataclass(frozen=True, slots=True)
class Way:
    """One page of the road.

    Args:
        address: Where it is.
        title: What it is called.
        words: What it is for, in a sentence.
        shown: Whether laptops show it (True), centres (False), or both.
        roles: Who may open it; everybody where there are none.
    """

    address: str
    title: Any
    words: Any
    shown: frozenset[bool] = EVERYWHERE
    roles: frozenset[Role] = NO_ROLE


JOBS = Way(
    "/jobs",
    _("Việc máy tự làm"),
    _("Trao đổi dữ liệu, dọn dẹp: lần chạy trước, lần tới, chạy ngay."),
    FIELD,
)

PACK = Way(
    "/road/pack",
    _("Gói của đợt"),
    _("Lập một tệp có đủ những gì máy lưu động cần cho đợt, rồi lưu ra USB."),
    CENTRE,
    frozenset(CARRIERS),
)

WAYS: tuple[Way, ...] = (
    PACK,
    replace(
        PACK,
        words=_("Mở gói Trung tâm đã lập; xem gói mang gì; in phiếu trắng mang theo."),
        shown=FIELD,
    ),
    Way(
        "/road/ready",
        _("Kiểm tra trước khi đi"),
        _("Máy, số hồ sơ, đồng hồ, pin, giấy mực: đủ chưa, thiếu gì thì làm gì."),
        FIELD,
    ),
    Way(
        "/clock",
        _("Đồng hồ của máy"),
        _("Đồng hồ đang chỉ mấy giờ, có cản trở việc ghi không, và cách làm việc tiếp."),
        roles=frozenset(MAY_SAY),
    ),
    Way(
        "/road/blanks",
        _("Phiếu trắng"),
        _("In sẵn giấy tiếp nhận có số để viết tay khi máy hỏng; hủy phiếu không dùng."),
        roles=frozenset({Role.RECEIVER, Role.MANAGER, Role.ADMIN}),
    ),
    Way(
        "/road/lan",
        _("Mạng nội bộ"),
        _("Địa chỉ và mã QR để điện thoại, máy khác vào máy này; hai máy lưu động gửi nhờ nhau."),
    ),
    Way(
        "/road/queue",
        _("Chờ gửi về Trung tâm"),
        _("Việc nào Trung tâm chưa nhận, lần thử vừa rồi ra sao; thử ngay."),
        FIELD,
    ),
    Way(
        "/road/stick",
        _("Trao đổi bằng USB"),
        _("Tạo tệp niêm phong cho máy kia, hoặc nhận tệp máy kia đã tạo; không cần mạng."),
    ),
    Way(
        "/road/slip",
        _("Nhập từ phiếu giấy"),
        _("Hồ sơ đã viết tay trên phiếu trắng: nhập vào máy với đúng số, ngày và giờ."),
        roles=frozenset({Role.RECEIVER}),
    ),
    Way(
        "/road/return",
        _("Bàn giao khi về"),
        _("Giấy tờ, kết quả, việc chưa gửi, số đã dùng: giao gì cho ai, in để hai bên ký."),
        FIELD,
        frozenset({Role.RECEIVER}),
    ),
    Way(
        "/road/to-tell",
        _("Cần báo tin"),
        _("Ai chưa biết tin về hồ sơ, báo qua ai, trước ngày nào; tờ nhắn cho trưởng bản."),
        roles=frozenset(TELLERS),
    ),
    Way(
        "/envelopes",
        _("In nhãn bì hồ sơ"),
        _("Mỗi hồ sơ giấy một bì, nhãn có mã và QR."),
        roles=PACKERS,
    ),
    Way(
        "/bags",
        _("Túi hồ sơ"),
        _("Xếp bì vào túi có số, đóng, gửi; quét lại khi nhận và ghi rõ bì còn thiếu."),
        roles=PACKERS,
    ),
    Way(
        "/carriage",
        _("Chuyến giấy tờ"),
        _("Chuyến hằng tuần giữa điểm tiếp nhận và Trung tâm, hai bên ký một danh sách."),
        roles=PACKERS,
    ),
    Way(
        "/road/underway",
        _("Trên đường và thất lạc"),
        _("Hồ sơ chưa nơi nào giữ, giấy tờ trong túi, bì không thấy: từ lúc nào, làm gì."),
        roles=frozenset(OFFICE_ROLES),
    ),
    Way(
        "/nodes",
        _("Máy lưu động"),
        _("Máy nào ở đâu, trao đổi lần cuối khi nào; báo mất máy."),
        CENTRE,
        frozenset({Role.ADMIN, Role.MANAGER}),
    ),
    Way(
        "/late",
        _("Việc đến muộn"),
        _("Việc ghi ở máy khác mà hồ sơ đã đi tiếp; lãnh đạo xem hai bên và quyết định."),
        CENTRE,
        frozenset({Role.MANAGER}),
    ),
    JOBS,
    replace(JOBS, shown=CENTRE, roles=frozenset({Role.ADMIN, Role.MANAGER})),
)
"""In the order of a round: before it, on it, after it, and what went wrong."""


@officer_required()
@require_safe
def show_ways(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Show what this machine and this officer can do about rounds and laptops."""
    is_field = serving_of(request).is_field
    ways = [
        way for way in WAYS if is_field in way.shown and (not way.roles or visitor.has(*way.roles))
    ]
    return render(request, "round/hub.html", {"ways": ways, "menu": "road"})
