"""Sentences for refusals on the road: pieces of an upload, sticks, the file of somebody else."""

OF_ROAD: dict[str, tuple[int, str]] = {
    "exchange.piece_damaged": (
        460,
        "Một mảnh của tệp bị hỏng trên đường truyền, chưa ghi gì từ mảnh đó. Máy sẽ tự gửi lại.",
    ),
    "exchange.checksum_unknown": (
        400,
        "Mã kiểm tra của mảnh gửi không đọc được. Cập nhật phần mềm trên máy gửi rồi thử lại.",
    ),
    "exchange.piece_kind": (
        415,
        "Mảnh gửi không đúng loại nội dung của giao thức tải lên. Cập nhật phần mềm trên máy gửi "
        "rồi thử lại.",
    ),
    "exchange.tus_version": (
        412,
        "Máy gửi dùng phiên bản giao thức tải lên mà máy này không biết. Cập nhật phần mềm trên "
        "máy cũ hơn rồi thử lại.",
    ),
    "address.wrong": (
        422,
        "Không phải địa chỉ của một trang. Gõ đúng địa chỉ hiện trên máy của Trung tâm.",
    ),
}
