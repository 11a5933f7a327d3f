"""Sentences for refusals about several units on one node, and nodes of communes."""

OF_CENTRES: dict[str, tuple[int, str]] = {
    "unit.has_node": (
        409,
        "Đơn vị {unit} đã có máy riêng, hoặc là đơn vị của chính máy này. Máy lưu động của đơn vị "
        "đó được mời từ máy của đơn vị; muốn lập lại máy riêng, quản trị thu hồi máy cũ trước.",
    ),
    "dossier.already_there": (
        409,
        "Hồ sơ đang ở đơn vị {unit} rồi. Kiểm tra lại mã đơn vị nhận.",
    ),
}
