"""What people read when a scan is not taken (bản quét không nhận)."""

OF_PAPERS: dict[str, tuple[int, str]] = {
    "paper.type_unknown": (
        415,
        "Tệp này không phải ảnh JPEG, PNG hoặc PDF (xét theo nội dung, không theo tên tệp). "
        "Chụp hoặc quét lại giấy tờ thành một trong ba loại đó.",
    ),
    "paper.too_large": (
        413,
        "Tệp lớn hơn {most_mb} MB. Chụp lại ở cỡ nhỏ hơn, hoặc quét ở 200–300 dpi.",
    ),
    "paper.torn": (
        422,
        "Tệp không trọn vẹn hoặc bị hỏng nên không đọc được. Chụp hoặc quét lại.",
    ),
    "paper.picture_too_large": (
        422,
        "Ảnh lớn quá {most_mp} triệu điểm ảnh. Chụp lại ở cỡ nhỏ hơn, hoặc quét ở 200–300 dpi.",
    ),
    "paper.too_long": (
        422,
        "Tệp PDF dài quá {most_pages} trang. Tách thành nhiều tệp rồi gắn từng tệp.",
    ),
    "paper.locked": (
        422,
        "Tệp PDF có mật khẩu nên sau này không ai mở được. Quét lại từ bản giấy, hoặc xin tệp "
        "không đặt mật khẩu.",
    ),
    "paper.active": (
        422,
        "Tệp PDF có mã lệnh, biểu mẫu động hoặc tệp đính kèm bên trong nên không an toàn để mở. "
        "In ra rồi quét lại.",
    ),
    "paper.not_there": (
        404,
        "Hồ sơ không có giấy tờ này, hoặc máy này không giữ bản quét của nó. Mở lại trang hồ sơ "
        "để xem những gì có.",
    ),
    "paper.scan_not_waiting": (
        409,
        "Giấy vừa quét này không còn chờ: đã gắn vào hồ sơ, đã bỏ, hoặc để quá hai ngày. Xem lại "
        "danh sách; nếu không còn thì quét lại.",
    ),
    "paper.scans_folder_not_ours": (
        409,
        "Thư mục {folder} đang có tệp mà chưa phải thư mục riêng của máy quét; phần mềm sẽ lấy hết "
        "ảnh và PDF trong đó. Chọn một thư mục trống, hoặc dời các tệp đi rồi mở lại.",
    ),
    "paper.no_page_left": (
        422,
        "Chưa chọn trang nào, hoặc mọi trang đều bị bỏ. Chọn ít nhất một trang rồi ghép lại.",
    ),
}
