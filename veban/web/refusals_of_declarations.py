"""Sentences for refusals about declarations (tờ khai)."""

OF_DECLARATIONS: dict[str, tuple[int, str]] = {
    "declaration.unknown": (
        404,
        "Phần mềm chưa có mẫu tờ khai này ({form}), hoặc chưa có bản của ngày đó. Dùng tờ khai "
        "giấy theo mẫu niêm yết, hoặc cập nhật phần mềm.",
    ),
    "declaration.wrong": (
        422,
        "Tờ khai ({form}) còn mục chưa đúng: {wrong}. Mở tờ khai, sửa các mục đó rồi gửi lại; "
        "chưa rõ ghi thế nào thì xem mẫu điền sẵn.",
    ),
    "declaration.not_of_procedure": (
        422,
        "Mẫu tờ khai {form} không dùng cho thủ tục {procedure}. Chọn lại thủ tục, hoặc điền đúng "
        "mẫu của thủ tục này.",
    ),
    "declaration.draft_gone": (
        410,
        "Tờ khai đang điền không còn được giữ: quá hạn giữ, hoặc thuộc hồ sơ khác. Hồ sơ chưa ghi "
        "gì; bấm Điền giúp tờ khai để điền lại, hoặc nhận hồ sơ với tờ khai giấy.",
    ),
    "declaration.draft_used": (
        409,
        "Hồ sơ của tờ khai này đã được tiếp nhận nên không sửa ở đây nữa. Mở trang hồ sơ để xem "
        "và in; cần sửa nội dung thì ghi yêu cầu bổ sung.",
    ),
}
