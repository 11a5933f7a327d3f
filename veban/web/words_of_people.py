"""The words of pages about people and rights (lời trên trang về con người và quyền)."""

from typing import Any

from django.utils.translation import gettext_lazy as _

LOOKS: dict[str, Any] = {
    "dossier": _("Mở hồ sơ"),
    "list": _("Xem danh sách"),
    "sheet": _("Tải bảng"),
    "slip": _("In phiếu"),
    "sitting": _("Xem mọi hồ sơ của một lượt đến"),
    "to_tell": _("Xem danh sách cần báo tin"),
    "visit": _("Mở lượt đến bàn"),
    "roster": _("Tra danh sách nhân khẩu"),
    "logbook": _("In sổ theo dõi"),
    "paper": _("Xem bản quét giấy tờ"),
    "lost_report": _("In danh sách của máy mất"),
    "export": _("Xuất dữ liệu"),
    "person": _("Tìm mọi dữ liệu về một người"),
    "given": _("Cấp dữ liệu cho người yêu cầu"),
    "looks": _("Xem danh sách lượt xem"),
}

PLACES: dict[str, Any] = {
    "dossier": _("Hồ sơ"),
    "visit": _("Lượt đến bàn, chưa có hồ sơ"),
    "roster": _("Danh sách nhân khẩu của đợt"),
}

FIELDS: dict[str, Any] = {
    "full_name": _("Họ và tên"),
    "personal_id": _("Số định danh"),
    "birth_date": _("Ngày sinh"),
    "sex": _("Giới tính"),
    "ethnicity": _("Dân tộc"),
    "phone": _("Điện thoại"),
    "unit": _("Đơn vị"),
    "village": _("Thôn, bản"),
    "household": _("Hộ"),
    "number": _("Số trong danh sách"),
    "groups": _("Nhóm"),
    "relation": _("Quan hệ"),
    "may_be_told": _("Được báo tin"),
    "language": _("Ngôn ngữ"),
    "reason": _("Lý do"),
    "reasons": _("Lý do ưu tiên"),
    "papers": _("Giấy tờ"),
    "name": _("Tên"),
    "file": _("Ảnh hoặc tệp (dấu SHA-256)"),
    "tracking": _("Mã tra cứu trên phiếu"),
    "witness": _("Người làm chứng"),
    "return_place": _("Nơi nhận kết quả"),
    "legal_basis": _("Căn cứ pháp lý"),
    "note": _("Ghi chú"),
    "applicant": _("Người nộp hồ sơ"),
    "contact": _("Người liên hệ"),
    "collector": _("Người nhận thay"),
    "interpreter": _("Người phiên dịch"),
    "declaration": _("Tờ khai"),
    "people": _("Nhân khẩu"),
    "details": _("Nội dung"),
    "record": _("Bản ghi của Cổng"),
    "to": _("Người nhận kết quả"),
}
"""Names of what a private part holds; what is not here keeps the name it was recorded under."""


VALUES: dict[str, Any] = {"True": _("có"), "False": _("không"), "F": _("Nữ"), "M": _("Nam")}
"""Values that are recorded as signs."""


def said(path: str) -> str:
    """Return a path of names in words.

    Example:
        >>> said("applicant.full_name")
        'Người nộp hồ sơ: Họ và tên'
    """
    return ": ".join(str(FIELDS.get(part, part)) for part in path.split(".") if part)
