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
    "neighbour.closed": (
        409,
        "Máy kia chưa mở nhận tệp. Trên máy kia mở trang Mạng nội bộ, bấm “Mở nhận trong 15 phút”, "
        "rồi trên máy này bấm gửi lại.",
    ),
    "neighbour.full": (
        507,
        "Máy kia đang mang hộ đủ {most} tệp. Để máy kia trao đổi với Trung tâm trước, hoặc gửi "
        "bằng USB.",
    ),
    "neighbour.knows_us_not": (
        403,
        "Máy kia chưa biết máy này vì lâu chưa trao đổi với Trung tâm. Dùng USB để gửi nhờ, hoặc "
        "nhờ máy khác của đơn vị.",
    ),
    "neighbour.unreachable": (
        503,
        "Không gặp được máy kia, hoặc bị ngắt giữa chừng. Xem hai máy đã vào cùng một mạng chưa, "
        "gõ đúng địa chỉ trên máy kia, rồi bấm gửi lại; không mất gì.",
    ),
    "address.wrong": (
        422,
        "Không phải địa chỉ của một trang. Gõ đúng địa chỉ hiện ở trang Mạng nội bộ của máy kia.",
    ),
}
