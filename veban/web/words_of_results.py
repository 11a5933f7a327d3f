"""Words for results, their signatures and the opinions before them (kết quả, chữ ký, ý kiến)."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from veban.core.dossiers.result import Stage

SIGNATURES: dict[Any, Any] = {
    "trusted": _("Chữ ký số hợp lệ, người ký được tin cậy"),
    "signer_unknown": _("Chữ ký nguyên vẹn, chưa biết người ký có được tin cậy không"),
    "broken": _("Chữ ký số không khớp với nội dung: không dùng tệp này"),
    "unreadable": _("Không đọc được chữ ký số này: không dùng tệp này"),
    "changed": _("Tài liệu đã bị sửa sau khi ký: không dùng tệp này"),
}
"""What a signature of a result's file is worth."""

CHANGED: dict[Any, Any] = {
    "no": _("Tài liệu không bị sửa sau khi ký"),
    "signed_again": _("Sau chữ ký này chỉ có thêm chữ ký khác; nội dung không bị sửa"),
    "yes": _("Nội dung khác với lúc ký"),
}

ANSWERS: dict[Any, Any] = {
    "agree": _("Đồng ý"),
    "agree_if": _("Đồng ý, có điều kiện"),
    "disagree": _("Không đồng ý"),
}

DRAFT_STEPS: dict[Any, Any] = {
    Stage.DRAFTED.value: _("Chờ người ký duyệt dự thảo, hoặc trả lại kèm chỗ cần sửa."),
    Stage.SENT_BACK.value: _("Sửa dự thảo theo ý người ký, rồi trình lại."),
    Stage.SIGNED.value: _("Cấp số và phát hành kết quả."),
}
"""What the office does next while a draft is so far."""
