"""The words of pages for the codes of core (lời trên trang); msgid is Vietnamese.

``gettext_lazy`` waits for the reader's language.

Reason for its length: tables of words, and whoever adds a code has to see how the others are said.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from veban.core.dossiers.codes import CLOSED, PAUSED, DossierState
from veban.core.people.roles import Role
from veban.core.procedures.term import TermRule
from veban.exchange.whereabouts import Whereabouts
from veban.web.words_of_results import ANSWERS

STATES: dict[Any, Any] = {
    DossierState.NEW: _("Mới đăng ký"),
    DossierState.RECEIVED: _("Đã tiếp nhận"),
    DossierState.NOT_ACCEPTED: _("Không được tiếp nhận"),
    DossierState.PROCESSING: _("Đang xử lý"),
    DossierState.SUPPLEMENT_REQUESTED: _("Chờ bổ sung giấy tờ"),
    DossierState.PAYMENT_REQUESTED: _("Chờ nộp tiền"),
    DossierState.WITHDRAWN: _("Đã rút hồ sơ"),
    DossierState.DISCONTINUED: _("Dừng xử lý"),
    DossierState.DONE: _("Đã có kết quả"),
    DossierState.RETURNED: _("Đã trả kết quả"),
}

NEXT_STEPS: dict[Any, Any] = {
    DossierState.NEW: _("Chờ Trung tâm xem và tiếp nhận hồ sơ."),
    DossierState.RECEIVED: _("Hồ sơ đang được chuyển đến người xử lý."),
    DossierState.NOT_ACCEPTED: _("Hỏi Trung tâm để biết lý do và cách nộp lại."),
    DossierState.PROCESSING: _("Chờ kết quả đến ngày hẹn trả; không cần mang thêm gì."),
    DossierState.SUPPLEMENT_REQUESTED: _(
        "Mang đủ giấy tờ ghi trên Phiếu yêu cầu bổ sung đến Trung tâm hoặc đưa cho tổ lưu động. "
        "Ngày hẹn trả được tính lại sau khi bổ sung."
    ),
    DossierState.PAYMENT_REQUESTED: _("Nộp khoản tiền được báo, rồi đưa biên lai cho Trung tâm."),
    DossierState.WITHDRAWN: _("Hồ sơ đã rút; muốn làm tiếp thì nộp hồ sơ mới."),
    DossierState.DISCONTINUED: _("Hỏi Trung tâm để biết lý do và cách nộp lại."),
    DossierState.DONE: _("Mang Giấy tiếp nhận đến nhận kết quả, hoặc chờ tổ lưu động mang về bản."),
    DossierState.RETURNED: _("Kết quả đã trao. Nếu có sai sót, báo ngay cho Trung tâm."),
}

NEXT_BY_WAY: dict[Any, Any] = {
    (DossierState.DONE, "centre"): _("Mang Giấy tiếp nhận đến Trung tâm để nhận kết quả."),
    (DossierState.DONE, "village"): _(
        "Tổ lưu động mang kết quả về bản. Giữ Giấy tiếp nhận để nhận kết quả."
    ),
    (DossierState.DONE, "point"): _(
        "Kết quả về điểm tiếp nhận nơi đã nộp. Mang Giấy tiếp nhận đến đó để nhận kết quả."
    ),
    (DossierState.DONE, "post"): _(
        "Kết quả được gửi qua bưu chính. Quá vài ngày chưa nhận được thì hỏi Trung tâm."
    ),
    (DossierState.DONE, "electronic"): _(
        "Kết quả là bản điện tử. Nếu chưa thấy, hỏi Trung tâm nơi nhận hồ sơ."
    ),
}
"""What comes next where the way of the result matters; else ``NEXT_STEPS``."""

OFFICE_STEPS: dict[Any, Any] = {
    DossierState.NEW: _("Xem hồ sơ, rồi tiếp nhận hoặc nói rõ vì sao không tiếp nhận."),
    DossierState.RECEIVED: _("Chuyển cho người xử lý."),
    DossierState.PROCESSING: _("Xử lý và trình ký kết quả."),
    DossierState.SUPPLEMENT_REQUESTED: _("Chờ người dân mang giấy tờ đến; nhận rồi ghi vào đây."),
    DossierState.PAYMENT_REQUESTED: _("Chờ người dân nộp tiền; nộp rồi ghi vào đây."),
    DossierState.DONE: _("Trả kết quả cho người dân."),
}
FIELD_STEP = _("Đưa hồ sơ giấy về Trung tâm và trao đổi dữ liệu khi có sóng hoặc bằng USB.")
COMPANION_STEP = _(
    "Xử lý trên hệ thống chính thức. Có kết quả rồi thì ghi “Kết quả đã về”; không thì ghi trạng "
    "thái ở đó vào đây."
)

TERMS: dict[Any, Any] = {
    TermRule.SAME_DAY: _("trong ngày làm việc"),
    TermRule.WORKING_DAYS: _("%(amount)s ngày làm việc"),
    TermRule.CALENDAR_DAYS: _("%(amount)s ngày"),
    TermRule.WORKING_HOURS: _("%(amount)s giờ làm việc"),
}

WARNINGS: dict[Any, Any] = {
    "agency.placeholder": _(
        "Đơn vị chưa khai mã định danh cơ quan, nên phần đầu của mã hồ sơ là ký hiệu tạm. Mã này "
        "vẫn tra cứu được lâu dài."
    ),
    "calendar.provisional": _(
        "Ngày hẹn trả tính theo lịch tạm, vì lịch nghỉ của năm đó chưa công bố."
    ),
    "dossier.term_ends_before_return": _(
        "Hạn trả đến trước khi tổ lưu động về tới nơi có người ký, "
        "nên hồ sơ sẽ chậm nếu để như vậy."
    ),
    "fee.unknown": _(
        "Bộ dữ liệu chưa có mức thu. Giấy tiếp nhận để trống dòng phí; ghi mức thu và số nghị "
        "quyết bằng tay."
    ),
    "identity.length_wrong": _(
        "Số định danh không đủ 12 chữ số (hoặc 9 chữ số của giấy cũ). Xem lại trên thẻ."
    ),
    "identity.province_unknown": _(
        "Ba số đầu của số định danh không phải mã tỉnh nào. Xem lại trên thẻ."
    ),
    "identity.sex_differs": _(
        "Số định danh và giới tính không khớp nhau. Xem lại trên thẻ; nếu giấy tờ sai, hướng dẫn "
        "người dân cải chính."
    ),
    "identity.year_differs": _(
        "Số định danh và năm sinh không khớp nhau. Xem lại trên thẻ; nếu giấy tờ sai, hướng dẫn "
        "người dân cải chính."
    ),
    "procedure.unchecked": _(
        "Thành phần hồ sơ của thủ tục này chưa được đối chiếu trong phần mềm; bạn đã tự kiểm tra "
        "theo quy định."
    ),
    "slip.printing_unknown": _(
        "Máy này chưa biết phiếu trắng mang số này đã được in. So lại số trên phiếu; nếu phiếu "
        "in ở máy chưa trao đổi dữ liệu hoặc máy đã mất thì nhập tiếp được."
    ),
    "slip.used_on_other_day": _(
        "Số phiếu này đã dùng cho một hồ sơ của ngày khác. Kiểm tra phiếu đã nhập chưa và ngày ghi "
        "trên phiếu; chỉ nhập tiếp khi có hai tờ phiếu cùng số."
    ),
    "term.unknown": _(
        "Bộ dữ liệu chưa có thời hạn của thủ tục này. Giấy tiếp nhận để trống ngày hẹn trả; ghi "
        "bằng tay theo quy định."
    ),
}

LAPTOP_STATES: dict[Any, Any] = {
    "invited": _("Đã mời, chưa kết nối"),
    "joined": _("Đang dùng"),
    "revoked": _("Đã thu hồi"),
}

REMINDERS: dict[Any, Any] = {
    "place.unnamed": _("Tên bản hoặc điểm nơi đang nhận hồ sơ."),
    "return.no_day": _(
        "Ngày tổ lưu động trở lại bản: hồ sơ chưa thuộc đợt nào, hoặc đợt chưa định ngày trở "
        "lại. Nói với người dân là ngày trở lại sẽ báo sau."
    ),
    "contact.nobody": _(
        "Một người được báo tin: người nộp không có điện thoại và chưa ghi ai được báo thay."
    ),
}

PLACES: dict[Any, Any] = {
    "centre": _("Tại Trung tâm"),
    "point": _("Tại điểm tiếp nhận"),
    "village": _("Tại bản"),
    "home": _("Tại nhà người dân"),
}

RETURN_WAYS: dict[Any, Any] = {
    "centre": _("Nhận tại Trung tâm"),
    "village": _("Tổ lưu động mang kết quả về bản"),
    "post": _("Nhận qua bưu chính"),
    "electronic": _("Nhận bản điện tử"),
}

RETURNS: dict[Any, Any] = {**RETURN_WAYS, "point": _("Nhận tại điểm tiếp nhận")}
"""How results go back, as it is told; what a point takes in comes back to it."""

PAPER_FORMS: dict[Any, Any] = {
    "original": _("Bản chính"),
    "certified_copy": _("Bản sao chứng thực"),
    "copy": _("Bản chụp"),
    "data": _("Dữ liệu điện tử"),
}

CHANNELS: dict[Any, Any] = {1: _("Trực tiếp"), 2: _("Trực tuyến"), 3: _("Qua bưu chính")}
SEXES: dict[Any, Any] = {"M": _("Nam"), "F": _("Nữ")}
MOVE_CHOICES: dict[Any, Any] = {
    "signature": _("Ký nhận"),
    "fingerprint": _("Điểm chỉ"),
    "in_person": _("Nói trực tiếp"),
    "by_phone": _("Gọi điện cho người nộp"),
    "contact": _("Qua người liên hệ được báo tin"),
    "village_head": _("Qua trưởng bản"),
    "absent": _("Người nhận vắng mặt"),
    "refused": _("Người nhận không đồng ý nhận"),
    "moved": _("Người nhận đã chuyển đi"),
    "died": _("Người nhận đã mất"),
    **ANSWERS,
}

NEWS: dict[Any, Any] = {
    "ready": _("Đã có kết quả"),
    "fault": _("Kết quả phải sửa, hẹn lại ngày trả"),
    "supplement": _("Cần bổ sung giấy tờ"),
    "payment": _("Cần nộp tiền"),
    "new_date": _("Ngày hẹn trả đã dời"),
    "ended": _("Hồ sơ không được giải quyết"),
}

ROLES: dict[Any, Any] = {
    Role.ADMIN: _("Quản trị"),
    Role.RECEIVER: _("Tiếp nhận và trả kết quả"),
    Role.HANDLER: _("Xử lý hồ sơ"),
    Role.SIGNER: _("Ký duyệt"),
    Role.MANAGER: _("Lãnh đạo Trung tâm"),
    Role.SUPERVISOR: _("Theo dõi, giám sát"),
}

PART_STATES: dict[Any, Any] = {
    "done": _("đã điền"),
    "wrong": _("cần sửa"),
    "open": _("chưa điền"),
    "left_out": _("không có"),
}

SLIPS: dict[Any, Any] = {
    "receipt": _("Giấy tiếp nhận"),
    "pictures": _("Phiếu hình"),
    "supplement": _("Phiếu yêu cầu bổ sung"),
    "refusal": _("Phiếu từ chối"),
    "apology": _("Văn bản xin lỗi, hẹn lại"),
    "stop": _("Thông báo dừng giải quyết"),
    "control": _("Phiếu kiểm soát"),
    "declaration": _("Tờ khai"),
}


def way_of(kind: str | None, how: str) -> str:
    """Return how a result goes back, told by where the dossier was taken in.

    Example:
        >>> way_of("point", "village"), way_of("village", "village")
        ('point', 'village')
    """
    return "point" if (kind, how) == ("point", "village") else str(how)


def tone_of(state: int) -> str:
    """Return how a state is coloured: ``waiting``, ``closed``, ``ready`` or ``running``.

    Example:
        >>> tone_of(5), tone_of(9)
        ('waiting', 'ready')
    """
    known = DossierState(state)
    if known in PAUSED:
        return "waiting"
    if known in CLOSED:
        return "closed"
    return "ready" if known is DossierState.DONE else "running"


WHEREABOUTS = {
    Whereabouts.ON_DEVICE: _("Mới có trên máy này"),
    Whereabouts.RECEIVED: _("Trung tâm đã nhận"),
    Whereabouts.APPLIED: _("Trung tâm đã tiếp quản"),
}
"""The three honest states of a dossier on a laptop."""
SPOILED: dict[Any, Any] = {
    "miswritten": _("Viết hỏng"),
    "torn": _("Rách"),
    "wet": _("Ướt"),
    "lost": _("Mất"),
    "not_needed": _("Không dùng đến, đã hủy"),
}

BY_HAND: dict[Any, Any] = {
    "laptop_dead": _("Máy tính hỏng hoặc mất"),
    "no_power": _("Hết pin, mất điện"),
    "printer_dead": _("Máy in hỏng, hết giấy mực"),
    "laptop_elsewhere": _("Máy đang ở chỗ khác"),
    "other": _("Lý do khác"),
}
