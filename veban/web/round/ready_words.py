"""What the list before leaving says (lời của bảng kiểm tra trước khi đi)."""

from typing import Any

from django.utils.translation import gettext_lazy as _

TITLES: dict[str, Any] = {
    "heard": _("Dữ liệu mới từ Trung tâm"),
    "numbers": _("Số hồ sơ còn lại"),
    "disk": _("Chỗ trống trên ổ đĩa"),
    "unsent": _("Việc chưa gửi về Trung tâm"),
    "clock": _("Đồng hồ của máy"),
    "folder": _("Dữ liệu trên máy này"),
    "database": _("Tệp dữ liệu có nguyên vẹn không"),
    "disk_encryption": _("Mã hóa cả ổ đĩa"),
    "power": _("Pin và nguồn điện"),
    "paper": _("Giấy và mực"),
    "test_print": _("In thử"),
    "wifi": _("Wi-Fi của tổ"),
}

TODO: dict[tuple[str, str], Any] = {
    ("heard", "warn"): _("Đồng bộ với Trung tâm trước khi đi, để có hồ sơ và kết quả mới nhất."),
    ("heard", "stop"): _(
        "Máy lâu rồi chưa gặp Trung tâm. Đồng bộ qua mạng hoặc bằng USB, rồi xem lại trang này."
    ),
    ("heard", "clock.behind_centre"): _("Xem dòng Đồng hồ của máy bên dưới."),
    ("heard", "exchange.revoked"): _(
        "Không mang máy này đi. Báo quản trị hệ thống của Trung tâm và dùng máy khác."
    ),
    ("clock", "clock.behind_last_entry"): _(
        "Chưa nhận được hồ sơ nào. Mở trang Đồng hồ của máy trong mục Đi bản."
    ),
    ("folder", "stop"): _(
        "Chưa nhận được hồ sơ nào trên máy này. Làm theo câu trên rồi xem lại trang này."
    ),
    ("numbers", "warn"): _("Còn ít số. Đồng bộ với Trung tâm để nhận dải số mới."),
    ("numbers", "stop"): _(
        "Có ngày không còn số nên không nhận được hồ sơ. Đồng bộ với Trung tâm để gia hạn dải số."
    ),
    ("disk", "warn"): _("Chỗ trống hơi ít cho ảnh chụp giấy tờ. Xóa bớt tệp không dùng trên máy."),
    ("disk", "stop"): _("Gần hết chỗ. Xóa bớt tệp trên máy trước khi đi, hoặc đổi máy khác."),
    ("unsent", "warn"): _("Đồng bộ với Trung tâm trước khi đi: lỡ mất máy thì không mất việc cũ."),
    ("clock", "warn"): _("So đồng hồ của máy với điện thoại; chỉnh cho đúng rồi đồng bộ lại."),
    ("clock", "stop"): _(
        "So đồng hồ với điện thoại. Sai thì chỉnh cho đúng trước khi tiếp nhận, rồi đồng bộ lại: "
        "ghi việc khi đồng hồ chạy nhanh thì chỉnh lại xong máy không ghi tiếp được."
    ),
    ("database", "warn"): _(
        "Tệp lớn nên máy đang kiểm tra ở nền. Chờ vài phút rồi mở lại trang này; xem thêm ở trang "
        "Việc máy tự làm."
    ),
    ("database", "stop"): _(
        "Đừng tiếp nhận trên máy này. Giữ nguyên thư mục; quản trị hệ thống chạy veban journal "
        "recover, cứu không đủ thì veban backup restore. Đi bản bằng máy khác, hoặc phiếu trắng."
    ),
    ("disk_encryption", "warn"): _(
        "Máy không tự biết được. Hỏi người quản trị xem BitLocker, FileVault hoặc LUKS đã bật chưa."
    ),
    ("power", "warn"): _("Sạc đầy pin; mang sạc và pin dự phòng cho máy tính, máy in, điện thoại."),
    ("power", "stop"): _("Pin sắp hết. Sạc đầy trước khi đi."),
    ("paper", "warn"): _("Đếm giấy A5, xem mực; mang thêm một tập phiếu trắng đã in số."),
    ("test_print", "warn"): _("In một trang, xem chữ có dấu và quét thử mã QR, rồi xác nhận."),
    ("wifi", "warn"): _(
        "Trong phần phát Wi-Fi của điện thoại hoặc bộ phát, chọn WPA2 hoặc WPA3 và đặt mật khẩu "
        "dài. Wi-Fi không mật khẩu thì người đứng gần đọc được dữ liệu của người dân."
    ),
}

LEVELS: dict[str, Any] = {"ok": _("Được"), "warn": _("Cần xem"), "stop": _("Chưa đi được")}
TONES = {"ok": "ready", "warn": "waiting", "stop": "late"}

DATABASE: dict[str, Any] = {
    "ok": _("Đã đọc qua cả tệp: nguyên vẹn."),
    "warn": _("Chưa kiểm tra xong."),
    "stop": _("Tệp dữ liệu bị hỏng."),
}
