"""The words of the law desk (lời trên trang quy định)."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from veban.core.law.entered import LawKind, LawRow
from veban.core.procedures.fee_lines import FeePer
from veban.web.templatetags.writing import money

KINDS: dict[str, Any] = {
    LawKind.FEES: _("Mức thu"),
    LawKind.TERM: _("Thời hạn giải quyết"),
    LawKind.EXEMPTIONS: _("Đối tượng miễn phí, lệ phí"),
    LawKind.PLACE: _("Nơi tiếp nhận"),
    LawKind.OFFICE_HOURS: _("Giờ làm việc"),
    LawKind.DAY: _("Ngày nghỉ, ngày làm bù"),
    LawKind.YEAR: _("Lịch nghỉ năm"),
    LawKind.PROCEDURE: _("Thủ tục"),
    LawKind.CONFIRMED: _("Thủ tục đã kiểm chứng"),
    LawKind.LAYOUT: _("Mẫu in đã xác nhận"),
}

DAY_KINDS: dict[str, Any] = {
    "holiday": _("Ngày lễ, tết"),
    "swapped_off": _("Nghỉ hoán đổi"),
    "swapped_work": _("Làm bù"),
    "ordinary": _("Ngày thường (bỏ tên đã ghi nhầm)"),
}

FEE_PERS: dict[str, Any] = {
    FeePer.DOSSIER: _("hồ sơ"),
    FeePer.COPY: _("bản"),
    FeePer.PAGE: _("trang"),
    FeePer.DOCUMENT: _("văn bản"),
    FeePer.TRANSACTION: _("giao dịch"),
}

CHANNELS: dict[int, Any] = {1: _("trực tiếp"), 2: _("trực tuyến"), 3: _("bưu chính")}


def value_words(row: LawRow) -> str:
    """Return an entered value in words; empty where its kind and what it is about say it."""
    value = row.read_value
    match row.kind:
        case LawKind.FEES:
            return "; ".join(_fee_words(line) for line in value["lines"])
        case LawKind.DAY:
            return " · ".join(filter(None, (str(DAY_KINDS[value["kind"]]), value.get("name"))))
        case LawKind.OFFICE_HOURS:
            return ", ".join("–".join(session) for session in value["sessions"])
    return ""


def _fee_words(line: dict[str, Any]) -> str:
    channels = ", ".join(str(CHANNELS[channel]) for channel in line["channels"])
    return f"{channels} {money(line['vnd'])}"
