"""Sentences for refusals about blank slips."""

OF_SLIPS: dict[str, tuple[int, str]] = {
    "numbers.no_blanks_left": (
        409,
        "Dải số chỉ còn {left} số dành cho phiếu trắng, không đủ {wanted}. In ít hơn, hoặc dùng "
        "các phiếu đã in mà chưa viết; cần thêm thì hỏi Trung tâm.",
    ),
    "numbers.slip_never_printed": (
        422,
        "Chưa in phiếu trắng nào mang số {serial}, nên chưa ghi gì. Xem lại số in trong khung "
        "ở đầu phiếu; nếu đúng là số ấy, giữ phiếu lại và báo quản trị hệ thống của Trung tâm.",
    ),
    "numbers.lane_without_blanks": (
        422,
        "Quầy của Trung tâm không in phiếu trắng từ dải số của mình. Chọn máy lưu động sẽ mang "
        "phiếu đi; với lệnh thì thêm --for NODE.",
    ),
    "slips.no_blanks_to_print": (
        404,
        "Không có phiếu trắng nào như vậy còn dùng được. Mở trang Phiếu trắng để xem số nào đã "
        "viết, số nào đã hủy, hoặc in thêm phiếu mới.",
    ),
}
