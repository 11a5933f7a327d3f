"""What the refusals of bags say (câu từ chối về túi hồ sơ)."""

OF_BAGS: dict[str, tuple[int, str]] = {
    "bag.unknown": (
        404,
        "Máy này chưa có túi hồ sơ này. Trao đổi dữ liệu với máy đã gửi rồi mở lại; "
        "nếu vẫn không thấy, gọi người gửi và đọc số túi.",
    ),
    "bag.closed": (
        409,
        "Túi này đã đóng hoặc đã nhận xong nên không thêm, bớt được nữa. "
        "Mở túi mới cho những bì còn lại.",
    ),
    "bag.not_sent": (
        409,
        "Túi này đang được xếp ở nơi gửi, chưa đóng. Hỏi người gửi rồi trao đổi dữ liệu.",
    ),
    "bag.empty": (422, "Chưa có bì hồ sơ nào trong túi. Quét hoặc chọn ít nhất một bì."),
    "bag.not_for_here": (
        409,
        "Việc này làm ở máy khác: xếp và đóng túi ở máy đã mở túi, nhận túi ở máy mà túi "
        "được gửi đến. Hỏi Trung tâm nếu túi đi lạc.",
    ),
    "bag.taker_unfit": (
        422,
        "Không gửi túi đến máy {node} được: máy đã bị thu hồi, hoặc chính là máy này. Chọn máy "
        "khác, hoặc hỏi quản trị hệ thống của Trung tâm.",
    ),
    "bag.needs_note": (
        422,
        "Danh sách và túi không khớp. Tìm lại một lần nữa, rồi ghi một câu giải thích "
        "trước khi kết thúc; lãnh đạo Trung tâm sẽ đọc.",
    ),
    "bag.envelope_elsewhere": (
        409,
        "Theo sổ, bì hồ sơ {code} đang ở trong túi khác hoặc đã ở chỗ người dân. "
        "Mở hồ sơ xem giấy đang ở đâu; nhận túi kia trước.",
    ),
    "bag.scan_unreadable": (
        422,
        "Không đọc được mã vừa quét. Quét lại QR trên bì hoặc trên Giấy tiếp nhận, "
        "hoặc gõ mã hồ sơ.",
    ),
}
"""Code → (HTTP status, sentence)."""
