"""Sentences for refusals about several units on one node, and nodes of communes."""

OF_CENTRES: dict[str, tuple[int, str]] = {
    "unit.has_node": (
        409,
        "Đơn vị {unit} đã có máy riêng, hoặc là đơn vị của chính máy này. Máy lưu động của đơn vị "
        "đó được mời từ máy của đơn vị; muốn lập lại máy riêng, quản trị thu hồi máy cũ trước.",
    ),
    "move.not_movable": (
        409,
        "Chỉ chuyển được máy của Trung tâm đang lưu trong tệp. Máy này là máy lưu động, hoặc "
        "đã dùng PostgreSQL rồi.",
    ),
    "move.still_served": (
        409,
        "Trang làm việc của máy này còn mở. Dừng lệnh veban serve rồi chạy lại; chưa chuyển gì.",
    ),
    "move.copy_differs": (
        500,
        "Bản chép không giống bản gốc nên chưa dùng; máy vẫn làm việc như cũ. Chạy veban journal "
        "verify, rồi báo quản trị hệ thống.",
    ),
}
