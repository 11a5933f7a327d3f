"""What the pages of a round's pack say (lời về gói của đợt)."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

LACKING: dict[str, tuple[Any, Any]] = {
    "broken": (
        _("Nhật ký của Trung tâm có chỗ hỏng."),
        _("Quản trị hệ thống chạy veban journal verify, rồi phục hồi từ bản sao lưu."),
    ),
    "rows_differ": (
        _("Bảng trên máy này không khớp với nhật ký."),
        _("Quản trị hệ thống chạy veban journal rebuild, rồi lập gói lại."),
    ),
    "unplaced": (
        _("Có việc liên quan đến máy này đang chờ người xem."),
        _("Mở Việc đến muộn, quyết định từng việc, rồi lập gói lại."),
    ),
    "missing_files": (
        _("Có tệp mà máy cần mang theo nhưng chưa về tới Trung tâm."),
        _("Chờ máy đang giữ tệp trao đổi với Trung tâm, hoặc nhận bằng USB, rồi lập gói lại."),
    ),
    "lane_too_short": (
        _("Dải số của máy không đủ đến ngày cuối của đợt."),
        _("Cho máy trao đổi với Trung tâm một lần để gia hạn, hoặc mở đợt gần ngày đi hơn."),
    ),
    "round_closed": (_("Đợt này đã đóng."), _("Chọn đợt khác, hoặc mở đợt mới.")),
}
"""What keeps a pack from being made → what it means, what to do."""


def lacking(what: Iterable[str]) -> list[tuple[Any, Any]]:
    """Return sentences for what a refusal names, each with what to do.

    Args:
        what: As ``pack.incomplete`` gives it: a name and a count each.
    """
    unknown = (_("Dữ liệu của máy này chưa đủ."), _("Báo quản trị hệ thống."))
    return [LACKING.get(name.partition(" ")[0], unknown) for name in what]
